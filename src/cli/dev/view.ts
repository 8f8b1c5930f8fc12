/** The window's side of the desk: the state that it is told, and every file that it asks for. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStyle } from '../../edition/styles.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { furnitureText } from '../../makeup/furniture/words.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { facesIn } from '../../typeset/faces.ts';
import { type Metrics, openMetrics } from '../../typeset/font/metrics.ts';
import type { FaceId } from '../../typeset/model.ts';
import { subsetFor } from '../build/fonts.ts';
import type { Cache } from '../cache.ts';
import { markup } from '../markup.ts';
import { marksSince } from '../proof/marks.ts';
import { MARKS_CSS, marksSvg } from '../proof/marks-svg.ts';
import { markText } from '../proof/sheet.ts';
import { type Proof, proofFile, proofFolder, readProofs } from '../proof/store.ts';
import { openPainter, type PageDrawing, type Painter, shortHash } from './draw.ts';
import { type WarmFonts, warmFonts } from './fonts.ts';
import { miniature } from './miniature.ts';
import { warmPictures } from './pictures.ts';
import type { Answer } from './server.ts';
import { isOtherPage, NOTHING_DONE, type Sight } from './sight.ts';
import { type DeskState, stateOf } from './state.ts';
import { deskWords } from './words.ts';

/** What the windows are told: the state, and drawings that they need not ask for. */
export interface News extends DeskState {
  readonly drawings: readonly ShownDrawing[];
}

/** A drawing with the changes since the last proof. */
export interface ShownDrawing extends PageDrawing {
  /** Other for every other drawing. */
  readonly version: string;
  readonly marks?: {
    readonly svg: string;
    readonly list: readonly { readonly number: number; readonly slug: string; readonly html: string }[];
  };
}

