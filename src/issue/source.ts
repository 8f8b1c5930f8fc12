/**
 * Bytes to text that the rest may trust: valid UTF-8, no byte order mark, lines ended by \n, no invisible control
 * characters. What is taken out is reported, never silently.
 */
import type { Fault } from '../fault.ts';
import { controlCharacters, damagedText, notText, notUtf8 } from './faults.ts';

/**
 * Characters that print nothing and can do harm: controls (tab and line feed stay), soft hyphen, bidirectional marks and
 * overrides (UAX #9; “Trojan Source”), zero-width space and joiners, a BOM in the text, tags. Unicode's categories Cc
 * and Cf, but for the Arabic and Syriac signs of Cf that are drawn.
 */
const CONTROLS = /(?![\t\n\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}]/gu;

/** Joiners have a meaning inside scripts that join their letters, and between emoji. */
const JOINER_HAS_MEANING =
  /(?:\p{Extended_Pictographic}\ufe0f?|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{M})$/u;

/** A file's text without what no editor sees. */
export interface CleanText {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** How files begin that hold text and are none: zipped and old Office documents, PDF, Rich Text. */
const DOCUMENTS = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF-', '{\\rtf'];

/** Decodes a file of the desk. Without valid UTF-8 the text is empty and the fault says so. */
export function decodeText(bytes: Uint8Array, file: string): CleanText {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (DOCUMENTS.some((start) => head.startsWith(start))) return { text: '', faults: [notText({ file })] };
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), file);
  } catch {
    return { text: '', faults: [notUtf8({ file })] };
  }
}

/**
 * Lines, counted from 1, of the marks that Git leaves around two versions of a passage that it could not merge. A row of
 * seven equals signs may be an ornament where none of the others stands.
 */
export function mergeMarks(text: string): readonly number[] {
  if (!/^(?:<{7}|>{7})(?: |$)/m.test(text)) return [];
  return text.split('\n').flatMap((line, index) => (/^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/.test(line) ? [index + 1] : []));
}

/** Lines ended by \n, control characters out, one warning for each line that had some. */
export function cleanText(raw: string, file: string): CleanText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?|[\v\f\u2028\u2029\u0085]/g, '\n');
  const faults: Fault[] = [];
  const damaged = text.indexOf('\ufffd');
  if (damaged >= 0) faults.push(damagedText({ file, line: lineAt(text, damaged) }));
  if (text.search(CONTROLS) < 0) return { text, faults };
  const lines = text.split('\n').map((line, index) => {
    const found: string[] = [];
    const kept = line.replace(CONTROLS, (character, offset: number) => {
      if (isJoiner(character) && JOINER_HAS_MEANING.test(line.slice(0, offset))) return character;
      found.push(codePoint(character));
      return '';
    });
    if (found.length > 0)
      faults.push(controlCharacters({ file, line: index + 1 }, [...new Set(found)].slice(0, 5), found.length));
    return kept;
  });
  return { text: lines.join('\n'), faults };
}

const isJoiner = (character: string): boolean => character === '\u200c' || character === '\u200d';

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
