/** Pictures inspected once as long as neither their files nor what the issue asks of them changes. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { type Inspection, inspectPictures } from '../../photo/inspect.ts';

/** An inspection that remembers its last answer. */
export function warmInspection(): (folder: IssueFolder, issue: Issue) => Promise<Inspection> {
  let last: { readonly key: string; readonly inspection: Inspection } | undefined;
  return async (folder, issue) => {
    const key = await stampOf(folder, issue);
    if (last?.key !== key) last = { key, inspection: await inspectPictures(folder, issue) };
    return last.inspection;
  };
}

/** Everything that the inspection reads: the wishes, and each file's size and time. */
async function stampOf({ paper, issue: folder }: IssueFolder, issue: Issue): Promise<string> {
  const wishes = issue.articles.flatMap(({ photos }) => photos);
  const files = [...wishes, ...issue.ads, ...issue.fillers].map(({ file }) => path.join(folder, file));
  if (issue.paper.nameplate !== undefined) files.push(path.join(paper, issue.paper.nameplate));
  const stamps = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size, mtimeMs, ctimeMs }) => [file, size, mtimeMs, ctimeMs],
        () => [file],
      ),
    ),
  );
  return JSON.stringify([issue.paper.limits, issue.articles.map(({ photos }) => photos), stamps]);
}
