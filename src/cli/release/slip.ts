/** The change slip 改版单: what the press room is told when a plate is made anew. */
import type { Issue } from '../../issue/model.ts';
import type { ReleasedPage } from './store.ts';

/** The slip as plain text, all replates of the page, the last one first; undefined for a page that was never changed. */
export function changeSlip({ paper, id }: Issue, { plan, press, replates }: ReleasedPage): string | undefined {
  if (replates.length === 0) return undefined;
  const name = plan.name === undefined ? '' : ` ${plan.name}`;
  const head = [
    `${paper.name} ${id} · ${plan.label ?? plan.number}${name}`,
    '改版单 Change slip',
    `Use the plate of this file only: SHA-256 ${press}`,
  ];
  const parts = replates.toReversed().map(({ revision, changes }) => {
    const lines = changes.map(({ message }) => `- ${message}`);
    return [`Revision ${revision}`, ...(lines.length > 0 ? lines : ['- Made anew; nothing on the page changed.'])].join(
      '\n',
    );
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}
