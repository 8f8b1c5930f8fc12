/** Where everything is, as paths from an issue's folder or from the site's root. */
import type { Mm } from '../../units.ts';

/** `page-01` … */
export const pageFolder = (page: number): string => `page-${twoDigits(page)}`;

const twoDigits = (page: number): string => String(page).padStart(2, '0');

/** From an issue's folder. */
export const articlePath = (slug: string): string => `${slug}/`;
export const pagePath = (page: number): string => `${pageFolder(page)}/`;
export const sectionPath = (folder: string): string => `sections/${folder}/`;

/** Files of an issue that more than one page uses, from its folder. */
export const GEOMETRY = 'styles/issue.css';
export const HEADS = 'styles/heads.css';
export const CARD_FILE = 'photos/card.jpg';
export const pageFonts = (page: number): string => `styles/${pageFolder(page)}.css`;
export const posterPath = (page: number): string => `${pageFolder(page)}/poster.webp`;
export const thumbnailPath = (page: number): string => `${pageFolder(page)}/page.webp`;

/** A page's press file, from its issue's folder. */
export const pressPath = (issue: string, page: number): string => `press/${issue}-${twoDigits(page)}.pdf`;

/** What was changed on a page that was signed off again, for the printer. */
export const changesPath = (issue: string, page: number): string => `press/${issue}-${twoDigits(page)}-changes.txt`;

/** The text of a page for the archive, with its boxes and without. */
export const textPaths = (page: number) => ({
  alto: `alto/${twoDigits(page)}.xml`,
  text: `alto/${twoDigits(page)}.txt`,
});

/** Picture of a printed page for viewers (IIIF). */
export const viewPath = (page: number): string => `pages/${twoDigits(page)}.jpg`;

/** Path to the root of the site from a document that lies so many folders deep; '' at the root itself. */
export const upFrom = (depth: number): string => '../'.repeat(depth);

/** Pixels across of a page in lists of pages. */
export const THUMBNAIL_WIDTH = 360;

/** Pixels of a page's small picture, of the trim's shape. */
export const thumbnailSize = ({ width, height }: { readonly width: Mm; readonly height: Mm }) => ({
  width: THUMBNAIL_WIDTH,
  height: Math.round((height * THUMBNAIL_WIDTH) / width),
});

/** Absolute address; a path from the root when the paper has no `url`. */
export const absolute = (url: string | undefined, path: string): string => encodeURI(`${url ?? '/'}${path}`);
