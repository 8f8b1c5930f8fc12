/** `broadsheet import`: a page's raw text into an issue folder; what it could not decide is listed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { both, type Fault, FaultError } from '../../fault.ts';
import { findPaper } from '../../issue/folder.ts';
import type { ImportedPage } from '../../issue/import/import-page.ts';
import { importPage } from '../../issue/import/import-page.ts';
import type { Command } from '../desk.ts';
import { photoToCome, undecided, unreadable } from '../faults.ts';

export const run: Command['run'] = async (desk, [file = ''], options) => {
  const source = path.resolve(desk.cwd, file);
  const raw = await readFile(source).catch(() => {
    throw new FaultError([unreadable(file)]);
  });
  const { into: given } = options;
  // Where there is no paper yet, one begins, as `new` does.
  const into = typeof given === 'string' ? path.resolve(desk.cwd, given) : (findPaper(desk.cwd) ?? desk.cwd);
  const date = String(options['date']);
  const imported = await desk.reporter.stage('importing', () =>
    importPage(raw, { date, into, file: path.basename(file) }),
  );
  const issue = path.relative(desk.cwd, path.join(into, 'issues', date));
  const named = findPaper(desk.cwd) === into || desk.cwd === into ? date : issue;
  const advice = both(
    `Read ${issue} against the raw text, above all the lines that are listed; then \`broadsheet check ${named}\`.`,
    `请对照原文通读 ${issue}，先看上面列出的各行；然后 \`broadsheet check ${named}\`。`,
  );
  return {
    advice,
    faults: [...imported.faults, ...doubts(imported, path.basename(file))],
    results: imported.written.map((written) => path.relative(desk.cwd, path.join(into, written))),
    facts: { photosToCome: imported.photosToCome },
  };
};

/** What a person has to look at, as warnings at their lines of the raw text. */
const doubts = ({ undecided: open, photosToCome }: ImportedPage, file: string): readonly Fault[] => [
  ...open.map((doubt) => undecided({ file, line: doubt.line }, doubt)),
  ...photosToCome.map((photo) => photoToCome({ file, line: photo.line }, photo.slug, photo.file)),
];
