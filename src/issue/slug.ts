/** Slugs: names that can stand in a web address, a file name and an id, on any system. */

/** Letters and figures of ASCII in lower case, parted by single hyphens. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 80;

/** Names that the edition's folder of an issue uses itself (docs/web.md, “What is written”), and names that Windows keeps. */
const RESERVED =
  /^(?:page-\d+|index|press|alto|photos|ads|fonts|styles|assets|search|pagefind|archive|reports|snapshots|feed|issue|sections|report|mets|manifest|iiif|con|prn|aux|nul|com\d|lpt\d|\d{4}-\d{2}-\d{2}.*)$/;

/** True for a name that can be a slug; {@link isReserved} for one that an article may not have all the same. */
export const isSlug = (name: string): boolean => SLUG.test(name) && name.length <= LONGEST;
export const isReserved = (slug: string): boolean => RESERVED.test(slug);

/** A safe name near an unsafe one; `story` when nothing of it can be kept. */
export function suggestSlug(name: string): string {
  const safe = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  // Of “02-工程款” only a number is left, which says nothing of the story in its address.
  if (/^\d*$/.test(safe)) return safe === '' ? 'story' : `story-${safe}`;
  return isReserved(safe) ? `story-${safe}`.slice(0, LONGEST) : safe;
}
