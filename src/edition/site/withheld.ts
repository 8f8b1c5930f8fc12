/** `withheld.txt`: what of the output is not for a public server, as rsync and its like read it. */
import type { CatalogueEntry } from './catalogue.ts';

/** From the output's root. */
export const WITHHELD_FILE = 'withheld.txt';

const HEAD = [
  '# What web: false or web: withdrawn keeps off the web is still printed in these files: no public server may have them.',
  '# rsync --archive --delete --delete-excluded --exclude-from=output/withheld.txt output/ SERVER:FOLDER/',
];

/** One pattern a line, from the output's root: files of the issues, their reports, and every snapshot of them. */
export function withheldList(issues: readonly CatalogueEntry[]): string {
  const patterns = issues.flatMap(({ id, withheld = [] }) =>
    withheld.length === 0
      ? []
      : [...withheld.map((file) => `/${id}/${file}`), `/reports/${id}.*`, `/snapshots/${id}`, `/snapshots/${id}.*`],
  );
  return `${[...HEAD, `/${WITHHELD_FILE}`, ...patterns].join('\n')}\n`;
}
