/** Neighbouring heads of one length and size, on one row, that a reader's eye joins into a sentence. */
import type { Fault } from '../../fault.ts';
import { headlineOf } from '../../issue/headline.ts';
import type { Article } from '../../issue/model.ts';
import { headsReadOn } from '../faults.ts';
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
  return plan.pages.flatMap((page) => joined(page).map(([left, right]) => headsReadOn(left, right, page.number)));
}

const readOn = (left: Module, right: Module): boolean =>
  left.column + left.columns === right.column &&
  left.row === right.row &&
  left.headline !== undefined &&
  left.headline.size === right.headline?.size;
