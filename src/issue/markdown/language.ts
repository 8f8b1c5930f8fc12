/** The Markdown itself: markdown-it with footnotes, made to read Chinese copy as its writer meant it. */
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** Blocks nested deeper than this are refused; markdown-it would drop what lies below. */
export const DEEPEST = 30;

/** The one instance of the house. */
export const MARKDOWN = chineseMarkdown();

function chineseMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.set({ maxNesting: DEEPEST } as Parameters<MarkdownIt['set']>[0]);
  markdown.use(footnotes);
  markdown.disable(['code', 'reference', 'lheading', 'footnote_tail']);
  // What the desk escaped is told apart from what it typed.
  markdown.disable(['text_join']);
  // Addresses are judged here, with a fault, and not left standing as text.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.inline.State = class extends markdown.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const before = lastCharacter(this.src.slice(Math.max(0, start - 2), start));
      const after = firstCharacter(this.src.slice(start + scanned.length, start + scanned.length + 2));
      // A box of 60*40*35 cm.
      if (DIGIT.test(before) && DIGIT.test(after)) return { ...scanned, can_open: false, can_close: false };
      if (!canSplitWord || !(HAN.test(before) || HAN.test(after))) return scanned;
      return {
        ...scanned,
        can_open: after !== '' && !SPACE.test(after),
        can_close: before !== '' && !SPACE.test(before),
      };
    }
  };
  return markdown;
}

/** Characters of Chinese text, marks included: they stand without blanks between words. */
const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;
const DIGIT = /\p{Decimal_Number}/u;
const SPACE = /\p{White_Space}/u;
const firstCharacter = (text: string): string =>
  String.fromCodePoint(...[text.codePointAt(0)].filter((code) => code !== undefined));
const lastCharacter = (text: string): string => [...text].at(-1) ?? '';
