/** The fault of a file that the issue does not read; what to do hangs on what kind of file it is. */
import path from 'node:path';
import type { Fault, Place } from '../../fault.ts';
import { fault } from './fault.ts';

/** What to do with a kind of file, by its endings. */
interface Kind {
  readonly endings: readonly string[];
  readonly en: string;
  readonly zh: string;
}

const KINDS: readonly Kind[] = [
  {
    endings: ['bmp', 'gif', 'jfif', 'jp2', 'jxl', 'psd', 'tga', 'raw', 'dng', 'cr2', 'cr3', 'nef', 'arw', 'orf', 'raf'],
    en: 'Save the picture in photos/ as jpg, png or tif, and name it in the `photos:` of a story',
    zh: '请把图片另存为 jpg、png 或 tif，放进 photos/，在稿件的 `photos:` 里写上',
  },
  {
    endings: ['ai', 'eps', 'ps', 'cdr', 'indd', 'wmf', 'emf'],
    en: 'Save the drawing as svg and name it in the `photos:` of a story; an advertisement as pdf in ads/, named under `ads:`',
    zh: '请把图另存为 svg，在稿件的 `photos:` 里写上；广告另存为 pdf，放进 ads/，在 `ads:` 里写上',
  },
  {
    endings: ['docx', 'doc', 'wps', 'odt', 'rtf', 'pages', 'html', 'htm'],
    en: 'Open it and save each story as plain text in UTF-8, in a file of its own with the ending .md',
    zh: '请打开它，把每篇稿件另存为 UTF-8 纯文本，一稿一个文件，扩展名写 .md',
  },
  {
    endings: ['txt', 'text'],
    en: 'If it is a story, give it the ending .md',
    zh: '若是稿件，请把扩展名改成 .md',
  },
  {
    endings: ['xlsx', 'xls', 'et', 'ods', 'numbers', 'csv', 'tsv'],
    en: 'Write what is to be printed as a Markdown table into a story',
    zh: '要登的表格，请用 Markdown 表格写进稿件',
  },
  {
    endings: ['zip', 'rar', '7z', 'tar', 'gz', 'tgz'],
    en: 'Unpack it: stories (.md) beside issue.yaml, pictures in photos/, advertisements in ads/',
    zh: '请先解压：稿件（.md）放在 issue.yaml 旁边，图片放进 photos/，广告放进 ads/',
  },
  {
    endings: ['mp4', 'mov', 'avi', 'mkv', 'webm', 'mp3', 'm4a', 'wav'],
    en: 'Put film and sound on the web, and print their address as the `qr:` of a story',
    zh: '音视频请放到网上，在稿件的 `qr:` 里写上网址，印成二维码',
  },
];

const UNKNOWN: Omit<Kind, 'endings'> = {
  en: 'If it is a story, save it as a Markdown file (.md)',
  zh: '若是稿件，请另存为 Markdown 文件（.md）',
};

export function fileUnread(place: Place): Fault {
  const ending = path.posix.extname(place.file).slice(1).toLowerCase();
  const { en, zh } = KINDS.find(({ endings }) => endings.includes(ending)) ?? UNKNOWN;
  return fault({
    name: 'file-unread',
    severity: 'warning',
    message: `“${place.file}” is not read: only issue.yaml and *.md are, and the pictures that they name.`,
    hint: `${en}; or move the file out of the issue folder.`,
    zh: {
      message: `“${place.file}”没有读入：本期只读 issue.yaml、*.md 和稿件里写明的图片。`,
      hint: `${zh}；不用的请移出本期文件夹。`,
    },
    place,
  });
}
