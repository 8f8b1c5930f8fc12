/** Bundles the program into a folder that is not there yet. */
export function bundleInto(folder: string): Promise<void>;

/** JavaScript in ASCII alone that means the same. */
export function inAscii(text: string): string;
