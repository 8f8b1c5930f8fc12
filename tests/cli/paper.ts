/** A small paper in a temporary folder, from a few texts. */
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface MadePaper {
  /** Absolute path of the paper's folder. */
  readonly paper: string;
  /** Absolute path of the issue's folder. */
  readonly issue: string;
}

/** Path below the issue folder → its text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const DATE = '2026-01-08';

/** Writes a paper of one issue; a text under `newspaper.yaml` replaces the paper's own. */
export async function makePaper(files: Files, date: string = DATE): Promise<MadePaper> {
  const paper = await mkdtemp(path.join(tmpdir(), 'broadsheet-paper-'));
  const issue = path.join(paper, 'issues', date);
  await mkdir(issue, { recursive: true });
  await writeFile(path.join(paper, 'newspaper.yaml'), files['newspaper.yaml'] ?? 'name: 星城小报\nformat: tabloid\n');
  for (const [name, content] of Object.entries(files)) {
    if (name === 'newspaper.yaml') continue;
    await mkdir(path.dirname(path.join(issue, name)), { recursive: true });
    await writeFile(path.join(issue, name), content);
  }
  return { paper, issue };
}

/** A copy of the sample paper: an issue that takes a while to build. */
export async function samplePaper(): Promise<MadePaper> {
  const program = fileURLToPath(new URL('../../', import.meta.url));
  const paper = await mkdtemp(path.join(tmpdir(), 'broadsheet-sample-'));
  const issue = path.join(paper, 'issues', DATE);
  await cp(path.join(program, 'issues', DATE), issue, { recursive: true });
  await cp(path.join(program, 'newspaper.yaml'), path.join(paper, 'newspaper.yaml'));
  return { paper, issue };
}

/** An article with this front matter and so many characters of text. */
export function article(front: string, characters = 400): string {
  const sentence = '江水涨了又落，码头上的人说，今年的冬天来得比往年早一些。';
  const paragraph = sentence.repeat(4);
  const text = Array.from({ length: Math.ceil(characters / paragraph.length) }, () => paragraph).join('\n\n');
  return `---\n${front.trim()}\n---\n${text}\n`;
}
