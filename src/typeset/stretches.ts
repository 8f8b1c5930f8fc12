/**
 * Stretches of one script, as Chromium takes them before it shapes: a sign counts to the script before it, a closing bracket to
 * that of its opening one (Unicode Standard Annex 24). Behind Han a mark or a figure is therefore not kerned with the letter
 * that follows, nor a letter with the bracket that closes what was opened behind Han.
 */

/** A stretch of a run; shaped by itself where it begins `anew`. */
export interface Stretch {
  readonly text: string;
  readonly anew: boolean;
}

const LETTER = /\p{L}/u;
/** Letters, and the signs that Chromium counts to Han: 、 and 《 by their script, wide brackets by their width; ， — and “ are of every script. */
const OF_A_SCRIPT = /\p{L}|[（）［］｛｝｟｠]|(?!·)\p{Script_Extensions=Han}/u;
const BRACKETS = '()[]{}（）［］｛｝《》〈〉「」『』【】〔〕〖〗';
const BRACKET = new RegExp(`[${BRACKETS.replaceAll(/[[\]]/g, '\\$&')}]`, 'u');

/** Reads the runs of one line from its beginning. */
export class Scripts {
  #behindHan = false;
  /** Brackets that are open: the one that closes each, and whether it was opened behind Han. */
  readonly #open: { readonly closing: string; readonly han: boolean }[] = [];

  /** A run in a Han face is drawn letter by letter: it is only read. */
  readHan(text: string): void {
    if (BRACKET.test(text))
      for (const character of text) this.#read(character, OF_A_SCRIPT.test(character) || undefined);
    else if (OF_A_SCRIPT.test(text)) this.#behindHan = true;
  }

  /** The stretches of a run in a face of letters. */
  stretchesOf(text: string): readonly Stretch[] {
    if (!this.#behindHan && !BRACKET.test(text)) return [{ text, anew: false }];
    const stretches: { text: string; readonly anew: boolean }[] = [];
    for (const character of text) {
      const anew = this.#read(character, LETTER.test(character) ? false : undefined);
      const last = stretches.at(-1);
      if (last === undefined || anew) stretches.push({ text: character, anew });
      else last.text += character;
    }
    return stretches;
  }

  /** True where the character begins another stretch; `han` says of what script it is, if it has one. */
  #read(character: string, han: boolean | undefined): boolean {
    const before = this.#behindHan;
    const at = BRACKETS.indexOf(character);
    if (han !== undefined) this.#behindHan = han;
    if (at >= 0 && at % 2 === 0) this.#open.push({ closing: BRACKETS[at + 1] ?? '', han: this.#behindHan });
    else if (at >= 0) this.#close(character);
    return this.#behindHan !== before;
  }

  #close(closing: string): void {
    const at = this.#open.findLastIndex((bracket) => bracket.closing === closing);
    if (at < 0) return;
    this.#behindHan = this.#open[at]?.han ?? false;
    this.#open.length = at;
  }
}
