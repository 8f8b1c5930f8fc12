/** The slug line's words and its type. */
import { faceOf } from '../../typeset/faces.ts';
import { subsetFace } from '../../typeset/subset.ts';
import type { PressJob } from '../model.ts';
import { markCharacters } from './marks.ts';
import { readSlugType, type SlugType } from './slug-type.ts';

/** Paper, issue and page, as the plate-maker looks for them. */
export function slugOf({ paper, issue, page }: PressJob): string {
  const name = page.name === undefined ? '' : ` ${page.name}`;
  return `${paper}  ${issue}  ${String(page.number).padStart(2, '0')}${name}`;
}

/** Type that sets a slug line and the plates' names. */
export async function slugTypeFor(slug: string): Promise<SlugType> {
  const text = markCharacters(slug);
  return readSlugType(await subsetFace(faceOf('hei'), text), text);
}
