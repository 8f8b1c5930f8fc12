/** What keeps an issue from being sealed. */
import { type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { fault } from './fault.ts';

/** `seal` finds no built output of the issue, or not all of it. */
export const issueNotBuilt = (id: string, missing: readonly string[]): Fault =>
  fault(
    'issue-not-built',
    {
      en: `Issue ${id} is not wholly built: the output has no ${missing.join(', ')}.`,
      zh: `${id} 期还没有完整生成：输出里缺 ${missing.join('、')}。`,
    },
    {
      en: `Run \`broadsheet build ${id}\` first, without --only.`,
      zh: `请先运行 \`broadsheet build ${id}\`，不带 --only。`,
    },
  );

/** `seal` finds an output that was built before the sources were last changed. */
export const outputStale = (id: string): Fault =>
  fault(
    'output-stale',
    { en: `The sources of ${id} have changed since it was built.`, zh: `${id} 期 build 之后，原稿又改过。` },
    { en: `Run \`broadsheet build ${id}\` again, then seal it.`, zh: `请重新 \`broadsheet build ${id}\`，再封存。` },
  );

/** `seal` finds a draft, which may hold what nobody printed. */
export const draftUnsealed = (id: string): Fault =>
  fault(
    'draft-unsealed',
    { en: `The output of ${id} is a draft.`, zh: `${id} 期的输出是草样。` },
    {
      en: `Run \`broadsheet build ${id}\` without --draft, then seal it.`,
      zh: `请运行 \`broadsheet build ${id}\`，不带 --draft，再封存。`,
    },
  );

/** `seal` of a date already sealed, whose sources have changed since, without a reason. */
export const revisionNeedsReason = (id: string, next: string): Fault =>
  fault(
    'revision-needs-reason',
    {
      en: `${id} is sealed and has changed since; a sealed snapshot is never overwritten.`,
      zh: `${id} 期已经封存，此后又改过；封存的快照不能覆盖。`,
    },
    {
      en: `Give the reason to seal the revision ${next}: --reason "what was corrected".`,
      zh: `要封存修订版 ${next}，请写明缘由：--reason "更正了什么"。`,
    },
  );

/** `seal` of a date already sealed from the very same sources. */
export const alreadySealed = (id: string, snapshot: string): Fault => ({
  ...fault(
    'already-sealed',
    {
      en: `${id} is already sealed, from the same sources, as ${snapshot}.`,
      zh: `${id} 期已按同样的原稿封存为 ${snapshot}。`,
    },
    { en: 'Nothing is to be done.', zh: '不必再做什么。' },
  ),
  severity: 'warning',
});

/** A snapshot that does not say any more what it is: `seal` cannot compare with it, the index and the web cannot name it. */
export const snapshotDamaged = (snapshot: string): Fault =>
  fault(
    'snapshot-damaged',
    {
      en: `The snapshot ${snapshot} is damaged: what it says of itself cannot be read.`,
      zh: `快照 ${snapshot} 已损坏：它的说明读不出来。`,
    },
    {
      en: `\`broadsheet verify ${snapshot}\` names the damage; restore the snapshot from another copy. Until then the archive’s index and the web leave it out.`,
      zh: `\`broadsheet verify ${snapshot}\` 会指出损坏之处；请从另一份快照恢复。在此之前，归档索引和网页都略去它。`,
    },
  );

/** A source file that cannot go into a snapshot. */
export const sourceUnfit = (file: string, why: Phrase): Fault =>
  fault(
    'source-unfit',
    { en: `${file} cannot be sealed: ${inEnglish(why)}.`, zh: `${file} 不能封存：${inChinese(why)}。` },
    { en: 'Put a plain file below the issue folder in its place.', zh: '请换成本期文件夹里的普通文件。' },
    file,
  );
