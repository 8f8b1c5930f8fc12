/** What goes to the printer: the pages, the change slips, the hand-over sheet 付印单, and the digests of all of them. */
import { createHash } from 'node:crypto';
import { inChinese, inEnglish, isChinese } from '../../fault.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import type { OutputProfile } from '../../press/model.ts';
import { changeSlip } from '../release/slip.ts';
import { isOtherPress, type OtherTerm, otherTerms, termsNamed, termsOf } from '../release/terms.ts';
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
  /** All of them in one file; absent where they are of one output condition no more (`isOnePress`). */
  readonly bound: Uint8Array | undefined;
  readonly profile: Pick<OutputProfile, 'name' | 'sha256'>;
}

/** What is asked of an issue. */
export type Handed = Pick<Ready, 'issue' | 'plan' | 'released'>;

/** True when all pages are made for one output condition: a file that binds them can name only one. */
export const isOnePress = (handed: Handed, profile: Pressed['profile']): boolean =>
  handed.plan.pages.every((page) => !isOtherPress(othersOf(handed, page, profile)));

/** The terms by which a signed-off page's plate differs from those of the pages beside it. */
function othersOf(
  { issue, released }: Handed,
  { number }: PagePlan,
  profile: Pressed['profile'],
): readonly OtherTerm[] {
  return otherTerms(released.get(number)?.terms, termsOf(issue, profile));
}

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
  const together = bound === undefined ? [] : [{ name: `${issue.id}.pdf`, bytes: bound }];
  const sheet = { name: `${issue.id}.txt`, bytes: Buffer.from(handoverSheet(handed, profile)) };
  const files = [...singles, ...together, ...slips, sheet];
  return [...files, { name: `${issue.id}.sha256`, bytes: Buffer.from(files.map(digestLine).join('')) }];
}

const fileOf = (id: string, page: number, rest = '.pdf'): string => `${id}-${String(page).padStart(2, '0')}${rest}`;
const slipOf = (id: string, page: number): string => fileOf(id, page, '-changes.txt');

/** A line that `sha256sum --check` reads. */
const digestLine = ({ name, bytes }: PressFile): string =>
  `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;

/** What was sent, how it is to be printed, and each page: plain text, in the paper's language. */
function handoverSheet(handed: Handed, profile: Pressed['profile']): string {
  const { issue, plan } = handed;
  const chinese = isChinese(issue.paper.language);
  const number = issue.number === undefined ? '' : chinese ? ` 总第 ${issue.number} 期` : ` No. ${issue.number}`;
  const parts = [
    [`${issue.paper.name} ${issue.id}${number}`, '付印单 Hand-over sheet'],
    (chinese ? factsInChinese : factsInEnglish)(handed, profile),
    plan.pages.map((page) =>
      (chinese ? rowInChinese : rowInEnglish)(handed, page, othersOf(handed, page, profile)).join('  '),
    ),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function factsInEnglish(handed: Handed, profile: Pressed['profile']): readonly string[] {
  const { id, paper } = handed.issue;
  const { pages } = handed.plan;
  const { condition, inkLimit, bleed, marks } = paper.press;
  const together = isOnePress(handed, profile)
    ? `all of them together: ${id}.pdf`
    : 'not bound together, for they are of more than one output condition';
  return [
    `${pages.length} pages, PDF/X-4, one file each; ${together}`,
    `Trim ${trimsOf(pages)} mm, bleed ${bleed} mm, ${marks ? 'with' : 'without'} marks`,
    `Output condition ${condition}, profile “${profile.name}”, total ink at most ${inkLimit} %`,
    `Whether all arrived whole: sha256sum --check ${id}.sha256`,
  ];
}

function factsInChinese(handed: Handed, profile: Pressed['profile']): readonly string[] {
  const { id, paper } = handed.issue;
  const { pages } = handed.plan;
  const { condition, inkLimit, bleed, marks } = paper.press;
  const together = isOnePress(handed, profile) ? `合在一起：${id}.pdf` : '输出条件不一，不合成一个文件';
  return [
    `共 ${pages.length} 版，PDF/X-4，一版一个文件；${together}`,
    `成品尺寸 ${trimsOf(pages)} mm，出血 ${bleed} mm，${marks ? '带' : '不带'}标记`,
    `输出条件 ${condition}，特性文件“${profile.name}”，总墨量上限 ${inkLimit}%`,
    `核对是否收全：sha256sum --check ${id}.sha256`,
  ];
}

/** The sizes of the cut pages, each once. */
const trimsOf = (pages: readonly PagePlan[]): string =>
  [...new Set(pages.map(({ trim }) => `${trim.width} × ${trim.height}`))].join(', ');

function rowInEnglish({ issue, released }: Handed, page: PagePlan, others: readonly OtherTerm[]): readonly string[] {
  const signed = released.get(page.number);
  const row = factsOf(issue.id, page);
  if (signed !== undefined) row.push(`signed off, plate ${signed.revision}`);
  if (signed !== undefined && signed.replates.length > 0) row.push(`see ${slipOf(issue.id, page.number)}`);
  if (others.length > 0) row.push(`MADE OTHERWISE: ${inEnglish(termsNamed(others))}`);
  if (page.draft) row.push('DRAFT: not for the plates');
  return row;
}

function rowInChinese({ issue, released }: Handed, page: PagePlan, others: readonly OtherTerm[]): readonly string[] {
  const signed = released.get(page.number);
  const row = factsOf(issue.id, page);
  if (signed !== undefined) row.push(`已签样，第 ${signed.revision} 块版`);
  if (signed !== undefined && signed.replates.length > 0) row.push(`见 ${slipOf(issue.id, page.number)}`);
  if (others.length > 0) row.push(`注意，设置不同：${inChinese(termsNamed(others))}`);
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
