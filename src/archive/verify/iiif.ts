/** Whether a manifest is what IIIF Presentation 3.0 asks for, and names only files that are there. */
import { posix } from 'node:path';
import type { Fault } from '../../fault.ts';
import { recordInvalid } from '../faults.ts';

type Node = Readonly<Record<string, unknown>>;

/** Checks `manifest.json`; `base` is the folder in the payload. */
export function checkManifest(
  path: string,
  value: unknown,
  base: string,
  isThere: ReadonlySet<string>,
): readonly Fault[] {
  const found: string[] = [];
  const manifest = asNode(value);
  if (manifest['@context'] !== 'http://iiif.io/api/presentation/3/context.json')
    found.push('the context is not Presentation 3');
  if (manifest['type'] !== 'Manifest') found.push('it is no Manifest');
  if (!isHttp(manifest['id'])) found.push('its id is no HTTP address');
  if (!isLabel(manifest['label'])) found.push('it has no label in a language map');
  if (Number.isNaN(Date.parse(String(manifest['navDate'])))) found.push('navDate is no date');
  const root = String(manifest['id']).replace(/manifest\.json$/, '');
  const canvases = new Map(list(manifest['items']).map((canvas) => [String(canvas['id']), canvas]));
  if (canvases.size === 0) found.push('it has no canvas');
  for (const [id, canvas] of canvases) found.push(...canvasOffences(id, canvas));
  for (const range of ranges(list(manifest['structures']))) found.push(...rangeOffences(range, canvases));
  const named = [manifest, ...canvases.values()].flatMap(linked).filter((id) => id.startsWith(root));
  for (const id of new Set(named)) {
    const file = posix.join(base, decodeURIComponent(id.slice(root.length)));
    if (!isThere.has(file)) found.push(`${id.slice(root.length)} is not in the snapshot`);
  }
  return [...new Set(found)].slice(0, 5).map((message) => recordInvalid(path, message));
}

function canvasOffences(id: string, canvas: Node): readonly string[] {
  const found: string[] = [];
  if (canvas['type'] !== 'Canvas' || !isHttp(id) || id.includes('#')) found.push(`${id} is no Canvas`);
  if (!isSize(canvas['width']) || !isSize(canvas['height'])) found.push(`${id} has no size`);
  for (const annotation of list(canvas['items']).flatMap((page) => list(page['items']))) {
    if (annotation['motivation'] !== 'painting' || annotation['target'] !== id)
      found.push(`${id} is painted from elsewhere`);
  }
  return found;
}

function rangeOffences(range: Node, canvases: ReadonlyMap<string, Node>): readonly string[] {
  const id = String(range['id']);
  const found: string[] = [];
  if (range['type'] !== 'Range' || !isHttp(id) || !isLabel(range['label']))
    found.push(`${id} is no Range with a label`);
  for (const part of list(range['items']).filter((item) => item['type'] === 'SpecificResource')) {
    const canvas = canvases.get(String(asNode(part['source'])['id']));
    const [x, y, width, height] = (
      /^xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(String(asNode(part['selector'])['value'])) ?? []
    )
      .slice(1)
      .map(Number);
    if (canvas === undefined) found.push(`${id} has a part on no canvas`);
    else if (x === undefined || y === undefined || width === undefined || height === undefined)
      found.push(`${id} has a part without a box`);
    else if (x + width > Number(canvas['width']) + 1 || y + height > Number(canvas['height']) + 1)
      found.push(`${id} has a part beyond its canvas`);
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
