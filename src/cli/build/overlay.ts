/** `--only`: the parts that are not made anew stay as they were published. */
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Job, PARTS, type Part } from './job.ts';

/** The part that a file of an issue's output belongs to; undefined for the report, which every run writes. */
function partOf(file: string): Part | undefined {
  if (/^report\.(json|html)$/.test(file)) return undefined;
  if (file.startsWith('press/')) return 'press';
  if (/^(alto|pages)\//.test(file) || file === 'mets.xml' || file === 'manifest.json') return 'archive';
  return 'web';
}

/**
 * Links the files of the other parts of the published issue into the folder that is about to take its place. The archive's records
 * do not stay beside a draft: they would say that it is finished, and it could be sealed.
 */
export async function keepOtherParts(job: Job, id: string, into: string): Promise<void> {
  if (job.parts.size === PARTS.length) return;
  const from = path.join(job.output, id);
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const file = path.relative(from, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    const part = partOf(file);
    if (!entry.isFile() || part === undefined || job.parts.has(part)) continue;
    if (part === 'archive' && job.draft) continue;
    const target = path.join(into, file);
    await mkdir(path.dirname(target), { recursive: true });
    // A link costs nothing; file systems without links get a copy.
    await link(path.join(from, file), target).catch(() => copyFile(path.join(from, file), target));
  }
}
