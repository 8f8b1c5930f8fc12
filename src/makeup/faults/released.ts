/** Stories, ads and pages that are at odds with what is signed off. */
import type { Fault } from '../../fault.ts';
import type { AdRequest, Article } from '../../issue/model.ts';
import { nameOf, titled } from './names.ts';

/** A story is sent to a page that was signed off without it. */
export const releasedTurnsAway = (issue: string, article: Article, page: number): Fault => ({
  name: 'released-page-asked',
  exit: 4,
  severity: 'warning',
  message: `${nameOf(article)} is sent to page ${page}, which is signed off without it; it stands where there is room.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or send the story to another page.`,
  zh: {
    message: `${titled(article)}要上第 ${page} 版，该版签样时没有它；现排在别的有空位的版。`,
    hint: `要上这一版，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请改版次。`,
  },
  place: article.place,
});

/** A story is sent away from a page that was signed off with it. */
export const releasedKeeps = (issue: string, article: Article, page: number): Fault => ({
  name: 'released-page-asked',
  exit: 4,
  severity: 'warning',
  message: `${nameOf(article)} is sent to page ${article.page}, but page ${page} is signed off with it and keeps it.`,
  hint: `Make that page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or leave the story there.`,
  zh: {
    message: `${titled(article)}要上第 ${article.page} 版，但第 ${page} 版已连它一起签样，仍留在那里。`,
    hint: `要移走，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请把版次改回来。`,
  },
  place: article.place,
});

/** A story is not in the issue any more, and a page that was signed off with it prints it. */
export const releasedGone = (issue: string, slug: string, page: number): Fault => ({
  name: 'released-story-gone',
  exit: 4,
  severity: 'warning',
  message: `Page ${page} is signed off with “${slug}” and prints it, but the issue has no such story any more.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or bring ${slug}.md back.`,
  zh: {
    message: `第 ${page} 版签样时有“${slug}”，照样印出，但本期已没有这篇稿件。`,
    hint: `要撤下，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请把 ${slug}.md 放回来。`,
  },
  page,
});

/** An ad is booked on a page that was signed off without it, and would be printed nowhere. */
export const releasedWithoutAd = (issue: string, ad: AdRequest, page: number): Fault => ({
  name: 'released-without-ad',
  exit: 4,
  severity: 'error',
  message: `The ad ${ad.file} is booked on page ${page}, which is signed off without it.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or book the ad on another page.`,
  zh: {
    message: `广告 ${ad.file} 订在第 ${page} 版，该版签样时没有它。`,
    hint: `要登在这一版，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请改订别的版。`,
  },
  page,
});

/** An ad was cancelled, and a page that was signed off with it prints it. */
export const releasedAdGone = (issue: string, file: string, page: number): Fault => ({
  name: 'released-ad-gone',
  exit: 4,
  severity: 'warning',
  message: `Page ${page} is signed off with the ad ${file} and prints it, but issue.yaml has no such ad any more.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${page} --replate\`, or book the ad again.`,
  zh: {
    message: `第 ${page} 版签样时有广告 ${file}，照样印出，但 issue.yaml 里已没有这条广告。`,
    hint: `要撤下，请用 \`broadsheet release ${issue} --page ${page} --replate\`；否则请把广告写回去。`,
  },
  page,
});

/** The issue has fewer pages than when one was signed off. */
export const releasedPageGone = (page: number, pages: number): Fault => ({
  name: 'released-page-gone',
  exit: 4,
  severity: 'warning',
  message: `Page ${page} is signed off, but the issue has only ${pages} by now: it is not printed.`,
  hint: `Give the issue its page back (\`pages:\` in issue.yaml), or delete the page’s folder below released/.`,
  zh: {
    message: `第 ${page} 版已签样，但本期现在只有 ${pages} 个版：这一版不会印出。`,
    hint: '请在 issue.yaml 的 `pages:` 里恢复这一版，或删去 released/ 下它的文件夹。',
  },
  page,
});

/** The format was changed after a page was signed off. */
export const releasedFormat = (issue: string, { number, trim }: Sized, now: Sized['trim']): Fault => ({
  name: 'released-format',
  exit: 4,
  severity: 'warning',
  message: `Page ${number} is signed off in ${trim.width} × ${trim.height} mm and keeps that; the other pages have ${now.width} × ${now.height} mm.`,
  hint: `Make the page anew with \`broadsheet release ${issue} --page ${number} --replate\`, or take the format back in newspaper.yaml.`,
  zh: {
    message: `第 ${number} 版签样时是 ${trim.width} × ${trim.height} mm，仍照此印出；其他版是 ${now.width} × ${now.height} mm。`,
    hint: `要改开本，请用 \`broadsheet release ${issue} --page ${number} --replate\`；否则请把 newspaper.yaml 的 format 改回来。`,
  },
  page: number,
});

interface Sized {
  readonly number: number;
  readonly trim: { readonly width: number; readonly height: number };
}
