/** Faults of the text of an article. */
import type { Fault, Place } from '../../fault.ts';
import { fault } from './fault.ts';

export const linkUnsafe = (place: Place, href: string): Fault =>
  fault({
    name: 'link-unsafe',
    message: `The link “${href}” is refused.`,
    hint: 'Link to https:, http:, mailto: or tel:, or to the slug of an article of this issue.',
    place,
  });

export const htmlAsText = (place: Place, html: string): Fault =>
  fault({
    name: 'html-as-text',
    severity: 'warning',
    message: `“${html}” is printed as it stands: HTML is not executed.`,
    hint: 'Use Markdown for emphasis, links and tables, or delete it.',
    place,
  });

export const headingInText = (place: Place): Fault =>
  fault({
    name: 'heading-in-text',
    severity: 'warning',
    message: 'A # heading inside the text is set as a subhead.',
    hint: 'Write ## for a subhead; one file holds one article.',
    place,
  });

export const tableTooBig = (place: Place, cells: number, limit: number): Fault =>
  fault({
    name: 'table-too-big',
    message: `A table of ${cells} cells, over the bound of ${limit}.`,
    hint: 'Make it a picture or shorten it, or raise `limits: {tableCells: …}` in newspaper.yaml.',
    place,
  });

export const tableRowTooLong = (place: Place): Fault =>
  fault({
    name: 'table-row-too-long',
    message: 'A row of the table has more cells than its head.',
    hint: 'Add cells to the head, or write \\| for a stroke that belongs to the text.',
    place,
  });

export const nestedTooDeep = (place: Place): Fault =>
  fault({
    name: 'nested-too-deep',
    message: 'Lists, quotes or emphasis are nested too deep to be set.',
    hint: 'Keep to three levels.',
    place,
  });

export const footnoteUncalled = (place: Place, label: string): Fault =>
  fault({
    name: 'footnote-uncalled',
    severity: 'warning',
    message: `The footnote “${label}” is not called in the text; it is printed after the others.`,
    hint: `Write [^${label}] where it belongs, or make it a paragraph.`,
    place,
  });
