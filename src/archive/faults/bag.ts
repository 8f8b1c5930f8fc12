/** What `verify` finds in a bag and in the records in it. */
import { type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { fault } from './fault.ts';

/** What to do with a file that is not what was sealed. */
const SETTLE: Phrase = {
  en: 'Restore the file from another copy of the snapshot; never repair a sealed one.',
  zh: '请从另一份快照取回这个文件；封存的快照不许修改。',
};

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
