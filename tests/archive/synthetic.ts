/** A built issue as the pipeline leaves it, small and made by hand: what seal, verify and rebuild are tried on. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceDigest } from '../../src/archive/snapshot/payload.ts';
import type { Issue, IssueFolder } from '../../src/issue/model.ts';
import { archiveRecords, twoPages } from './builders.ts';

/** A paper, its output and the program's description, in a temporary folder. */
export interface Desk extends AsyncDisposable {
  readonly root: string;
  readonly output: string;
  readonly folder: IssueFolder;
  readonly program: string;
  readonly issue: Issue;
}

export async function writeAll(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Sources as the desk wrote them; `word` is what a correction changes. */
export function sources(word: string): Record<string, string> {
  return {
    'newspaper.yaml': 'name: 星城晚报\n',
    'issues/2026-01-08/lead.md': `---\ntitle: 从卖产品到建生态\n---\n${word}\n`,
    'issues/2026-01-08/photos/钻机 1.jpg': 'no jpeg, only bytes',
  };
}

/** Stands for the whole build: the same output from the same sources. */
export async function fakeBuild(output: string, folder: IssueFolder, issue: Issue, word: string): Promise<void> {
  const { id } = issue;
  const html = (title: string, link: string) =>
    `<!doctype html><title>${title}</title><link rel="stylesheet" href="../assets/paper.css"><a href="${link}">${word}</a>\n`;
  const pages = { [`${id}/index.html`]: html('front', 'lead/'), [`${id}/lead/index.html`]: html('lead', '../') };
  const pdf = Buffer.from(`%PDF-1.6 ${word}`);
  const files: Record<string, string | Uint8Array> = {
    ...pages,
    [`${id}/page-01/index.html`]: html('1', '../lead/index.html'),
    [`${id}/page-02/index.html`]: html('2', '/archive/'),
    [`${id}/brief/index.html`]: html('brief', '../'),
    'assets/paper.css': '@font-face { src: url(song.woff2); }\n',
    'assets/song.woff2': 'font',
    [`${id}/${id}.pdf`]: pdf,
    [`${id}/press/${id}-01.pdf`]: pdf,
    [`${id}/press/${id}-02.pdf`]: pdf,
    [`${id}/issue.json`]: '{}\n',
    [`${id}/report.json`]: '{}\n',
  };
  const ofIssue = Object.entries(files).filter(([path]) => path.startsWith(`${id}/`));
  const others = new Map(ofIssue.map(([path, content]) => [path.slice(id.length + 1), Buffer.from(content)]));
  const input = { ...twoPages(), issue, sources: await sourceDigest(folder, issue) };
  for (const [path, bytes] of archiveRecords(input, others)) files[`${id}/${path}`] = bytes;
  await writeAll(output, files);
}

/** A desk with one issue built. */
export async function desk(word = '外贸'): Promise<Desk> {
  const root = await mkdtemp(join(tmpdir(), 'broadsheet-archive-'));
  const paper = join(root, 'paper');
  const { issue } = twoPages();
  await writeAll(paper, sources(word));
  await writeAll(join(root, 'program'), {
    'package.json': '{ "name": "broadsheet", "version": "0.1.0" }\n',
    'package-lock.json': '{}\n',
  });
  const output = join(paper, 'output');
  const folder = { paper, issue: join(paper, 'issues/2026-01-08') };
  await fakeBuild(output, folder, issue, word);
  return {
    root,
    output,
    issue,
    folder,
    program: join(root, 'program'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
