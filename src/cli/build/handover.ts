/** What goes to the printer: the pages, the change slips, the hand-over sheet 付印单, and the digests of all of them. */
import { createHash } from 'node:crypto';
import { isChinese } from '../../fault.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { changeSlip } from '../release/slip.ts';
import type { Ready } from './ready.ts';

/** A file for the printer. */
export interface PressFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was made for the press. */
export interface Pressed {
  /** By page number. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /** All of them in one file. */
  readonly bound: Uint8Array;
  /** The profile's own name. */
  readonly profile: string;
}

/** What is asked of an issue. */
export type Handed = Pick<Ready, 'issue' | 'plan' | 'released'>;

/** Every file that the printer gets. */
export function deliveryOf(handed: Handed, { pages, bound, profile }: Pressed): readonly PressFile[] {
  const { issue, plan, released } = handed;
  const singles = plan.pages.flatMap(({ number }) => {
    const bytes = pages.get(number);
    return bytes === undefined ? [] : [{ name: fileOf(issue.id, number), bytes }];
  });
  const slips = [...released].flatMap(([number, page]) => {
    const slip = changeSlip(issue, page);
    return slip === undefined ? [] : [{ name: slipOf(issue.id, number), bytes: Buffer.from(slip) }];
  });
  const sheet = { name: `${issue.id}.txt`, bytes: Buffer.from(handoverSheet(handed, profile)) };
  const files = [...singles, { name: `${issue.id}.pdf`, bytes: bound }, ...slips, sheet];
  return [...files, { name: `${issue.id}.sha256`, bytes: Buffer.from(files.map(digestLine).join('')) }];
}

const fileOf = (id: string, page: number, rest = '.pdf'): string => `${id}-${String(page).padStart(2, '0')}${rest}`;
const slipOf = (id: string, page: number): string => fileOf(id, page, '-changes.txt');

/** A line that `sha256sum --check` reads. */
const digestLine = ({ name, bytes }: PressFile): string =>
  `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;

/** What was sent, how it is to be printed, and each page: plain text, in the paper's language. */
function handoverSheet(handed: Handed, profile: string): string {
  const { issue, plan } = handed;
  const chinese = isChinese(issue.paper.language);
  const number = issue.number === undefined ? '' : chinese ? ` 总第 ${issue.number} 期` : ` No. ${issue.number}`;
  const parts = [
    [`${issue.paper.name} ${issue.id}${number}`, '付印单 Hand-over sheet'],
    (chinese ? factsInChinese : factsInEnglish)(handed, profile),
    plan.pages.map((page) => (chinese ? rowInChinese : rowInEnglish)(handed, page).join('  ')),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function factsInEnglish({ issue: { id, paper }, plan }: Handed, profile: string): readonly string[] {
  const { condition, inkLimit, bleed, marks } = paper.press;
  return [
    `${plan.pages.length} pages, PDF/X-4, one file each; all of them together: ${id}.pdf`,
    `Trim ${trimsOf(plan.pages)} mm, bleed ${bleed} mm, ${marks ? 'with' : 'without'} marks`,
    `Output condition ${condition}, profile “${profile}”, total ink at most ${inkLimit} %`,
    `Whether all arrived whole: sha256sum --check ${id}.sha256`,
  ];
}

function factsInChinese({ issue: { id, paper }, plan }: Handed, profile: string): readonly string[] {
  const { condition, inkLimit, bleed, marks } = paper.press;
  return [
    `共 ${plan.pages.length} 版，PDF/X-4，一版一个文件；合在一起：${id}.pdf`,
    `成品尺寸 ${trimsOf(plan.pages)} mm，出血 ${bleed} mm，${marks ? '带' : '不带'}标记`,
    `输出条件 ${condition}，特性文件“${profile}”，总墨量上限 ${inkLimit}%`,
    `核对是否收全：sha256sum --check ${id}.sha256`,
  ];
}

/** The sizes of the cut pages, each once. */
const trimsOf = (pages: readonly PagePlan[]): string =>
  [...new Set(pages.map(({ trim }) => `${trim.width} × ${trim.height}`))].join(', ');

function rowInEnglish({ issue, released }: Handed, page: PagePlan): readonly string[] {
  const signed = released.get(page.number);
  const row = factsOf(issue.id, page);
  if (signed !== undefined) row.push(`signed off, plate ${signed.revision}`);
  if (signed !== undefined && signed.replates.length > 0) row.push(`see ${slipOf(issue.id, page.number)}`);
  if (page.draft) row.push('DRAFT: not for the plates');
  return row;
}

function rowInChinese({ issue, released }: Handed, page: PagePlan): readonly string[] {
  const signed = released.get(page.number);
  const row = factsOf(issue.id, page);
  if (signed !== undefined) row.push(`已签样，第 ${signed.revision} 块版`);
  if (signed !== undefined && signed.replates.length > 0) row.push(`见 ${slipOf(issue.id, page.number)}`);
  if (page.draft) row.push('草样，不可付印');
  return row;
}

/** File, plates, printed number and name of a page. */
const factsOf = (id: string, { number, label, name, color }: PagePlan): string[] => [
  fileOf(id, number),
  color ? 'CMYK' : 'K   ',
  label ?? String(number),
  ...(name === undefined ? [] : [name]),
];
