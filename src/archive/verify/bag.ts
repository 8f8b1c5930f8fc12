/**
 * An independent reading of RFC 8493: is this folder a complete and valid bag? It shares no code with the writer.
 * In: a folder. Out: every fault by name, and the payload's paths. Files are read as streams; memory stays flat.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, opendir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, type Fault } from '../../fault.ts';
import * as faults from '../faults.ts';
import { MANIFEST, type Manifest, readManifests, readUtf8 } from './manifests.ts';

/** What was found. */
export interface BagCheck {
  readonly faults: readonly Fault[];
  /** Plain payload files that are there, sorted. */
  readonly payload: readonly string[];
  readonly bytes: number;
  /** Size and SHA-256 of every listed file as it was found. */
  readonly found: ReadonlyMap<string, { readonly size: number; readonly sha256: string }>;
}

/** Files read at the same time. */
const READERS = 4;
/** Bytes held of one file at a time. */
const PIECE = 4 << 20;

/** Checks a bag whole: declaration, manifests, completeness, digests, oxum. */
export async function checkBag(folder: string): Promise<BagCheck> {
  const found: Fault[] = [];
  const tree = await walk(folder, found);
  const isThere = new Set(tree.keys());
  found.push(...(await checkDeclaration(folder, isThere)));
  if (isThere.has('fetch.txt')) found.push(faults.bagFetch());
  const manifests = await readManifests(folder, [...isThere], found);
  found.push(...requiredParts(manifests, tree));
  found.push(...sameLists(manifests));
  const { wrong, sha256 } = await checkSums(folder, manifests, isThere);
  const missing = listed(manifests).filter((path) => !isThere.has(path));
  const extra = [...isThere].filter((path) => isUnlisted(path, manifests));
  found.push(...(await nameFaults(folder, { manifests, wrong, missing, extra })));
  const payload = [...isThere].filter((path) => path.startsWith('data/')).sort();
  const bytes = payload.reduce((sum, path) => sum + (tree.get(path) ?? 0), 0);
  found.push(...(await checkInfo(folder, isThere, `${bytes}.${payload.length}`)));
  const measured = [...sha256].map(([path, sum]) => [path, { size: tree.get(path) ?? 0, sha256: sum }] as const);
  return { faults: found, payload, bytes, found: new Map(measured) };
}

/** Sizes of all plain files by path. Links are not followed. */
async function walk(folder: string, found: Fault[], within = ''): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for await (const entry of await opendir(join(folder, within))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    const stats = await lstat(join(folder, path)).catch(() => undefined);
    // A name that is no UTF-8 was read as another, of which there is no file.
    if (stats === undefined) found.push(faults.nameGarbled(path));
    else if (entry.isDirectory()) for (const [inner, size] of await walk(folder, found, path)) sizes.set(inner, size);
    else if (entry.isFile()) sizes.set(path, stats.size);
    else found.push(faults.fileIrregular(path));
  }
  return sizes;
}

async function checkDeclaration(folder: string, isThere: ReadonlySet<string>): Promise<readonly Fault[]> {
  if (!isThere.has('bagit.txt')) return [faults.bagPartMissing('bagit.txt')];
  const bytes = await readFile(join(folder, 'bagit.txt'));
  if (bytes[0] === 0xef && bytes[1] === 0xbb)
    return [faults.bagDeclaration(both('it begins with a byte order mark', '开头有字节序标记'))];
  const text = readUtf8(bytes);
  if (text === undefined) return [faults.bagDeclaration(both('it is not UTF-8', '不是 UTF-8'))];
  const [version, encoding, ...rest] = text.split(/\r\n|\r|\n/);
  if (version !== 'BagIt-Version: 1.0')
    return [faults.bagDeclaration(both('its first line is not "BagIt-Version: 1.0"', '首行不是“BagIt-Version: 1.0”'))];
  if (encoding !== 'Tag-File-Character-Encoding: UTF-8') {
    return [
      faults.bagDeclaration(
        both(
          'its second line is not "Tag-File-Character-Encoding: UTF-8"',
          '第二行不是“Tag-File-Character-Encoding: UTF-8”',
        ),
      ),
    ];
  }
  return rest.join('') === '' ? [] : [faults.bagDeclaration(both('it has more than two lines', '不止两行'))];
}

function requiredParts(manifests: readonly Manifest[], tree: ReadonlyMap<string, number>): readonly Fault[] {
  const payload = manifests.some((manifest) => !manifest.isTag)
    ? []
    : [faults.bagPartMissing(both('payload manifest', '内容清单'))];
  const tags = manifests.some((manifest) => manifest.isTag)
    ? []
    : [faults.bagPartMissing(both('tag manifest', '标签清单'))];
  const data = [...tree.keys()].some((path) => path.startsWith('data/'))
    ? []
    : [faults.bagPartMissing(both('data folder', ' data 文件夹'))];
  return [...payload, ...tags, ...data];
}

/** §2.1.3: all payload manifests list the same files, and so do all tag manifests here. */
function sameLists(manifests: readonly Manifest[]): readonly Fault[] {
  return [false, true].flatMap((isTag) => {
    const kin = manifests.filter((manifest) => manifest.isTag === isTag);
    const all = new Set(kin.flatMap((manifest) => [...manifest.sums.keys()]));
    return kin.flatMap((manifest) =>
      [...all].filter((path) => !manifest.sums.has(path)).map((path) => faults.manifestsDiffer(path, manifest.name)),
    );
  });
}

