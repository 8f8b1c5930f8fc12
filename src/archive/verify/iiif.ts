/** Whether a manifest is what IIIF Presentation 3.0 asks for, and names only files that are there. */
import { posix } from 'node:path';
import { both, type Fault, inEnglish, type Phrase } from '../../fault.ts';
import { recordInvalid } from '../faults.ts';

type Node = Readonly<Record<string, unknown>>;

/** Checks `manifest.json`; `base` is the folder in the payload. */
export function checkManifest(
  path: string,
  value: unknown,
  base: string,
  isThere: ReadonlySet<string>,
): readonly Fault[] {
  const found: Phrase[] = [];
  const manifest = asNode(value);
  if (manifest['@context'] !== 'http://iiif.io/api/presentation/3/context.json')
    found.push(both('the context is not Presentation 3', '@context 不是 Presentation 3'));
  if (manifest['type'] !== 'Manifest') found.push(both('it is no Manifest', '不是 Manifest'));
  if (!isHttp(manifest['id'])) found.push(both('its id is no HTTP address', 'id 不是 HTTP 地址'));
  if (!isLabel(manifest['label'])) found.push(both('it has no label in a language map', 'label 没有按语言列出'));
  if (Number.isNaN(Date.parse(String(manifest['navDate'])))) found.push(both('navDate is no date', 'navDate 不是日期'));
  const root = String(manifest['id']).replace(/manifest\.json$/, '');
  const canvases = new Map(list(manifest['items']).map((canvas) => [String(canvas['id']), canvas]));
  if (canvases.size === 0) found.push(both('it has no canvas', '没有画布（canvas）'));
  for (const [id, canvas] of canvases) found.push(...canvasOffences(id, canvas));
  for (const range of ranges(list(manifest['structures']))) found.push(...rangeOffences(range, canvases));
  const named = [manifest, ...canvases.values()].flatMap(linked).filter((id) => id.startsWith(root));
  for (const id of new Set(named)) {
    const file = posix.join(base, decodeURIComponent(id.slice(root.length)));
    if (!isThere.has(file))
      found.push(both(`${id.slice(root.length)} is not in the snapshot`, `快照里没有 ${id.slice(root.length)}`));
  }
  return [...new Map(found.map((why) => [inEnglish(why), why])).values()]
    .slice(0, 5)
    .map((why) => recordInvalid(path, why));
}

function canvasOffences(id: string, canvas: Node): readonly Phrase[] {
  const found: Phrase[] = [];
  if (canvas['type'] !== 'Canvas' || !isHttp(id) || id.includes('#'))
    found.push(both(`${id} is no Canvas`, `${id} 不是 Canvas`));
  if (!isSize(canvas['width']) || !isSize(canvas['height'])) found.push(both(`${id} has no size`, `${id} 没有尺寸`));
  for (const annotation of list(canvas['items']).flatMap((page) => list(page['items']))) {
    if (annotation['motivation'] !== 'painting' || annotation['target'] !== id)
      found.push(both(`${id} is painted from elsewhere`, `${id} 的画面来自别处`));
  }
  return found;
}

function rangeOffences(range: Node, canvases: ReadonlyMap<string, Node>): readonly Phrase[] {
  const id = String(range['id']);
  const found: Phrase[] = [];
  if (range['type'] !== 'Range' || !isHttp(id) || !isLabel(range['label']))
    found.push(both(`${id} is no Range with a label`, `${id} 不是带 label 的 Range`));
  for (const part of list(range['items']).filter((item) => item['type'] === 'SpecificResource')) {
    const canvas = canvases.get(String(asNode(part['source'])['id']));
    const [x, y, width, height] = (
      /^xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(String(asNode(part['selector'])['value'])) ?? []
    )
      .slice(1)
      .map(Number);
    if (canvas === undefined) found.push(both(`${id} has a part on no canvas`, `${id} 有一部分不在画布上`));
    else if (x === undefined || y === undefined || width === undefined || height === undefined)
      found.push(both(`${id} has a part without a box`, `${id} 有一部分没有框`));
    else if (x + width > Number(canvas['width']) + 1 || y + height > Number(canvas['height']) + 1)
      found.push(both(`${id} has a part beyond its canvas`, `${id} 有一部分出了画布`));
  }
  return found;
}

/** All ranges of a tree of ranges. */
function ranges(roots: readonly Node[]): readonly Node[] {
  return roots.flatMap((range) => [range, ...ranges(list(range['items']).filter((item) => item['type'] === 'Range'))]);
}

/** Addresses of what a resource names as another form of itself. */
function linked(resource: Node): readonly string[] {
  const pictures = list(resource['items'])
    .flatMap((page) => list(page['items']))
    .map((annotation) => asNode(annotation['body']));
  const files = [
    ...list(resource['thumbnail']),
    ...list(resource['rendering']),
    ...list(resource['seeAlso']),
    ...list(resource['homepage']),
    ...pictures,
  ];
  return files.map((file) => file['id']).filter((id) => typeof id === 'string');
}

const asNode = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.map(asNode) : []);
const isHttp = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
const isSize = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;
const isLabel = (value: unknown): boolean =>
  Object.values(asNode(value)).some((texts) => Array.isArray(texts) && texts.length > 0);
