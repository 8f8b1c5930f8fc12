/** Faults of photos that keep their story from the page. */
import type { Fault } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import { nameOf, titled } from './names.ts';

/** A photo has too few pixels for the narrowest place of a page, one column, which takes `needs` of them across. */
export const photoTooSmall = (
  article: Article,
  page: number,
  { file, width, needs }: { readonly file: string; readonly width: number; readonly needs: number },
): Fault => ({
  name: 'photo-too-small',
  exit: 4,
  severity: 'error',
  message: `${nameOf(article)} does not fit page ${page}: its photo ${file} is ${width} pixels wide, and one column takes ${needs}.`,
  hint: 'Fetch a larger file of the photo, or take it out of the story.',
  zh: {
    message: `${titled(article)}上不了第 ${page} 版：照片 ${file} 只有 ${width} 像素宽，排一栏就要 ${needs} 像素。`,
    hint: '请换一张像素更多的，或从稿件里撤下这张照片。',
  },
  place: article.place,
  page,
});
