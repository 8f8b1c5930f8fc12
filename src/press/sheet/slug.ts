/** The slug line's words and its type. */
import type { PressJob } from '../model.ts';
import type { SlugType } from './slug-type.ts';

/** Paper, issue and page, as the plate-maker looks for them. */
export function slugOf({ paper, issue, page }: PressJob): string {
  const name = page.name === undefined ? '' : ` ${page.name}`;
  return `${paper}  ${issue}  ${String(page.number).padStart(2, '0')}${name}`;
}

/** Type that sets a slug line and the plates' names. */
export async function slugTypeFor(_slug: string): Promise<SlugType | undefined> {
  return undefined;
}
