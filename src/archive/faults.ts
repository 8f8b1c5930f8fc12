/** The archive's faults. Names are permanent: other programs look for them in `verify --json`. */
import { counted, type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';

const SETTLE: Phrase = {
  en: 'Restore the file from another copy of the snapshot; never repair a sealed one.',
  zh: '请从另一份快照取回这个文件；封存的快照不许修改。',
};

/** `what` happened and what is to be done about it, in both languages. */
function fault(name: string, what: Phrase, todo: Phrase, file?: string): Fault {
  return {
    name,
    exit: 1,
    severity: 'error',
    message: inEnglish(what),
    hint: inEnglish(todo),
    zh: { message: inChinese(what), hint: inChinese(todo) },
    ...(file === undefined ? {} : { place: { file } }),
  };
}

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

/** `verify` is pointed at something that is no snapshot. */
export const snapshotMissing = (snapshot: string): Fault =>
  fault(
    'snapshot-missing',
    { en: `There is no snapshot ${snapshot}.`, zh: `没有快照 ${snapshot}。` },
    snapshot.endsWith('.zip')
      ? {
          en: 'A snapshot is checked as a folder: unpack the .zip and give the folder that comes out of it.',
          zh: '查验的是文件夹：请先解压 .zip，再写解压出来的文件夹。',
        }
      : {
          en: 'Name a folder below output/snapshots, such as 2026-01-08; an issue that was never sealed is sealed by `broadsheet seal`.',
          zh: '请写 output/snapshots 下的文件夹名，如 2026-01-08；还没有封存的，先用 `broadsheet seal` 封存。',
        },
  );

/** `bagit.txt` is absent or not the declaration of RFC 8493 §2.1.1. */
export const bagDeclaration = (why: Phrase): Fault =>
  fault(
    'bag-declaration',
    {
      en: `bagit.txt is no BagIt 1.0 declaration: ${inEnglish(why)}.`,
      zh: `bagit.txt 不是 BagIt 1.0 的声明：${inChinese(why)}。`,
    },
    SETTLE,
    'bagit.txt',
  );

/** The bag lacks a part that every bag has. */
export const bagPartMissing = (part: Phrase): Fault =>
  fault(
    'bag-part-missing',
    { en: `The bag has no ${inEnglish(part)}.`, zh: `归档包缺${inChinese(part)}。` },
    SETTLE,
    inEnglish(part),
  );

/** The bag leaves files to be fetched from elsewhere (§2.2.3); a snapshot is complete. */
export const bagFetch = (): Fault =>
  fault(
    'bag-fetch',
    { en: 'fetch.txt says that files of the bag lie elsewhere.', zh: 'fetch.txt 说归档包有文件存在别处。' },
    {
      en: 'A snapshot holds all its files: find the one that was sealed.',
      zh: '快照应当自带全部文件，请找出当初封存的那一份。',
    },
    'fetch.txt',
  );

/** A line of a manifest cannot be read. */
export const manifestLine = (manifest: string, line: number, why: Phrase): Fault => ({
  ...fault(
    'manifest-line',
    { en: `Line ${line} of ${manifest}: ${inEnglish(why)}.`, zh: `${manifest} 第 ${line} 行：${inChinese(why)}。` },
    SETTLE,
  ),
  place: { file: manifest, line },
});

/** Two manifests of a bag do not list the same files (RFC 8493 §2.1.3). */
export const manifestsDiffer = (path: string, manifest: string): Fault =>
  fault(
    'manifests-differ',
    {
      en: `${path} is listed in another manifest but not in ${manifest}.`,
      zh: `${path} 列在别的清单里，${manifest} 里却没有。`,
    },
    SETTLE,
    manifest,
  );

export const fileMissing = (path: string): Fault =>
  fault(
    'file-missing',
    { en: `${path} is listed in the manifest and not in the bag.`, zh: `清单里有 ${path}，归档包里却没有。` },
    SETTLE,
    path,
  );

export const fileExtra = (path: string): Fault =>
  fault(
    'file-extra',
    { en: `${path} is in the bag and listed nowhere.`, zh: `归档包里有 ${path}，哪份清单都没列。` },
    { en: 'Take the file away, or find out who put it there.', zh: '请移走这个文件，或查清是谁放的。' },
    path,
  );

export const fileChanged = (path: string, algorithm: string): Fault =>
  fault(
    'file-changed',
    {
      en: `${path} has changed: its ${algorithm} is not the one that was sealed.`,
      zh: `${path} 被改动过：${algorithm} 与封存时不符。`,
    },
    SETTLE,
    path,
  );

export const fileRenamed = (from: string, to: string): Fault =>
  fault(
    'file-renamed',
    { en: `${from} is missing, and ${to} holds its bytes.`, zh: `缺 ${from}，它的内容在 ${to} 里。` },
    { en: `Name it ${from} again.`, zh: `请改回原名 ${from}。` },
    to,
  );

export const filesSwapped = (one: string, other: string): Fault =>
  fault(
    'files-swapped',
    { en: `${one} and ${other} hold each other's bytes.`, zh: `${one} 与 ${other} 的内容对调了。` },
    { en: 'Exchange their names.', zh: '请把两个文件名换回来。' },
    one,
  );

/** A link, a device or a pipe in a bag. */
export const fileIrregular = (path: string): Fault =>
  fault('file-irregular', { en: `${path} is not a plain file.`, zh: `${path} 不是普通文件。` }, SETTLE, path);

/** A name that is no UTF-8, as an unpacker leaves it that takes it for another encoding; nothing by that name can be read. */
export const nameGarbled = (path: string): Fault =>
  fault(
    'name-garbled',
    { en: `The name ${path} is not UTF-8 and cannot be read.`, zh: `文件名 ${path} 不是 UTF-8，读不出来。` },
    {
      en: 'Unpack or copy the snapshot again with a program that keeps names in UTF-8.',
      zh: '请换用能保留 UTF-8 文件名的软件，重新解压或复制这份快照。',
    },
    path,
  );

export const oxumWrong = (said: string, found: string): Fault =>
  fault(
    'oxum-wrong',
    {
      en: `bag-info.txt promises a payload of ${said} (bytes.files), and there are ${found}.`,
      zh: `bag-info.txt 记着内容 ${said}（字节数、文件数），实有 ${found}。`,
    },
    SETTLE,
    'bag-info.txt',
  );

export const bagInfo = (why: Phrase): Fault =>
  fault(
    'bag-info',
    { en: `bag-info.txt: ${inEnglish(why)}.`, zh: `bag-info.txt：${inChinese(why)}。` },
    SETTLE,
    'bag-info.txt',
  );

/** An XML record that no parser would read. */
export const recordMalformed = (file: string, line: number, why: Phrase): Fault => ({
  ...fault(
    'record-malformed',
    {
      en: `${file} line ${line} is not well-formed: ${inEnglish(why)}.`,
      zh: `${file} 第 ${line} 行 XML 写法有误：${inChinese(why)}。`,
    },
    SETTLE,
  ),
  place: { file, line },
});

/** A record that is readable and not what its standard asks for. */
export const recordInvalid = (file: string, why: Phrase, line?: number): Fault => ({
  ...fault('record-invalid', { en: `${file}: ${inEnglish(why)}.`, zh: `${file}：${inChinese(why)}。` }, SETTLE),
  place: { file, ...(line === undefined ? {} : { line }) },
});

/** A file that the program which sealed it makes otherwise today. */
export const rebuildDiffers = (file: string, why: Phrase): Fault =>
  fault(
    'rebuild-differs',
    { en: `${file} is not reproduced: ${inEnglish(why)}.`, zh: `${file} 重建后不一样：${inChinese(why)}。` },
    {
      en: 'The program is the one that sealed it: see that it was also the one that built the issue, and report a bug if it was.',
      zh: '重建用的就是封存时的程序：请查这一期当时是不是也由它 build；若是，请报告程序缺陷。',
    },
    file,
  );

/** Files that are named before the others are counted. */
const NAMED = 5;

/** Files of one kind that another program than the one that sealed them makes otherwise. */
export function rebuiltOtherwise(kind: string, files: readonly string[], same: number): Fault {
  const named = files.slice(0, NAMED);
  const more = files.length - named.length;
  return fault(
    'rebuild-differs',
    {
      en: `Not as sealed: ${counted(files.length, `${kind} file`)} (${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}); as sealed: ${same}.`,
      zh: `与封存时不同的 ${kind} 文件有 ${files.length} 个（${named.join('、')}${more > 0 ? `，另有 ${more} 个` : ''}）；相同的 ${same} 个。`,
    },
    {
      en: 'Nothing is wrong with the snapshot: this program makes them otherwise than the one that sealed it.',
      zh: '快照没有损坏：只是现在的程序做出来的，与封存时的程序不同。',
    },
  );
}

/** The program that rebuilds is not the one that sealed; not a fault by itself. */
export const otherVersions = (what: Phrase): Fault => ({
  ...fault(
    'other-versions',
    {
      en: `Rebuilt by another program than the one that sealed it: ${inEnglish(what)}.`,
      zh: `重建用的程序与封存时的不同：${inChinese(what)}。`,
    },
    {
      en: 'The sealed files are whole. To have the same bytes, rebuild with what data/tools/versions.json names.',
      zh: '封存的文件完好。要得到相同的字节，请用 data/tools/versions.json 里记的版本重建。',
    },
  ),
  severity: 'warning',
});
