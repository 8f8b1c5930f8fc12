/** Objects that come as text: a structure tree has ten thousand, with numbers and names that need no objects of their own. */
import { PDFHexString, PDFObject } from '@cantoo/pdf-lib';

/** An object as the file has it. */
export class Written extends PDFObject {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/** An array of what is text already. */
export const writtenArray = (items: readonly string[]): string =>
  items.length === 0 ? '[ ]' : `[ ${items.join(' ')} ]`;

/** A dictionary; entries without a value are left out. */
export function writtenDict(entries: Readonly<Record<string, string | undefined>>): string {
  let text = '<<\n';
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) text += `/${key} ${value}\n`;
  }
  return `${text}>>`;
}

/** Text for people. */
export const writtenText = (text: string): string => `${PDFHexString.fromText(text)}`;
