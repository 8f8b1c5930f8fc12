/**
 * English copy for the random pages, the same for the same seed: words of every length with their ligatures (office,
 * first, flight), hyphenated words, long names, figures, quotations, dashes; headlines, decks, datelines, lists, tables.
 */
import { blocksText } from '../src/issue/digest.ts';
import type { Block, Span } from '../src/issue/model.ts';
import { type Copywriter, Writer } from './makeup-writer.ts';

const NOUNS =
  'office flight staff traffic coffee cliff official profit benefit reflection fjord shelf waffle city council river bridge harbour school hospital market ferry budget inquiry rail tide minister infrastructure telecommunications responsibility neighbourhood vaccination constituency apprenticeship wage tax bus song rain field clerk engineer grandmother mayor figure fish film fire flood flag influence conflict tariff spending-plan sea-wall night-shift mother-in-law by-election lock-keeper'.split(
    ' ',
  );
const VERBS =
  'finds offers filed fixed said closed reopened offered flew fled froze confirmed identified suffered raised cut sold won lost voted signed delayed reflected flattened refined refused rebuilt re-elected investigated acknowledged overestimated stiffened staffed'.split(
    ' ',
  );
const PLAIN =
  'the the the a a of of and in to for with on at by from as that it was were has had not no more than after before over under first fifth five half two-thirds three official efficient difficult fierce afflicted unofficial long-term self-sufficient north-east well-known so-called old new late early local northern former extraordinary incomprehensible misunderstanding characteristically I’m isn’t they’d its their our who which while where until'.split(
    ' ',
  );
const NAMES = [
  'Aurelia Featherstonehaugh-Wright',
  'T. S. O’Brien',
  'Philomena Grady',
  'Zoë Wójciechowska',
  'H. St. John Cholmondeley',
  'Griffith Ffoulkes',
  'Ada Penrose',
  'Muhammad al-Rashid',
  'Li Fei',
] as const;
const PLACES = ['Port Averil', 'Llanfairfechan', 'Fifield', 'Sheffield', 'Oxfordshire', 'Flint', 'Rye'] as const;
const FIGURES = [
  '£186.4 million',
  '4.25%',
  '1,204',
  '$3.2bn',
  '6:50 a.m.',
  '1958',
  '11½',
  '30–35',
  '14°C',
  '0.08 seconds',
] as const;
const OUTLETS = ['Reuters', 'AP', 'Harbour Gazette'] as const;

/** Letters that take the room of one Han character, in body text and in heads. */
const LETTERS = { body: 2.1, head: 2.3 } as const;

/** Writes English copy, asked for in letters. */
export class EnglishWriter extends Writer implements Copywriter {
  readonly letters = LETTERS.body;
  readonly section = 'News';