const listed = (manifests: readonly Manifest[]): readonly string[] => [
  ...new Set(manifests.flatMap((manifest) => [...manifest.sums.keys()])),
];

/** Everything but the tag manifests has to be listed. */
function isUnlisted(path: string, manifests: readonly Manifest[]): boolean {
  if (path.startsWith('tagmanifest-') && MANIFEST.test(path)) return false;
  const kin = manifests.filter((manifest) => manifest.isTag !== path.startsWith('data/'));
  return kin.length > 0 && !kin.some((manifest) => manifest.sums.has(path));
}

/** Listed paths whose bytes are not the listed ones, with the digests found. */
type Wrong = ReadonlyMap<string, { readonly algorithm: string; readonly sum: string; readonly listed: string }>;

async function checkSums(
  folder: string,
  manifests: readonly Manifest[],
  isThere: ReadonlySet<string>,
): Promise<{ readonly wrong: Wrong; readonly sha256: ReadonlyMap<string, string> }> {
  const wrong = new Map<string, { algorithm: string; sum: string; listed: string }>();
  const sha256 = new Map<string, string>();
  const waiting = listed(manifests).filter((path) => isThere.has(path));
  const reader = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const current = path;
      const own = manifests.filter((manifest) => manifest.sums.has(current));
      const sums = await digestsOf(
        join(folder, path),
        own.map((manifest) => manifest.algorithm),
      );
      const plain = sums.get('sha256');
      if (plain !== undefined) sha256.set(current, plain);
      for (const { algorithm, sums: said } of own) {
        const sum = sums.get(algorithm) ?? '';
        if (said.get(path) !== sum && !wrong.has(path))
          wrong.set(path, { algorithm, sum, listed: said.get(path) ?? '' });
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return { wrong, sha256 };
}

/** All digests of one file in one reading. */
async function digestsOf(path: string, algorithms: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map([...new Set(algorithms)].map((algorithm) => [algorithm, createHash(algorithm)]));
  for await (const chunk of chunksOf(path)) for (const hash of hashes.values()) hash.update(chunk);
  return new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
}

/** A small file in one piece, which is faster; a large one piece by piece. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  if ((await lstat(path)).size <= PIECE) yield await readFile(path);
  else yield* createReadStream(path, { highWaterMark: PIECE });
}

interface Differences {
  readonly manifests: readonly Manifest[];
  readonly wrong: Wrong;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Changed, missing and extra files; a pair that exchanged its bytes and a file under another name are called that. */
async function nameFaults(folder: string, found: Differences): Promise<readonly Fault[]> {
  const said: Fault[] = [];
  const swapped = new Set<string>();
  for (const [path, own] of found.wrong) {
    if (swapped.has(path)) continue;
    const twin = [...found.wrong].find(
      ([other, its]) => other !== path && !swapped.has(other) && its.sum === own.listed && own.sum === its.listed,
    );
    if (twin === undefined) said.push(faults.fileChanged(path, own.algorithm));
    else {
      said.push(faults.filesSwapped(...([path, twin[0]].sort() as [string, string])));
      for (const one of [path, twin[0]]) swapped.add(one);
    }
  }
  const left = new Set(found.extra);
  for (const path of found.missing) {
    const manifest = found.manifests.find((one) => one.sums.has(path));
    const renamed = manifest && (await holder(folder, left, manifest.algorithm, manifest.sums.get(path) ?? ''));
    if (renamed === undefined) said.push(faults.fileMissing(path));
    else {
      left.delete(renamed);
      said.push(faults.fileRenamed(path, renamed));
    }
  }
  return [...said, ...[...left].map(faults.fileExtra)];
}

async function holder(
  folder: string,
  paths: Iterable<string>,
  algorithm: string,
  sum: string,
): Promise<string | undefined> {
  for (const path of paths) {
    if ((await digestsOf(join(folder, path), [algorithm])).get(algorithm) === sum) return path;
  }
  return undefined;
}

async function checkInfo(folder: string, isThere: ReadonlySet<string>, oxum: string): Promise<readonly Fault[]> {
  if (!isThere.has('bag-info.txt')) return [faults.bagPartMissing('bag-info.txt')];
  const text = readUtf8(await readFile(join(folder, 'bag-info.txt')));
  if (text === undefined) return [faults.bagInfo(both('it is not UTF-8', '不是 UTF-8'))];
  const lines = text
    .replace(/(?:\r\n|\r|\n)[ \t]+/g, ' ')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '');
  const odd = lines.find((line) => !/^[^:\s][^:]*:[ \t]/.test(line));
  if (odd !== undefined)
    return [
      faults.bagInfo(
        both(`"${odd.slice(0, 40)}" is no label with a value`, `“${odd.slice(0, 40)}”不是“标签: 值”的写法`),
      ),
    ];
  const values = (label: string) =>
    lines
      .filter((line) => line.toLowerCase().startsWith(`${label.toLowerCase()}:`))
      .map((line) => line.slice(label.length + 1).trim());
  const oxums = values('Payload-Oxum');
  if (oxums.length !== 1)
    return [
      faults.bagInfo(
        both(`it has ${oxums.length} Payload-Oxum lines, not one`, `Payload-Oxum 有 ${oxums.length} 行，应当只有一行`),
      ),
    ];
  const lacking = ['Title', 'Date', 'Publisher'].filter((label) => values(label).length === 0);
  const wrong = oxums[0] === oxum ? [] : [faults.oxumWrong(oxums[0] ?? '', oxum)];
  return [...wrong, ...lacking.map((label) => faults.bagInfo(both(`it has no ${label}`, `缺 ${label}`)))];
}
