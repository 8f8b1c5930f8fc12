/** Where everything is, as paths from an issue's folder or from the site's root. */

/** `page-01` … */
export const pageFolder = (page: number): string => `page-${String(page).padStart(2, '0')}`;

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
export const pressPath = (issue: string, page: number): string => `press/${issue}-${String(page).padStart(2, '0')}.pdf`;

/** Path to the root of the site from a document that lies so many folders deep; '' at the root itself. */
export const upFrom = (depth: number): string => '../'.repeat(depth);

/** Absolute address; a path from the root when the paper has no `url`. */
export const absolute = (url: string | undefined, path: string): string => encodeURI(`${url ?? '/'}${path}`);
