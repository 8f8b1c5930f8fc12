/**
 * Speed of the make-up: `npm run bench:makeup`. An issue of sixteen random pages, cold (fonts open, nothing set) and with
 * the lines cached, in milliseconds by the clock and of all V8's threads; and a loop that tells how fast this machine is just now.
 */
import type { Article, Issue } from '../src/issue/model.ts';
import { makeUp } from '../src/makeup/make-up.ts';
import type { Picture } from '../src/photo/model.ts';
import { openTypesetter } from '../src/typeset/typesetter.ts';
import { randomPage } from './makeup-generator.ts';
import { linesKept } from './makeup-lines.ts';
import { SAMPLE_PAPER } from './makeup-paper.ts';

const PAGES = 16;
const CALIBRATION = 5e7;

const typesetter = await openTypesetter(SAMPLE_PAPER);
const { issue, pictures } = sixteenPages();
const lines = linesKept(await openTypesetter(SAMPLE_PAPER));

console.log(`calibration, ${CALIBRATION} additions: ${cpu(calibrate).toFixed(0)} ms`);
for (const state of ['cold', 'lines cached', 'lines cached']) {
  let closed = 0;
  const from = performance.now();
  const ms = cpu(() => {
    const { plan } = makeUp({ issue, typesetter: lines(), pictures });
    closed = plan.pages.filter(({ fill, hard }) => fill === 1 && hard.length === 0).length;
  });
  const clock = performance.now() - from;
  console.log(
    `${PAGES} pages, ${state}: ${clock.toFixed(0)} ms by the clock, ${ms.toFixed(0)} ms CPU, ${closed} closed`,
  );
}

function sixteenPages(): { readonly issue: Issue; readonly pictures: ReadonlyMap<string, Picture> } {
  const all = new Map<string, Picture>();
  const articles: Article[] = [];
  for (let number = 1; number <= PAGES; number += 1) {
    const made = randomPage(3 * number + (number === 1 ? 0 : 1), SAMPLE_PAPER, typesetter);
    const own = (file: string): string => `${number}/${file}`;
    for (const [file, picture] of made.pictures) all.set(own(file), { ...picture, file: own(file) });
    for (const article of made.issue.articles) {
      const photos = article.photos.map((photo) => ({ ...photo, file: own(photo.file) }));
      articles.push({ ...article, slug: `p${number}-${article.slug}`, page: number, photos });
    }
  }
  const made: Issue = {
    paper: SAMPLE_PAPER,
    date: '2026-01-08',
    id: 'bench',
    pages: PAGES,
    groups: {},
    ads: [],
    fillers: [],
    articles,
  };
  return { issue: made, pictures: all };
}

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function calibrate(): void {
  let sum = 0;
  for (let at = 0; at < CALIBRATION; at += 1) sum = (sum * 31 + at) | 0;
  if (sum === 1) console.log('');
}
