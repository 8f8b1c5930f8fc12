/**
 * The form in which snapshots are sealed, stricter than BagIt: exactly SHA-256 and SHA-512 manifests, lower-case digests, two
 * spaces, line feeds, paths in byte order. The RFC lets a checker overlook the case of a digest or the kind of a line
 * end; here nothing may be overlooked, or a changed byte of a tag manifest (which no other file vouches for) would be.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, type Fault } from '../../fault.ts';
import { bagPartMissing, fileExtra, manifestLine } from '../faults.ts';

const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 };
const NAMES = Object.keys(LENGTHS).flatMap((algorithm) => [
  `manifest-${algorithm}.txt`,
  `tagmanifest-${algorithm}.txt`,
]);

/** Checks the four manifests of a snapshot. */
export async function checkForm(folder: string): Promise<readonly Fault[]> {
  const names = (await readdir(folder)).filter((name) => /^(?:tag)?manifest-/.test(name));
  const missing = NAMES.filter((name) => !names.includes(name)).map((name) => bagPartMissing(name));
  const extra = names.filter((name) => !NAMES.includes(name)).map(fileExtra);
  const lines = await Promise.all(NAMES.filter((name) => names.includes(name)).map((name) => checkLines(folder, name)));
  return [...missing, ...extra, ...lines.flat()];
}

async function checkLines(folder: string, name: string): Promise<readonly Fault[]> {
  const text = await readFile(join(folder, name), 'utf8');
  const length = LENGTHS[/-(.*)\.txt$/.exec(name)?.[1] ?? ''] ?? 0;
  const shape = new RegExp(`^[0-9a-f]{${length}} {2}[^\\s\\r].*$`);
  const lines = text.split('\n');
  const wrong: Fault[] =
    lines.pop() === ''
      ? []
      : [manifestLine(name, lines.length + 1, both('it does not end with a line feed', '末尾没有换行'))];
  let before = Buffer.alloc(0);
  lines.forEach((line, index) => {
    const path = Buffer.from(line.slice(length + 2));
    if (!shape.test(line) || line.includes('\r'))
      wrong.push(manifestLine(name, index + 1, both('it is not written as it was sealed', '写法与封存时不同')));
    else if (Buffer.compare(before, path) >= 0)
      wrong.push(manifestLine(name, index + 1, both('it is not in its place', '次序不对')));
    before = path;
  });
  return wrong;
}