/** What the windows show; it draws only what is other than before. */
export interface View {
  /** Takes a sight in and answers what to tell the windows. */
  show(sight: Sight): News;
  /** What a window is told when it opens. */
  state(): News;
  /** Other ways to make up a page were found. */
  offer(page: PagePlan, ways: readonly PagePlan[]): News;
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
const TYPES: Readonly<Record<string, 'css' | 'js'>> = { '.css': 'css', '.js': 'js' };

/** Opens the view of one issue; fonts that were made before come from the cache. */
export async function openView(folder: IssueFolder, cache: Cache): Promise<View> {
  const view = new DeskView(folder, cache);
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
  readonly #fonts: WarmFonts;
  readonly #pictures = warmPictures();
  readonly #offers = new Map<number, Offer>();
  #sight: Sight;
  #painter: Painter;
  #drawings = new WeakMap<PagePlan, ShownDrawing>();
  #versions = new WeakMap<PagePlan, string>();
  /** How often everything was to be drawn anew. */
  #redrawn = 0;
  #proofs: ReadonlyMap<number, Proof> = new Map();
  #metrics: Metrics | undefined;

  constructor(folder: IssueFolder, cache: Cache) {
    this.#folder = folder;
    this.#fonts = warmFonts((face, text) => cache.bytes('subset', [face, text], () => subsetFor(face, text)));
    this.#painter = openPainter(folder.paper);
    this.#sight = { folder, pictures: new Map(), pages: [], faults: [], isSettled: false, last: NOTHING_DONE };
  }

  show(sight: Sight): News {
    const before = this.#sight;
    this.#sight = sight;
    if (sight.pictures !== before.pictures) this.redraw();
    if (sight.issue !== undefined && sight.issue !== before.issue)
      this.#fonts.prime(`${JSON.stringify(sight.issue)}${furnitureText(sight.issue)}`, likelyFaces(sight.issue));
    // The page that an edit touched goes along; a window that looks at another one asks for nothing.
    const held = sight.pages.filter(
      ({ plan, standing }) => standing === 'held' && !before.pages.some((seen) => seen.plan === plan),
    );
    return { ...this.#state(), drawings: held.map(({ plan }) => this.#drawing(plan)) };
  }

  state(): News {
    return { ...this.#state(), drawings: [] };
  }

  offer(page: PagePlan, ways: readonly PagePlan[]): News {
    this.#offers.set(page.number, { page, ways });
    return this.state();
  }

  ways(page: PagePlan): readonly PagePlan[] {
    const offer = this.#offers.get(page.number);
    return offer !== undefined && !isOtherPage(offer.page, page) ? offer.ways : [];
  }

  redraw(): void {
    this.#painter = openPainter(this.#folder.paper);
    this.#forget();
  }

  #forget(): void {
    this.#drawings = new WeakMap();
    this.#versions = new WeakMap();
    this.#redrawn += 1;
  }

  async readProofs(): Promise<void> {
    this.#proofs = await readProofs(this.#proofFolder());
    if (this.#proofs.size > 0) this.#metrics = await openMetrics();
    this.#forget();
  }

  async get(file: string): Promise<Answer | undefined> {
    if (file === '/') return { type: 'html', body: await this.#window() };
    const [, kind, name = ''] = /^\/(client|page|draft|fonts|pictures|proofs|styles)\/([\w.-]+)$/.exec(file) ?? [];
    switch (kind) {
      case 'client':
        return clientFile(name);
      case 'styles':
        return { type: 'css', body: name === 'marks.css' ? MARKS_CSS : await this.#style() };
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

  #state(): DeskState {
    return stateOf(this.#sight, {
      version: (page) => this.#versionOf(page),
      proof: ({ number }) => this.#proofs.get(number)?.number,
      ways: (page) => this.ways(page).map((way) => ({ cost: costOf(way), miniature: miniature(way) })),
    });
  }

  #style(): Promise<string> {
    return readStyle('sheet.css', this.#folder.paper);
  }

  #proofFolder(): string {
    return proofFolder(this.#folder.paper, this.#sight.issue?.id ?? path.basename(this.#folder.issue));
  }

  /** The window's HTML with the words of the paper's language. */
  async #window(): Promise<string> {
    const language = this.#language();
    const words = deskWords(language);
    const html = await readFile(new URL('desk.html', CLIENT), 'utf8');
    const values: Readonly<Record<string, string>> = {
      ...words,
      title: words.desk,
      words: markup(JSON.stringify(words)),
    };
    const own = html.replace('lang="zh-CN"', `lang="${language}"`);
    return own.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  }

  #language(): string {
    return this.#sight.issue?.paper.language ?? 'zh-CN';
  }

  #page(number: number, isDraft: boolean): Answer | undefined {
    const seen = this.#sight.pages.find(({ plan }) => plan.number === number);
    const page = isDraft ? seen?.draft : seen?.plan;
    return page && { type: 'json', body: JSON.stringify(this.#drawing(page)) };
  }

  /** Told by the plan: a window looks at one page, and the others need not be drawn before somebody turns to them. */
  #versionOf(page: PagePlan): string {
    const known = this.#versions.get(page);
    if (known !== undefined) return known;
    // What the rules say of a page is told beside it, not drawn.
    const { hard: _, soft: __, optimal: ___, ...drawn } = page;
    const version = shortHash(`${this.#redrawn} ${JSON.stringify(drawn)}`);
    this.#versions.set(page, version);
    return version;
  }

  /** A page's drawing and the marks on it, made once. */
  #drawing(page: PagePlan): ShownDrawing {
    const known = this.#drawings.get(page);
    if (known !== undefined) return known;
    const { issue, plan, pictures } = this.#sight;
    if (issue === undefined || plan === undefined) throw new Error('bug: a page without its issue');
    const drawing = this.#painter(page, {
      issue,
      plan,
      fonts: this.#fonts,
      show: (box) => {
        const name = this.#pictures.nameOf(box, page, pictures, this.#folder);
        return name === undefined ? undefined : `/pictures/${name}`;
      },
    });
    const marked = { ...drawing, version: this.#versionOf(page), ...this.#marked(page) };
    this.#drawings.set(page, marked);
    return marked;
  }

  #marked(page: PagePlan): Pick<ShownDrawing, 'marks'> {
    const marks = this.#metrics && marksSince(page, this.#proofs, this.#metrics);
    if (marks === undefined) return {};
    const language = this.#language();
    const list = marks.map((mark) => ({ number: mark.number, slug: mark.slug, html: markText(mark, language) }));
    return { marks: { svg: marksSvg(marks, page), list } };
  }

  async #proof(page: number): Promise<Answer | undefined> {
    const proof = this.#proofs.get(page);
    if (proof === undefined) return undefined;
    const file = path.join(this.#proofFolder(), proofFile(page, proof.number));
    const bytes = await readFile(file).catch(() => undefined);
    return bytes && { type: 'pdf', body: bytes };
  }
}

const costOf = ({ soft }: PagePlan): number => soft.reduce((sum, { cost }) => sum + cost, 0);

async function lasting(type: Answer['type'], bytes: Promise<Uint8Array> | undefined): Promise<Answer | undefined> {
  const body = await bytes?.catch(() => undefined);
  return body && { type, body, isLasting: true };
}

async function clientFile(name: string): Promise<Answer | undefined> {
  const type = TYPES[path.extname(name)];
  if (type === undefined) return undefined;
  const body = await readFile(new URL(name, CLIENT)).catch(() => undefined);
  return body && { type, body };
}

/** Faces that pages of a paper most likely show. */
const likelyFaces = ({ paper }: Issue): readonly FaceId[] => facesIn(paper.language.startsWith('en') ? 'latin' : 'han');
