/** Is one picture in the issue twice (R34), as the same file or as a copy at another size or quality? */
import type { Fault } from '../fault.ts';
import { pictureTwice } from './faults.ts';
import { SAME, unlikeness } from './likeness.ts';
import type { Picture } from './model.ts';

/** A picture that an article names. */
export interface Use {
  /** Slug of the article. */
  readonly slug: string;
  readonly picture: Picture;
  /** As a fault names the file. */
  readonly shown: string;
}

/** A warning for every use of a picture that an earlier use shows already. */
export function findTwice(uses: readonly Use[]): Fault[] {
  return uses.flatMap((use, index) => {
    const first = uses.slice(0, index).find((other) => same(use, other));
    return first ? [pictureTwice(use.shown, use.slug, first.shown, first.slug)] : [];
  });
}

function same(one: Use, other: Use): boolean {
  if (one.picture.sha256 === other.picture.sha256) return true;
  const [a, b] = [one.picture.likeness, other.picture.likeness];
  return a !== undefined && b !== undefined && telling(a) && telling(b) && unlikeness(a, b) <= SAME;
}

/** Flat surfaces hash to nothing and would all be alike. */
const telling = (likeness: string): boolean =>
  unlikeness(likeness, '0') > SAME && unlikeness(likeness, 'f'.repeat(16)) > SAME;