  #word(): string {
    const at = this.random();
    if (at < 0.5) return this.pick(PLAIN);
    if (at < 0.74) return this.pick(NOUNS);
    if (at < 0.92) return this.pick(VERBS);
    if (at < 0.955) return this.pick(FIGURES);
    return at < 0.985 ? this.pick(NAMES) : this.pick(PLACES);
  }

  /** Words up to about so many letters, never none. */
  #phrase(letters: number): string {
    let text = this.#word();
    while (text.length < letters) text += ` ${this.#word()}`;
    return text;
  }

  #sentence(letters: number): string {
    return this.#said(letters).replace(/\.\.$/, '.');
  }

  #said(letters: number): string {
    const at = this.random();
    const whole = (): string => capital(this.#phrase(letters));
    if (at < 0.12) return `“${whole()},” said ${this.pick(NAMES)}.`;
    if (at < 0.2) return `"${whole()}: '${this.#phrase(12)}'," ${this.pick(NAMES)} said.`;
    if (at < 0.32) return `${capital(this.#phrase(letters / 2))}—${this.#phrase(letters / 3)}—${this.#phrase(12)}.`;
    if (at < 0.6) return `${capital(this.#phrase(letters / 2))}, ${this.#phrase(letters / 2)}.`;
    return at < 0.64 ? `${whole()}?` : `${whole()}.`;
  }

  #paragraph(letters: number): string {
    const sentences: string[] = [];
    for (let left = letters; left > 20 || sentences.length === 0; ) {
      const sentence = this.#sentence(Math.min(left, this.between(35, 150)));
      sentences.push(sentence);
      left -= sentence.length + 1;
    }
    return sentences.join(' ');
  }

  kicker(): string {
    return capital(this.#phrase(this.between(12, 30)));
  }

  title(): string {
    const letters = Math.round(this.between(8, 18) * LETTERS.head);
    const at = this.random();
    if (at < 0.12) return `“${capital(this.#phrase(letters - 2))}”`;
    if (at < 0.22) return `${capital(this.#phrase(letters / 2))}: ${this.#phrase(letters / 2)}`;
    if (at < 0.3) return this.#phrase(letters).split(' ').map(capital).join(' ');
    return capital(this.#phrase(letters));
  }

  deck(): string {
    return capital(this.#phrase(this.between(28, 70)));
  }

  caption(): string {
    return `${capital(this.#phrase(this.between(24, 110)))}.`;
  }

  credit(): string {
    return `${this.pick(NAMES)}/${this.pick(OUTLETS)}`;
  }

  dateline(): string {
    return `${this.pick(PLACES).toUpperCase()}, Jan. 7 (${this.pick(OUTLETS)}) —`;
  }

  byline(): readonly string[] {
    return this.random() < 0.4 ? [this.name()] : [];
  }

  name(): string {
    return this.pick(NAMES);
  }

  label(): string {
    return this.pick(['Your views', 'Office hours', 'First person']);
  }

  note(): string {
    return 'These reports were filed from one street. The series continues on Thursday.';
  }

  group(): { readonly title: string; readonly note: string } {
    return {
      title: 'After the flood',
      note: 'Three weeks on, our staff went back to the offices that were under water.',
    };
  }

  /** The same story at every length, longer or shorter, so that a length can be found that fills a page. */
  body(letters: number): readonly Block[] {
    const blocks: Block[] = [];
    for (let left = letters; left > 0; ) {
      const isAside = this.random() < 0.06 && blocks.length > 0 && left > 600;
      const whole = isAside ? this.#aside() : paragraph(this.#paragraph(this.between(90, 380)));
      const length = blocksText([whole]).length;
      blocks.push(length <= left || isAside ? whole : paragraph(cutTo(blocksText([whole]), Math.max(left, 40))));
      left -= length;
    }
    const subheads = letters > 3300 && this.random() < 0.5 ? this.between(1, 3) : 0;
    for (let nth = 1; nth <= subheads; nth += 1) {
      const at = Math.floor((blocks.length * nth) / (subheads + 1));
      blocks.splice(at, 0, {
        kind: 'subhead',
        level: 2,
        spans: [{ text: capital(this.#phrase(this.between(10, 24))) }],
      });
    }
    return blocks;
  }

  /** A pull quote, a list or a table of figures. */
  #aside(): Block {
    const at = this.random();
    if (at < 0.4) return { kind: 'quote', blocks: [paragraph(this.#sentence(90))] };
    if (at < 0.8) {
      const items = Array.from({ length: this.between(2, 4) }, () => [paragraph(this.#sentence(45))]);
      return { kind: 'list', ordered: at < 0.6, start: 1, items };
    }
    const cells = (words: readonly string[]): readonly (readonly Span[])[] => words.map((text) => [{ text }]);
    const rows = Array.from({ length: this.between(2, 4) }, () =>
      cells([capital(this.pick(NOUNS)), this.pick(FIGURES)]),
    );
    return { kind: 'table', head: cells(['Office', '2026']), rows, align: ['left', 'right'] };
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });

/** The first words of a text, at most so many letters, ended like a sentence. */
const cutTo = (text: string, letters: number): string =>
  `${text.slice(0, Math.max(text.indexOf(' '), text.lastIndexOf(' ', letters))).replace(/[^\p{L}\p{N}]+$/u, '')}.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
