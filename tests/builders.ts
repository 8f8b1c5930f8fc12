/** Articles and papers with nothing in them but what a test says. */
import type { Article, Newspaper } from '../src/issue/model.ts';
import { LIMITS } from '../src/issue/newspaper.ts';

/** An article named `story`. */
export const article = (more: Partial<Article> = {}): Article => ({
  slug: 'story',
  place: { file: 'issues/2026-01-08/story.md' },
  title: ['早市'],
  deck: [],
  byline: [],
  priority: 3,
  genre: 'news',
  aside: [],
  keepApart: [],
  hold: false,
  jump: true,
  abridged: false,
  web: true,
  review: [],
  photos: [],
  keywords: [],
  body: [],
  ...more,
});

/** A paper in Chinese. */
export const paper = (more: Partial<Newspaper> = {}): Newspaper => ({
  name: '试报',
  language: 'zh-CN',
  publisher: {},
  format: {
    name: 'broadsheet',
    trim: { width: 390, height: 550 },
    columns: 8,
    measure: 13,
    rows: 104,
    margins: { left: 71, top: 103 },
  },
  kinsoku: 'gb',
  colours: {},
  makeup: {},
  limits: LIMITS,
  press: { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: 3, marks: true },
  ...more,
});
