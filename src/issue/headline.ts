/** A headline where a sentence names it: one line, however many lines the desk made of it. */
import type { Article } from './model.ts';

const HAN = /\p{Script=Han}/u;

/** The lines of a headline as one: English puts a space between them, Chinese nothing. Empty without a headline. */
export const headlineOf = ({ title }: Pick<Article, 'title'>): string =>
  title.join(HAN.test(title.join('')) ? '' : ' ').trim();
