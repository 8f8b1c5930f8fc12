/** What a snapshot that is built again comes out otherwise in. */
import { counted, type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import { fault } from './fault.ts';

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
