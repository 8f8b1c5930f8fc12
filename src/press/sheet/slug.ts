/** The slug line's words and its type. */
import { faceOf } from '../../typeset/faces.ts';
import { subsetFace } from '../../typeset/subset.ts';
import type { PressJob } from '../model.ts';
import { markCharacters } from './marks.ts';
import { lettersFor, readSlugType, type SlugType } from './slug-type.ts';

/** Paper, issue and page, as the plate-maker looks for them. */
export function slugOf({ paper, issue, page }: PressJob): string {
  const name = page.name === undefined ? '' : ` ${page.name}`;
  return `${paper}  ${issue}  ${String(page.number).padStart(2, '0')}${name}`;
}

const DIGITS = '0123456789';

/** Types by the letters that they set: the pages of an issue differ in their number, seldom in more. */
const types = new Map<string, Promise<SlugType>>();

/** Type that sets a slug line and the plates' names. */
export function slugTypeFor(slug: string): Promise<SlugType> {
  const letters = lettersFor(markCharacters(slug + DIGITS));
  const type = types.get(letters) ?? openType(letters);
  types.set(letters, type);
  return type;
}

const openType = async (letters: string): Promise<SlugType> =>
  readSlugType(await subsetFace(faceOf('hei'), letters), letters);
