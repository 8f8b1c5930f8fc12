/** The web's fonts: for each page the characters that it shows, for each article the characters of its headline. */
import type { PagePlan } from '../../makeup/plan.ts';
import type { FaceId } from '../../typeset/model.ts';
import { faceTexts } from '../draw/faces.ts';
import { fontFace, type Stock } from '../font/face.ts';
import { nameByContent } from '../pictures.ts';
import type { Output } from './output.ts';

/** Face of headlines on the screen: the heaviest Song, as in print. */
export const HEADLINE_FACE: FaceId = 'song-black';

interface Job {
  readonly stock: Stock;
  /** Rooted at the folder. */
  readonly output: Output;
}

/** Writes a subset and answers its address relative to the folder. */
async function writeSubset(face: FaceId, text: string, { stock, output }: Job): Promise<string> {
  const bytes = await stock.pack(face, text);
  const href = `fonts/${nameByContent(bytes, 'woff2')}`;
  await output.write(href, bytes);
  return href;
}

/** Stylesheet of a page's faces, in `styles/`. */
export async function writePageFonts(page: PagePlan, name: string, job: Job): Promise<void> {
  const rules = await Promise.all(
    [...faceTexts([page])].map(async ([face, text]) =>
      fontFace(face, `../${await writeSubset(face, text, job)}`, 'woff2'),
    ),
  );
  await job.output.write(name, `${rules.join('\n')}\n`);
}

/** A headline's text and the class that sets it: `head-SLUG`. */
export interface Head {
  readonly name: string;
  readonly text: string;
}

/** Writes a small subset for each head; answers its address relative to the folder, by the head's name. */
export async function writeHeads(heads: readonly Head[], job: Job): Promise<ReadonlyMap<string, string>> {
  const fonts = heads.map(async ({ name, text }): Promise<[string, string] | undefined> => {
    const characters = [...new Set(text)].sort().join('').trim();
    return characters === '' ? undefined : [name, await writeSubset(HEADLINE_FACE, characters, job)];
  });
  return new Map((await Promise.all(fonts)).filter((font) => font !== undefined));
}

/**
 * Stylesheet of the headlines' faces: each class has its own small subset, loaded only where the class is used. The
 * pages preload theirs; one that comes too late is left for the next page, so that no headline moves under the eye.
 * @param heads address of each head's font, as {@link writeHeads} answers them
 */
export const headStyles = (heads: ReadonlyMap<string, string>): string => {
  const rules = [...heads].map(
    ([head, href]) =>
      `@font-face{font-family:"${head}";font-weight:900;font-display:optional;src:url("../${href}") format("woff2")}\n` +
      `.${head}{font-family:"${head}",var(--headline)}`,
  );
  return `@layer heads{\n${rules.join('\n')}\n}\n`;
};
