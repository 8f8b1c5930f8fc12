/**
 * Whether the records of a snapshot are what their standards ask for and speak of the same pages. In: the bag's folder and
 * what its check found. Out: faults. Written apart from the writers in `records/`.
 */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { both, type Fault, type Phrase } from '../../fault.ts';
import { bagPartMissing, recordInvalid, recordMalformed } from '../faults.ts';
import { ALTO } from './alto-grammar.ts';
import type { BagCheck } from './bag.ts';
import { type Grammar, offences } from './grammar.ts';
import { checkManifest } from './iiif.ts';
import { METS, MODS } from './mets-grammar.ts';
import { readXml, type XmlElement, XmlFault } from './xml.ts';

const SPACE = { mets: `{${METS.namespace}}`, mods: `{${MODS.namespace}}`, alto: `{${ALTO.namespace}}` };

const HREF = '{http://www.w3.org/1999/xlink}href';

/** Files that every snapshot holds besides its edition. */
const NEEDED = [
  'data/README.txt',
  'data/snapshot.json',
  'data/source/newspaper.yaml',
  'data/tools/versions.json',
  'data/tools/package-lock.json',
];

/** More offences than these say nothing new about one file. */
const ENOUGH = 5;

/** Checks every record of a snapshot. */
export async function checkRecords(folder: string, bag: BagCheck): Promise<readonly Fault[]> {
  const { payload } = bag;
  const isThere = new Set(payload);
  const missing = NEEDED.filter((path) => !isThere.has(path)).map((path) => bagPartMissing(path));
  const issue = payload.find((path) => /^data\/edition\/[^/]+\/mets\.xml$/.test(path));
  if (issue === undefined) return [...missing, bagPartMissing('data/edition/ISSUE/mets.xml')];
  const base = posix.dirname(issue);
  const found: Fault[] = [...missing];
  const altos = payload.filter((path) => path.startsWith(`${base}/alto/`) && path.endsWith('.xml'));
  if (altos.length === 0) found.push(bagPartMissing(`${base}/alto`));
  const ids = new Map<string, ReadonlySet<string>>();
  for (const path of altos) {
    const document = await readRecord(folder, path, ALTO, found);
    if (document === undefined) continue;
    found.push(...pageNumber(path, document));
    ids.set(posix.relative(base, path), idsOf(document));
  }
  const mets = await readRecord(folder, issue, METS, found);
  if (mets !== undefined)
    found.push(...checkMets(issue, mets, { isThere, ids }), ...checkFiles(issue, mets, bag.found));
  found.push(...(await checkJson(folder, base, isThere)));
  return found;
}

async function readRecord(
  folder: string,
  path: string,
  grammar: Grammar,
  found: Fault[],
): Promise<XmlElement | undefined> {
  const document = await parsed(folder, path, found);
  if (document === undefined) return undefined;
  const wrong = offences(document, grammar);
  found.push(...wrong.slice(0, ENOUGH).map(({ message, line }) => recordInvalid(path, message, line)));
  return document;
}

async function parsed(folder: string, path: string, found: Fault[]): Promise<XmlElement | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(join(folder, path)));
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlFault) found.push(recordMalformed(path, error.line, error.why));
    else if (error instanceof TypeError) found.push(recordMalformed(path, 1, both('it is not UTF-8', '不是 UTF-8')));
    else throw error;
    return undefined;
  }
}

/** `alto/07.xml` is of page 7: two files exchanged with their digests would be caught here. */
function pageNumber(path: string, document: XmlElement): readonly Fault[] {
  const page = descendants(document).find((element) => element.name === `${SPACE.alto}Page`);
  const said = page?.attributes.get('PHYSICAL_IMG_NR');
  const named = Number(posix.basename(path, '.xml'));
  return Number(said) === named
    ? []
    : [recordInvalid(path, both(`it describes page ${said}`, `写的却是第 ${said} 版`), page?.line)];
}

interface Known {
  readonly isThere: ReadonlySet<string>;
  /** IDs of each ALTO file by its path from the METS. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** MODS inside, files that are there, areas that exist, both maps. */
function checkMets(path: string, document: XmlElement, known: Known): readonly Fault[] {
  const all = descendants(document);
  const say = (element: XmlElement, message: Phrase) => recordInvalid(path, message, element.line);
  const mods = all.filter((element) => element.name === `${SPACE.mods}mods`);
  const found = mods.flatMap((element) =>
    offences(element, MODS).map(({ message, line }) => recordInvalid(path, message, line)),
  );
  const places = new Map<string, string>();
  for (const file of all.filter((element) => element.name === `${SPACE.mets}file`)) {
    const href = file.children[0]?.attributes.get(HREF) ?? '';
    places.set(file.attributes.get('ID') ?? '', href);
    if (!known.isThere.has(posix.join(posix.dirname(path), href)))
      found.push(say(file, both(`${href} is not in the snapshot`, `快照里没有 ${href}`)));
  }
  for (const area of all.filter((element) => element.name === `${SPACE.mets}area`)) {
    const file = places.get(area.attributes.get('FILEID') ?? '') ?? '';
    const begin = area.attributes.get('BEGIN') ?? '';
    if (!known.ids.get(file)?.has(begin))
      found.push(say(area, both(`${file} has no block ${begin}`, `${file} 里没有 ${begin} 这一块`)));
  }
  const maps = all
    .filter((element) => element.name === `${SPACE.mets}structMap`)
    .map((map) => map.attributes.get('TYPE'));
  for (const type of ['PHYSICAL', 'LOGICAL']) {
    if (!maps.includes(type)) found.push(say(document, both(`there is no ${type} structMap`, `缺 ${type} structMap`)));
  }
  return found.slice(0, ENOUGH);
}

/** Sizes and digests that the METS gives, against those found. */
function checkFiles(path: string, document: XmlElement, found: BagCheck['found']): readonly Fault[] {
  const files = descendants(document).filter((element) => element.name === `${SPACE.mets}file`);
  return files.flatMap((file) => {
    const href = file.children[0]?.attributes.get(HREF) ?? '';
    const own = found.get(posix.join(posix.dirname(path), href));
    const sum = file.attributes.get('CHECKSUM');
    if (own === undefined || sum === undefined) return [];
    const isSame = own.sha256 === sum && String(own.size) === file.attributes.get('SIZE');
    return isSame
      ? []
      : [
          recordInvalid(
            path,
            both(`${href} is not the file that it describes`, `${href} 与记录的不是同一个文件`),
            file.line,
          ),
        ];
  });
}

async function checkJson(folder: string, base: string, isThere: ReadonlySet<string>): Promise<readonly Fault[]> {
  const found: Fault[] = [];
  for (const path of [`${base}/manifest.json`, `${base}/issue.json`, `${base}/report.json`, 'data/snapshot.json']) {
    if (!isThere.has(path)) {
      if (!path.endsWith('snapshot.json')) found.push(bagPartMissing(path));
      continue;
    }
    try {
      const value: unknown = JSON.parse(await readFile(join(folder, path), 'utf8'));
      if (path.endsWith('/manifest.json')) found.push(...checkManifest(path, value, base, isThere));
    } catch {
      found.push(recordInvalid(path, both('it is no JSON', '不是 JSON')));
    }
  }
  return found;
}

function descendants(element: XmlElement): readonly XmlElement[] {
  const all: XmlElement[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index] as XmlElement);
  }
  return all;
}

function idsOf(document: XmlElement): ReadonlySet<string> {
  return new Set(descendants(document).map((element) => element.attributes.get('ID') ?? ''));
}
