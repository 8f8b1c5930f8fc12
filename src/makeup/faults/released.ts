/** Warnings of stories that are at odds with pages that are signed off. */
import type { Fault } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
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
