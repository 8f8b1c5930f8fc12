/** What was noted while a body was read, as faults. */
import type { Fault, Place } from '../fault.ts';
import {
  footnoteMissing,
  footnoteUncalled,
  headingAsText,
  headingInText,
  htmlAsText,
  itemsAsText,
  linkUnsafe,
  marksAsText,
  nestedTooDeep,
  rowsAsText,
  ruleAsText,
  tableRowTooLong,
  tableTooBig,
} from './faults.ts';
import type { BodyNote } from './markdown.ts';
import type { Limits } from './model.ts';

/** A note as faults; most are one. */
export function faultsOf(note: BodyNote, at: (line: number) => Place, limits: Limits): Fault[] {
  const place = at(note.line);
  switch (note.what) {
    case 'link-unsafe':
      return [linkUnsafe(place, note.text)];
    case 'html':
      return [htmlAsText(place, note.text)];
    case 'heading':
      return [headingInText(place)];
    case 'table-row':
      return [tableRowTooLong(place)];
    case 'nested':
      return [nestedTooDeep(place)];
    case 'heading-as-text':
      return [headingAsText(place, note.text)];
    case 'rule-as-text':
      return [ruleAsText(place, note.text)];
    case 'rows-as-text':
      return [rowsAsText(place)];
    case 'footnote-missing':
      return [footnoteMissing(place, note.text)];
    case 'footnote-uncalled':
      return [footnoteUncalled(place, note.text)];
    case 'table':
      return note.cells > limits.tableCells ? [tableTooBig(place, note.cells, limits.tableCells)] : [];
    case 'items-as-text':
      return [itemsAsText(place, note.text)];
    case 'marks':
      return [marksAsText(place, note.text)];
    case 'link-slug':
      return [];
  }
}
