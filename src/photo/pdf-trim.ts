/** Where the trimmed page of a supplied PDF lies. */
import type { PDFPage } from '@cantoo/pdf-lib';

/** A rectangle in points, from its lower left corner. */
export interface TrimBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The TrimBox, or the ArtBox that may stand in its place (ISO 15930-7, 6.3); without either the page as it is shown. */
export const trimOf = (page: PDFPage): TrimBox =>
  page.node.TrimBox() === undefined && page.node.ArtBox() !== undefined ? page.getArtBox() : page.getTrimBox();
