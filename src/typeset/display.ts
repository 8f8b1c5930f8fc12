/** Display and small type: text in boxes of its own leading, not on the body grid inside. */
import type { Px } from '../units.ts';
import { LINE_END } from './collect.ts';
import { naturalWidth } from './cost.ts';
import { setLine } from './line.ts';
import type { DisplayLine, TextBlock, TextStyle } from './model.ts';
import { breakParagraph } from './paragraph.ts';
import type { Setter } from './setter.ts';
import type { Strip } from './strip.ts';
import type { StyledText } from './style.ts';

/** Text broken at a width; no line is wider. */
export function setText(text: string, style: TextStyle, width: Px, setter: Setter): TextBlock {
  return setStyled([{ text, style: { face: style.face, size: style.size } }], style, width, setter);
}

/** The same for words in several styles. */
export function setStyled(texts: readonly StyledText[], style: TextStyle, width: Px, setter: Setter): TextBlock {
  const strip = setter.strip(texts, style.size, { tight: style.role === 'headline' });
  if (strip.count === 0) return { role: style.role, top: 0, height: 0, lines: [] };
  const justify = style.align === 'justify';
  const [setting] = breakParagraph(strip, { measure: width, indent: 0, ragged: !justify });
  let from = 0;
  const lines = Array.from(setting?.ends ?? [], (to, index): DisplayLine => {
    const isLast = to === strip.count || strip.characters.joint[to - 1] === LINE_END;
    const line = setLine(strip, {
      from,
      to,
      measure: width,
      indent: 0,
      justify: justify && !isLast,
    });
    from = to;
    return { ...line, x: alignedX(line.width, width, style.align), y: index * style.lead, height: style.lead };
  });
  return { role: style.role, top: 0, height: lines.length * style.lead, lines };
}

/** Left edge of a line of some width; centred on the quarter-pixel grid. */
export function alignedX(line: Px, width: Px, align: TextStyle['align']): Px {
  if (align === 'right') return width - line;
  return align === 'center' ? Math.round((width - line) * 2) / 4 : 0;
}

/** Smallest type that is still read. */
const LEAST: Px = 6;

/** Largest size on the quarter-pixel grid, up to `maxSize`, at which the text fits the width on one line. */
export function fitText(text: string, style: TextStyle, width: Px, setter: Setter, maxSize: Px): TextBlock {
  const strip = oneLine(text, style, maxSize, setter);
  if (strip.count === 0) return { role: style.role, top: 0, height: 0, lines: [] };
  const wide = naturalWidth(strip, 0, strip.count);
  let size = Math.max(LEAST, Math.min(maxSize, Math.floor((maxSize * width * 4) / wide) / 4));
  for (;;) {
    const lead = (style.lead / style.size) * size;
    const fitted = oneLine(text, style, size, setter);
    const line = setLine(fitted, {
      from: 0,
      to: fitted.count,
      measure: Number.POSITIVE_INFINITY,
      indent: 0,
      justify: false,
    });
    if (line.width > width && size > LEAST) size -= 0.25;
    else {
      const display = { ...line, x: alignedX(line.width, width, style.align), y: 0, height: lead };
      return { role: style.role, top: 0, height: lead, lines: [display] };
    }
  }
}

const oneLine = (text: string, style: TextStyle, size: Px, setter: Setter): Strip =>
  setter.strip([{ text: text.replace(/\n/g, ' '), style: { face: style.face, size } }], size);
