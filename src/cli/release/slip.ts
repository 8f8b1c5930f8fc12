/** The change slip 改版单: what the press room is told when a plate is made anew. */
import { both, inChinese, inEnglish, isChinese, type Phrase, said } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { ReleasedPage } from './store.ts';

/** The slip as plain text, all replates of the page, the last one first; undefined for a page that was never changed. */
export function changeSlip({ paper, id }: Issue, { plan, press, replates }: ReleasedPage): string | undefined {
  if (replates.length === 0) return undefined;
  const name = plan.name === undefined ? '' : ` ${plan.name}`;
  const head = [
    `${paper.name} ${id} · ${plan.label ?? plan.number}${name}`,
    '改版单 Change slip',
    isChinese(paper.language)
      ? `只用此文件制的版：SHA-256 ${press}`
      : `Use the plate of this file only: SHA-256 ${press}`,
  ];
  const parts = replates.toReversed().map(({ revision, changes }) => {
    const lines = changes.map((change) => `- ${said(change, paper.language)}`);
    const [title, same] = isChinese(paper.language)
      ? [inChinese(plateName(revision)), '- 重制，版面没有改动。']
      : [capital(inEnglish(plateName(revision))), '- Made anew; nothing on the page changed.'];
    return [title, ...(lines.length > 0 ? lines : [same])].join('\n');
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What the press room calls a plate: the one signed off is the first, so the first replate makes the second. */
export const plateName = (revision: number): Phrase =>
  both(`plate ${revision} (replate ${revision - 1})`, `第 ${revision} 块版（第 ${revision - 1} 次改版）`);
