/** The window's side of the desk: the state that it is told, and every file that it asks for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStyle } from '../../edition/styles.ts';
import { articleText } from '../../issue/digest.ts';
import type { IssueFolder } from '../../issue/model.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { subsetFor } from '../build/fonts.ts';
import type { Mark } from '../proof/marks.ts';
import { MARKS_CSS, marksSvg } from '../proof/marks-svg.ts';
import { markText } from '../proof/sheet.ts';
import { type Proof, proofFile, proofFolder, readProofs } from '../proof/store.ts';
import { marksSince } from '../proof/take.ts';
import { openPainter, type Painter } from './draw.ts';
import { warmFonts } from './fonts.ts';
import { miniature } from './miniature.ts';
import { warmPictures } from './pictures.ts';
import type { Answer } from './server.ts';
import { isOtherPage, NOTHING_DONE, type Sight } from './sight.ts';
import { type DeskState, stateOf } from './state.ts';
import { deskWords } from './words.ts';

export interface View {
  /** Takes a sight in and answers what to tell the windows. */
  show(sight: Sight): DeskState;
  /** What a window is told when it opens. */
  state(): DeskState;
  /** Other ways to make up a page were found. */
  offer(page: PagePlan, ways: readonly PagePlan[]): DeskState;
  /** The layouts or styles changed: everything is drawn anew. */
  redraw(): void;
  /** Proofs were taken. */
  readProofs(): Promise<void>;
  /** A file of the window. */
  get(path: string): Promise<Answer | undefined>;
  /** The ways that were offered for a page as it stands. */
  ways(page: PagePlan): readonly PagePlan[];
}

const CLIENT = new URL('./client/', import.meta.url);
const TYPES: Readonly<Record<string, 'css' | 'js' | 'svg'>> = { '.css': 'css', '.js': 'js', '.svg': 'svg' };

/** Opens the view of one issue. */
export async function openView(folder: IssueFolder): Promise<View> {
  const view = new DeskView(folder);
  await view.readProofs();
  return view;
}

interface Offer {
  /** The page that they are other ways of: of another they are none. */
  readonly page: PagePlan;
  readonly ways: readonly PagePlan[];
}

class DeskView implements View {
  readonly #folder: IssueFolder;
  readonly #fonts = warmFonts(subsetFor);
  readonly #pictures = warmPictures();
  readonly #offers = new Map<number, Offer>();
  #sight: Sight;
  #painter: Painter;
  /** One more for everything that changes all drawings: layouts, styles, picture files. */
  #epoch = 0;
  #proofs: ReadonlyMap<number, Proof> = new Map();
  #proofsOf = '';

  constructor(folder: IssueFolder) {
    this.#folder = folder;
    this.#painter = openPainter(folder.paper);
    this.#sight = { folder, pictures: new Map(), pages: [], faults: [], isSettled: false, last: NOTHING_DONE };
  }

