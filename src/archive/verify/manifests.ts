/** The manifests of a bag (RFC 8493 §2.1.3 and §2.2.1): lines of a digest and a path, each read or found at fault. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, type Fault, type Phrase } from '../../fault.ts';
import * as faults from '../faults.ts';

/** Algorithms of §2.4 that Node's crypto has under these names; hex length. */
const HEX: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };
/** Names of payload and tag manifests. */
export const MANIFEST = /^(tag)?manifest-([a-z0-9]+)\.txt$/;

/** A manifest that could be read. */
export interface Manifest {
  readonly name: string;
  readonly algorithm: string;
  readonly isTag: boolean;
  /** Digest by path as listed, decoded. */
  readonly sums: ReadonlyMap<string, string>;
}

/** Reads all manifests among the paths of a bag; what is wrong with them goes to `found`. */
export async function readManifests(
  folder: string,
  paths: readonly string[],
  found: Fault[],
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = [];
  for (const name of paths.filter((path) => MANIFEST.test(path)).sort()) {
    const [, tag, algorithm = ''] = MANIFEST.exec(name) ?? [];
    const text = readUtf8(await readFile(join(folder, name)));
    if (HEX[algorithm] === undefined)
      found.push(
        faults.manifestLine(name, 1, both(`the algorithm ${algorithm} is not known`, `不认识算法 ${algorithm}`)),
      );
    else if (text === undefined)
      found.push(faults.manifestLine(name, 1, both('the file is not UTF-8', '文件不是 UTF-8')));
    else manifests.push({ name, algorithm, isTag: tag !== undefined, sums: readSums(name, algorithm, text, found) });
  }
  return manifests;
}

function readSums(name: string, algorithm: string, text: string, found: Fault[]): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  const folded = new Map<string, string>();
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    const say = (why: Phrase) => found.push(faults.manifestLine(name, index + 1, why));
    const [, sum = '', raw = ''] = /^([0-9a-fA-F]+)[ \t]+(.*)$/.exec(line) ?? [];
    const path = raw.replace(/%(0A|0D|25)/gi, (code) => decodeURIComponent(code));
    if (sum.length !== HEX[algorithm] || raw === '')
      say(both('it is not a digest, a space and a path', '不是“校验值 空格 路径”的写法'));
    else if (/%(?!0A|0D|25)/i.test(raw)) say(both(`the path ${raw} has a bare %`, `路径 ${raw} 里有未转义的 %`));
    else if (!isSafe(path)) say(both(`the path ${raw} leads out of the bag`, `路径 ${raw} 出了归档包`));
    else if (isOfPayload(name) !== path.startsWith('data/'))
      say(both(`${path} does not belong in this manifest`, `${path} 不该列在这份清单里`));
    else if (sums.has(path)) say(both(`${path} is listed twice`, `${path} 列了两次`));
    else if (folded.has(fold(path)))
      say(
        both(
          `${path} and ${folded.get(fold(path))} are one name to some file systems`,
          `${path} 和 ${folded.get(fold(path))} 在有的系统上是同一个名字`,
        ),
      );
    else {
      sums.set(path, sum.toLowerCase());
      folded.set(fold(path), path);
    }
  });
  return sums;
}

const isOfPayload = (manifest: string): boolean => manifest.startsWith('manifest-');

/** §5.2 and §6.1.1: names that differ only in case or in Unicode normalisation. */
const fold = (path: string): string => path.normalize('NFC').toLowerCase();

/** §5.1: no absolute path, no `..`, no `~` in front, no drive letter. */
function isSafe(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return !/^(?:[/\\~]|[a-zA-Z]:)/.test(path) && !parts.some((part) => part === '..' || part === '.' || part === '');
}

/** Text of UTF-8 bytes; undefined when they are not. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
