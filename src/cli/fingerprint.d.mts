/** SHA-256, hex, that stands for this program as the process found it. */
export function fingerprint(): string;

/**
 * The same of any program.
 * @param program absolute path of its folder
 */
export function fingerprintOf(program: string): string;
