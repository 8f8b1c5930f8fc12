/**
 * Stretches of one script, as Chromium takes them before it shapes: a sign counts to the script before it, at the beginning of a
 * line to the first; a closing bracket to that of its opening one (Unicode Standard Annex 24). Nothing is kerned across: behind
 * Han a mark or a figure is not with the letter that follows, nor a letter with the bracket that closes what Han opened.
 */

/** A stretch of a run; shaped by itself where it begins `anew`. */
export interface Stretch {
  readonly text: string;
  readonly anew: boolean;
}

type Script = 'Latin' | 'Greek' | 'Cyrillic' | 'Han';

const LATIN = /\p{Script=Latin}/u;
/** Alphabets that a face of letters holds. */
const ALPHABETS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', LATIN],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
];
/** The signs that Chromium counts to Han: 、 and 《 by their script, wide brackets by their width; ， — “ and ㈠ are of every script. */
const HAN = /\p{L}|[（）［］｛｝｟｠]|(?![·\u3190-\u33ff])\p{Script_Extensions=Han}/u;
const BRACKETS = '()[]{}（）［］｛｝《》〈〉「」『』【】〔〕〖〗';
const BRACKET = new RegExp(`[${BRACKETS.replaceAll(/[[\]]/g, '\\$&')}]`, 'u');
/** Most runs: signs that pair with nothing, and letters of the Latin alphabet. */
const PLAIN = /^[^()[\]{}\p{Script=Greek}\p{Script=Cyrillic}]*$/u;

/** Reads the runs of one line from its beginning. */
export class Scripts {
  /** What a sign would count to here; none before the first letter of the line. */
  #script: Script | undefined;
  /** Brackets that are open: the one that closes each, and the script that it was opened behind. */
  #open: { readonly closing: string; readonly script: Script | undefined }[] = [];

  /** A run in a Han face is drawn sign by sign: it is only read. */
  readHan(text: string): void {
    if (BRACKET.test(text))
      for (const character of text) this.#read(character, HAN.test(character) ? 'Han' : undefined);
    else if (HAN.test(text)) this.#enter('Han');
  }

  /** The stretches of a run in a face of letters. */
  stretchesOf(text: string): readonly Stretch[] {
    if (this.#isOneStretch(text)) return [{ text, anew: false }];
    const stretches: { text: string; readonly anew: boolean }[] = [];
    for (const character of text) {
      const anew = this.#read(character, ALPHABETS.find(([, letters]) => letters.test(character))?.[0]);
      const last = stretches.at(-1);
      if (last === undefined || anew) stretches.push({ text: character, anew });
      else last.text += character;
    }
    return stretches;
  }

  /** True of a run that cannot be parted; it is read by then. Figures behind Han are the most of them in Chinese. */
  #isOneStretch(text: string): boolean {
    if (!PLAIN.test(text)) return false;
    if (!LATIN.test(text)) return true;
    if (this.#script !== undefined && this.#script !== 'Latin') return false;
    this.#enter('Latin');
    return true;
  }

  /** True where the character, of this script if it has one, begins another stretch. */
  #read(character: string, script: Script | undefined): boolean {
    const before = this.#script;
    const at = BRACKETS.indexOf(character);
    if (script !== undefined) this.#enter(script);
    if (at >= 0 && at % 2 === 0) this.#open.push({ closing: BRACKETS[at + 1] ?? '', script: this.#script });
    else if (at >= 0) this.#close(character);
    return before !== undefined && this.#script !== before;
  }

  /** The first script of a line is that of the signs before it, too. */
  #enter(script: Script): void {
    if (this.#script === undefined) this.#open = this.#open.map(({ closing }) => ({ closing, script }));
    this.#script = script;
  }

  #close(closing: string): void {
    const at = this.#open.findLastIndex((bracket) => bracket.closing === closing);
    if (at < 0) return;
    this.#script = this.#open[at]?.script ?? this.#script;
    this.#open.length = at;
  }
}
