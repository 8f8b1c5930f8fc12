/** SHA-256, hex, that stands for this program as the process found it. */
export function fingerprint(): string;

/** SHA-256, hex, of its files alone: the same on any machine. */
export function codeDigest(): string;

/**
 * The fingerprint of any program.
 * @param program absolute path of its folder
 */
export function fingerprintOf(program: string): string;