  show(sight: Sight): DeskState {
    if (sight.pictures !== this.#sight.pictures) this.#epoch += 1;
    if (sight.issue !== undefined && sight.issue !== this.#sight.issue)
      this.#fonts.prime(sight.issue.articles.map(articleText).join(''));
    this.#sight = sight;
    return this.state();
  }

  state(): DeskState {
    return stateOf(this.#sight, {
      epoch: this.#epoch,
      proof: ({ number }) => this.#proofs.get(number)?.number,
      ways: (page) => this.ways(page).map((way) => ({ cost: costOf(way), miniature: miniature(way) })),
    });
  }

  offer(page: PagePlan, ways: readonly PagePlan[]): DeskState {
    this.#offers.set(page.number, { page, ways });
    return this.state();
  }

  ways(page: PagePlan): readonly PagePlan[] {
    const offer = this.#offers.get(page.number);
    return offer !== undefined && !isOtherPage(offer.page, page) ? offer.ways : [];
  }

  redraw(): void {
    this.#painter = openPainter(this.#folder.paper);
    this.#epoch += 1;
  }

  async readProofs(): Promise<void> {
    const id = this.#sight.issue?.id ?? path.basename(this.#folder.issue);
    this.#proofsOf = proofFolder(this.#folder.paper, id);
    this.#proofs = await readProofs(this.#proofsOf);
  }

  async get(file: string): Promise<Answer | undefined> {
    if (file === '/') return { type: 'html', body: await this.#window() };
    const [, kind, name = ''] = /^\/(client|page|draft|fonts|pictures|proofs|styles)\/([\w.-]+)$/.exec(file) ?? [];
    switch (kind) {
      case 'client':
        return clientFile(name);
      case 'styles':
        return { type: 'css', body: name === 'marks.css' ? MARKS_CSS : await readStyle('sheet.css', this.#folder.paper) };
      case 'page':
      case 'draft':
        return this.#page(Number.parseInt(name, 10), kind === 'draft');
      case 'fonts':
        return lasting('ttf', this.#fonts.bytes(name));
      case 'pictures':
        return lasting('jpg', this.#pictures.bytes(name));
      case 'proofs':
        return this.#proof(Number.parseInt(name, 10));
      default:
        return undefined;
    }
  }

  /** The window's HTML with the words of the paper's language. */
  async #window(): Promise<string> {
    const language = this.#sight.issue?.paper.language ?? 'zh-CN';
    const words = deskWords(language);
    const html = await readFile(new URL('desk.html', CLIENT), 'utf8');
    const values: Readonly<Record<string, string>> = {
      language,
      title: words.desk,
      words: JSON.stringify(words).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    };
    return html.replace(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => values[name] ?? (words as Readonly<Record<string, string>>)[name] ?? '',
    );
  }

  /** A page's drawing and the marks on it. */
  async #page(number: number, isDraft: boolean): Promise<Answer | undefined> {
    const { issue, plan } = this.#sight;
    const seen = this.#sight.pages.find((page) => page.plan.number === number);
    const page = isDraft ? seen?.draft : seen?.plan;
    if (issue === undefined || plan === undefined || page === undefined) return undefined;
    const drawing = await this.#painter(page, {
      issue,
      plan,
      fonts: this.#fonts,
      show: (box) => {
        const name = this.#pictures.nameOf(box, page, this.#sight.pictures, this.#folder);
        return name === undefined ? undefined : `/pictures/${name}`;
      },
    });
    const marks = await marksSince(page, this.#proofs);
    return { type: 'json', body: JSON.stringify({ ...drawing, ...this.#shownMarks(marks, page) }) };
  }

  #shownMarks(marks: readonly Mark[] | undefined, page: PagePlan) {
    const language = this.#sight.issue?.paper.language ?? 'zh-CN';
    if (marks === undefined) return {};
    return {
      marks: {
        svg: marksSvg(marks, page),
        list: marks.map((mark) => ({ number: mark.number, slug: mark.slug, html: markText(mark, language) })),
      },
    };
  }

  async #proof(page: number): Promise<Answer | undefined> {
    const proof = this.#proofs.get(page);
    if (proof === undefined) return undefined;
    const bytes = await readFile(path.join(this.#proofsOf, proofFile(page, proof.number))).catch(() => undefined);
    return bytes && { type: 'pdf', body: bytes };
  }
}

const costOf = ({ soft }: PagePlan): number => soft.reduce((sum, { cost }) => sum + cost, 0);

async function lasting(type: Answer['type'], bytes: Promise<Uint8Array> | undefined): Promise<Answer | undefined> {
  if (bytes === undefined) return undefined;
  const body = await bytes.catch(() => undefined);
  return body && { type, body, isLasting: true };
}

async function clientFile(name: string): Promise<Answer | undefined> {
  const type = TYPES[path.extname(name)];
  if (type === undefined) return undefined;
  const body = await readFile(new URL(name, CLIENT)).catch(() => undefined);
  return body && { type, body };
}
