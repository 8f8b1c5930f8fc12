/** Is the desk's own 导读 where its lines can be read and have page numbers? Everything that stands against it. */
import { both, type Fault, type Phrase } from '../../fault.ts';
import type { Article, PageRequest } from '../../issue/model.ts';
import * as faultOf from '../faults.ts';
import { frontIndexFit } from '../furniture/front.ts';
import { frontContext, type IssueDrawing } from './drawn.ts';
import { isReleased, type Released } from './released.ts';
import { inEar } from './tasks.ts';

/** The faults of every index of an issue; one on a signed-off page is judged no more. */
export const indexFaults = (drawing: IssueDrawing, released: Released): readonly Fault[] =>
  drawing.assignments
    .filter(({ page }) => !isReleased(released, page.number))
    .flatMap(({ page, articles }) => {
      const indices = articles.filter(({ genre }) => genre === 'index');
      const own = inEar(page, drawing.grid, articles);
      return indices.flatMap((index) => {
        const reason = outOfEar(page, index === own, drawing);
        return reason ? [faultOf.indexOutOfEar(index, page.number, reason)] : earFaults(drawing, page, index);
      });
    });

/** Why an index is not in the ear; undefined when it is. */
function outOfEar({ number }: PageRequest, isFirst: boolean, { booking }: IssueDrawing): Phrase | undefined {
  if (number !== 1) return both('only page 1 has an ear', '只有头版有报眼');
  if (!isFirst) return both('the ear has no room for it', '报眼没有它的位置');
  return booking.ear && both(`the ad ${booking.ear.file} is booked there`, `报眼已订给广告 ${booking.ear.file}`);
}

function earFaults(drawing: IssueDrawing, page: PageRequest, index: Article): readonly Fault[] {
  const context = frontContext(drawing, page.color);
  const fit = frontIndexFit(context);
  if (fit === undefined) return [];
  const lines = context.ear.entries.length;
  return [
    ...(lines > fit.most ? [faultOf.indexTooLong(index, lines, fit.most)] : []),
    ...fit.long.map(({ text }) => faultOf.indexLineTooLong(index, text)),
  ];
}
