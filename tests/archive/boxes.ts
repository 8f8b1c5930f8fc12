/**
 * ALTO against what poppler finds in the printed page. Poppler's word boxes reach from a font's ascent to its descent, ALTO's are
 * em boxes; both are brought to the baseline by the metrics of the face, and lines are compared at all four edges.
 */
import { execFileSync } from 'node:child_process';
import type { Metrics } from '../../src/archive/records/lines.ts';
import { readXml, type XmlElement } from '../../src/archive/verify/xml.ts';

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One line of ALTO and what poppler sees there; millimetres. */
export interface Compared {
  readonly text: string;
  readonly drawn: string;
  /** Greatest distance of an edge. */
  readonly off: number;
}

const MM = 25.4 / 72;

/** Compares every line of a page. `page` counts from 1 in the PDF. */
export function compareLines(alto: string, pdf: string, page: number, metrics: Metrics): readonly Compared[] {
  const words = popplerWords(pdf, page);
  const root = readXml(alto);
  const styles = new Map(all(root, 'TextStyle').map((style) => [style.attributes.get('ID'), style.attributes]));
  return all(root, 'TextBlock').flatMap((block) =>
    all(block, 'TextLine').map((line) => {
      const first = all(line, 'String')[0];
      const style = styles.get(first?.attributes.get('STYLEREFS') ?? block.attributes.get('STYLEREFS') ?? '');
      return compare(line, words, metrics[style?.get('FONTFAMILY') ?? ''] ?? { ascent: 880, descent: 120 });
    }),
  );
}

function compare(line: XmlElement, words: readonly Word[], face: { ascent: number; descent: number }): Compared {
  const at = (name: string) => Number(line.attributes.get(name)) / 10;
  const box = { left: at('HPOS'), top: at('VPOS'), right: at('HPOS') + at('WIDTH'), bottom: at('VPOS') + at('HEIGHT') };
  const baseline = Number(line.attributes.get('BASELINE')) / 10;
  const inside = words.filter((word) => {
    const x = (word.left + word.right) / 2;
    return x > box.left - 0.5 && x < box.right + 0.5 && Math.abs(baselineOf(word, face) - baseline) < 1.5;
  });
  const text = [...all(line, 'String'), ...all(line, 'HYP')].map((one) => one.attributes.get('CONTENT')).join('');
  const drawn = [...inside]
    .sort((a, b) => a.left - b.left)
    .map((word) => word.text)
    .join('');
  const off = Math.max(
    Math.abs(Math.min(...inside.map((word) => word.left)) - box.left),
    Math.abs(Math.max(...inside.map((word) => word.right)) - box.right),
    ...inside.map((word) => Math.abs(baselineOf(word, face) - baseline)),
  );
  return { text, drawn, off };
}

/** A word's box reaches from the ascent to the descent of its face. */
function baselineOf(word: Word, face: { ascent: number; descent: number }): number {
  return word.top + ((word.bottom - word.top) * face.ascent) / (face.ascent + face.descent);
}

function popplerWords(pdf: string, page: number): readonly Word[] {
  const html = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
  return [...html.matchAll(pattern)].map(([, left, top, right, bottom, text = '']) => ({
    text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    left: Number(left) * MM,
    right: Number(right) * MM,
    top: Number(top) * MM,
    bottom: Number(bottom) * MM,
  }));
}

function all(element: XmlElement, name: string): readonly XmlElement[] {
  const own = element.name.endsWith(`}${name}`) ? [element] : [];
  return [...own, ...element.children.flatMap((child) => all(child, name))];
}
