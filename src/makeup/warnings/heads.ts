/** Neighbouring heads of one length and size, on one row, that a reader's eye joins into a sentence. */
import { both, type Fault } from '../../fault.ts';
import { headlineOf } from '../../issue/headline.ts';
import type { Article } from '../../issue/model.ts';
import { advice, nameOf, titled } from '../faults.ts';
import type { Module } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** Heads that differ by fewer characters than this have one length. */
const LENGTH = 2;

/** Warnings of heads that read on into each other. */
export function headsThatReadOn({ issue, plan }: WarningSource): readonly Fault[] {
  const storiesOf = ({ slug }: Module): readonly Article[] => issue.articles.filter((article) => article.slug === slug);
  const joined = ({ modules }: { modules: readonly Module[] }) =>
    modules.flatMap((left) =>
      modules
        .filter((right) => readOn(left, right))
        .flatMap((right) => storiesOf(left).flatMap((one) => storiesOf(right).map((other) => [one, other] as const)))
        .filter(([one, other]) => Math.abs(headlineOf(one).length - headlineOf(other).length) < LENGTH),
    );
  return plan.pages.flatMap((page) =>
    joined(page).map(([left, right]) =>
      advice({
        name: 'heads-read-on',
        what: both(
          `The heads ${nameOf(left)} and ${nameOf(right)} stand side by side, alike in length and size.`,
          `${titled(left)}和${titled(right)}两题并排，字数字号相近。`,
        ),
        todo: both(
          'Read them as one line; if that says something else, change one.',
          '请连起来读一遍，若串题生歧义，改其中一题。',
        ),
        article: left,
        page: page.number,
      }),
    ),
  );
}

const readOn = (left: Module, right: Module): boolean =>
  left.column + left.columns === right.column &&
  left.row === right.row &&
  left.headline !== undefined &&
  left.headline.size === right.headline?.size;
