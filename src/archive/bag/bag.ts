/**
 * The bag: BagIt 1.0 (RFC 8493) around a payload. In: a folder whose `data/` is filled, with the digests taken while it was
 * filled. Out: the tag files beside it. `verify/` checks it and shares no code with this.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One payload file as it was written. */
export interface Entry {
  /** Path from the bag's folder, with forward slashes: `data/…`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

/** `bag-info.txt`: labels and values in the order written; an undefined value is left out. */
export type BagInfo = readonly (readonly [label: string, value: string | undefined])[];

/** SHA-512 is the RFC's first choice (§2.4), SHA-256 what most checkers have at hand. */
const ALGORITHMS = ['sha256', 'sha512'] as const;

/** Both digests of some bytes. */
export function digests(bytes: Uint8Array): { readonly sha256: string; readonly sha512: string } {
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: of('sha256'), sha512: of('sha512') };
}

/** Writes the tag files of a bag: declaration, info, payload manifests, tag manifests. */
export async function writeTags(folder: string, payload: readonly Entry[], info: BagInfo): Promise<void> {
  const tags = new Map<string, string>([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', oxum(payload)]])],
    ...ALGORITHMS.map((algorithm) => [`manifest-${algorithm}.txt`, manifest(payload, algorithm)] as const),
  ]);
  const entries = [...tags].map(([path, text]) => tagEntry(path, text));
  for (const algorithm of ALGORITHMS) tags.set(`tagmanifest-${algorithm}.txt`, manifest(entries, algorithm));
  for (const [path, text] of tags) await writeFile(join(folder, path), text);
}

/** Octets and streams of the payload (§2.2.2). */
function oxum(payload: readonly Entry[]): string {
  const bytes = payload.reduce((sum, entry) => sum + entry.bytes, 0);
  return `${bytes}.${payload.length}`;
}

function tagEntry(path: string, text: string): Entry {
  const bytes = Buffer.from(text, 'utf8');
  return { path, bytes: bytes.length, ...digests(bytes) };
}

function manifest(entries: readonly Entry[], algorithm: (typeof ALGORITHMS)[number]): string {
  const sorted = [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  return sorted.map((entry) => `${entry[algorithm]}  ${encodePath(entry.path)}\n`).join('');
}

/** Line ends in a name, and the sign that stands for them, are the only characters to be encoded (§2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

function infoText(info: BagInfo): string {
  return info
    .filter(([, value]) => value !== undefined && value.trim() !== '')
    .map(([label, value = '']) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`)
    .join('');
}
