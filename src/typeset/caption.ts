/** Captions: small Kai with the credit in Hei at the end, in whole rows. */
import type { Article } from '../issue/model.ts';
import { PITCH, type Px, type Rows } from '../units.ts';
import { setStyled } from './display.ts';
import type { TextBlock, TextStyle } from './model.ts';
import type { Setter } from './setter.ts';
import type { StyledText } from './style.ts';

/** 六号: four lines of it take three rows. */
const SIZE: Px = 10.5;
const LEAD: Px = 13.5;
/** Free over a caption, besides the photo's own inset: it hangs from its photo, and what its rows leave is free below it. */
const AIR: Px = 1;

/** Caption and credit of a photo at a width; undefined when it has neither. */
export function setCaption(
  article: Article,
  photo: number,
  width: Px,
  setter: Setter,
): { readonly rows: Rows; readonly block: TextBlock } | undefined {
  const { caption, credit } = article.photos[photo] ?? {};
  if (!caption && !credit) return undefined;
  const { palette } = setter;
  const texts: StyledText[] = [];
  if (caption) texts.push({ text: caption, style: { face: palette.caption, size: SIZE } });
  if (caption && credit)
    texts.push({ text: palette.latin ? ' ' : '\u3000', style: { face: palette.credit, size: SIZE }, inserted: true });
  if (credit) texts.push({ text: credit, style: { face: palette.credit, size: SIZE } });
  const style: TextStyle = {
    role: 'caption',
    face: palette.caption,
    size: SIZE,
    lead: LEAD,
    align: palette.latin ? 'left' : 'justify',
  };
  const block = setStyled(texts, style, width, setter);
  const rows = Math.ceil((AIR + block.height) / PITCH);
  const lines = block.lines.map((line) => ({ ...line, y: line.y + AIR }));
  return { rows, block: { ...block, height: rows * PITCH, lines } };
}
