/** Which story goes to which page: the desk's word first, then section, priority and room. */
import type { AdRequest, Article, Issue, PageRequest } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Typesetter } from '../../typeset/model.ts';
import { BODY, PITCH } from '../../units.ts';
import { earColumns, frontRows } from '../furniture/front.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import { mainPhoto, USUAL_ASPECT } from '../shape/panel.ts';
import { photoRange } from '../shape/rank.ts';
import { adCells, adsOn, type Booking, bookAds, imprintPage } from './ads.ts';
import type { Released } from './released.ts';
import { type Party, pageNumbered, partiesOf, partyPage, wordOn } from './word.ts';

/** A page with the stories that go to it. */
export interface Assignment {
  readonly page: PageRequest;
  readonly articles: readonly Article[];
  /** Those that the desk did not put there. */
  readonly loose: ReadonlySet<Article>;
  /** Cells left by the estimate; below zero where the page is too full. */
  room(): number;
}

/** Cells that stories will take by `estimateCells`, by slug. */
export type Estimates = ReadonlyMap<string, number>;

/** What the distribution looks at. */
export interface DistributionSource {
  /** Cells that the imprint takes off the last page. */
  readonly imprint: number;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Estimates that are known; others are made when somebody asks: each sets a story's type. */
  readonly estimates?: Estimates;
}

/** Share of a page's cells that its stories should fill by the estimate. */
const COMFORT = 0.97;
/** Points of a page a tenth too empty, and factor where it is too full. */
const FILL = { tenth: 3, over: 4 } as const;
/** Points of a story on a page of another section, of a front-page story inside, of a lesser one on the front page. */
const AFFINITY = { section: 4, inside: 5, front: 3, late: 0.15 } as const;
/** Rounds of moving single stories. */
const ROUNDS = 400;
/** Share of a page that must be over on one that the desk filled itself before there is another for what jumps from it. */
const WORTH_A_PAGE = 0.5;
/** Pages that an issue without a page list may have. */
const MOST_PAGES = 64;
/** Cells of a head by priority, roughly. */
const HEAD_CELLS = [0, 34, 22, 14, 8, 4];

/** Cells that a story will take, roughly: its lines, its head, its photos at the size of their role. */
export function estimateCells(
  article: Article,
  { typesetter }: Pick<DistributionSource, 'typesetter'>,
  grid: Grid,
): number {
  const body = article.body.length > 0 ? typesetter.copy(article).body(grid.measure * BODY).rows.best : 0;
  const width = spanWidth(grid, grid.columns);
  const first = mainPhoto(article);
  const photos = article.photos.map((photo, index) => {
    const main = article.priority <= 2 ? 'dominant' : 'main';
    const role = photo.prominence === 'head' ? 'head' : index === first ? main : 'support';
    const isWide = article.body.length === 0 && (role !== 'support' || main === 'dominant');
    const share = photoRange(role, isWide, grid).ideal;
    return grid.columns * share * ((width * share) / USUAL_ASPECT / PITCH + 2);
  });
  return body + (HEAD_CELLS[article.priority] ?? 8) + photos.reduce((sum, cells) => sum + cells, 0) * 0.8 + 2;
}

/** Cells that a page offers to stories beside its ads. */
function roomOf(issue: Issue, page: PageRequest, grid: Grid, ads: readonly AdRequest[]): number {
  const whole = grid.columns * (grid.rows - (page.number === 1 ? frontRows(grid, issue) : 0));
  return ads.some(({ position }) => position === 'full') ? 0 : whole - cellsOfAds(ads, grid);
}

/** Cells that ads take off the pages; one in the ear takes none. */
const cellsOfAds = (ads: readonly AdRequest[], grid: Grid): number =>
  ads
    .filter(({ position }) => position !== 'ear')
    .reduce((sum, ad) => sum + (ad.position === 'full' ? grid.columns * grid.rows : adCells(ad)), 0);

/** The pages of the issue with their stories, and the ads that these leave room to. */
export function distribute(
  issue: Issue,
  source: DistributionSource,
  grid: Grid,
  released: Released,
): { readonly assignments: readonly Assignment[]; readonly booking: Booking } {
  const distribution = new Distribution(issue, source, grid, released);
  return { assignments: distribution.assignments(), booking: distribution.booking };
}

class Distribution {
  readonly booking: Booking;
  readonly #issue: Issue;
  readonly #source: DistributionSource;
  readonly #grid: Grid;
  readonly #cells = new Map<Article, number>();
  readonly #pages: readonly PageRequest[];
  readonly #rooms: ReadonlyMap<number, number>;
  readonly #fixed = new Map<Article, number>();
  readonly #loose: Article[] = [];

  constructor(issue: Issue, source: DistributionSource, grid: Grid, released: Released) {
    this.#issue = issue;
    this.#source = source;
    this.#grid = grid;
    this.#pages = pagesOf(issue, grid, (articles) => this.#sum(articles));
    this.booking = bookAds(issue, this.#pages, grid, released);
    const last = imprintPage(this.#pages, this.booking);
    this.#rooms = new Map(
      this.#pages.map((page) => {
        const ads = adsOn(this.booking, page.number);
        const own = roomOf(issue, page, grid, ads) - (page === last ? source.imprint : 0);
        return [page.number, released.pages.has(page.number) ? 0 : Math.max(0, own)];
      }),
    );
    for (const article of issue.articles) {
      const page = wordOn(article, issue, this.#pages, released) ?? this.#earPage(article);
      if (page !== undefined) this.#fixed.set(article, page);
    }
    for (const party of partiesOf(issue.articles)) {
      const page = partyPage(party, this.#fixed, released);
      for (const article of party.filter((one) => !this.#fixed.has(one)))
        if (page === undefined) this.#loose.push(article);
        else this.#fixed.set(article, page);
    }
  }

  assignments(): readonly Assignment[] {
    const placed = this.#balance();
    return this.#pages.map((page) => {
      const articles = this.#issue.articles.filter((article) => placed.get(article) === page.number);
      const room = (): number => (this.#rooms.get(page.number) ?? 0) - this.#sum(articles);
      return { page, articles, loose: new Set(articles.filter((article) => !this.#fixed.has(article))), room };
    });
  }

  /** An index that the desk sent nowhere belongs into the ear. */
  #earPage({ genre }: Article): number | undefined {
    const [first] = this.#pages;
    return genre === 'index' && first?.number === 1 && earColumns(this.#grid) > 0 ? 1 : undefined;
  }

  #cellsOf(article: Article): number {
    const cells =
      this.#cells.get(article) ??
      this.#source.estimates?.get(article.slug) ??
      estimateCells(article, this.#source, this.#grid);
    this.#cells.set(article, cells);
    return cells;
  }

  #sum(articles: readonly Article[]): number {
    return articles.reduce((sum, article) => sum + this.#cellsOf(article), 0);
  }

  /** Loose stories, those that stand together as one, by weight to the page that suits them best, then moved one by one while that helps. */
  #balance(): ReadonlyMap<Article, number> {
    const placed = new Map(this.#fixed);
    if (this.#loose.length === 0) return placed;
    const open = this.#pages
      .filter(({ number, locked }) => !locked && (this.#rooms.get(number) ?? 0) > 0)
      .map(({ number }) => number);
    const targets = open.length > 0 ? open : this.#pages.slice(0, 1).map(({ number }) => number);
    const byWeight = (a: Article, b: Article) => a.priority - b.priority || this.#cellsOf(b) - this.#cellsOf(a);
    const ordered = partiesOf(this.#loose.toSorted(byWeight));
    const load = new Map(targets.map((number) => [number, 0]));
    const shift = (party: readonly Article[], page: number, sign: 1 | -1) =>
      load.set(page, (load.get(page) ?? 0) + sign * this.#sum(party));
    for (const [article, page] of placed) shift([article], page, 1);
    const costOf = (party: Party, page: number): number => {
      const now = load.get(page) ?? 0;
      const then = now + this.#sum(party);
      return this.#fill(page, then) - this.#fill(page, now) + this.#affinity(party[0], page);
    };
    const best = (party: Party): number =>
      targets.reduce((least, page) => (costOf(party, page) < costOf(party, least) - 1e-9 ? page : least));
    const put = (party: Party): number => {
      const page = best(party);
      for (const article of party) placed.set(article, page);
      shift(party, page, 1);
      return page;
    };
    for (const party of ordered) put(party);
    for (let round = 0, still = 0; round < ROUNDS && still < ordered.length; round += 1) {
      const party = ordered[round % ordered.length] as Party;
      const from = placed.get(party[0]) ?? 1;
      shift(party, from, -1);
      still = put(party) === from ? still + 1 : 0;
    }
    return placed;
  }

  #fill(page: number, load: number): number {
    const room = this.#rooms.get(page) ?? 0;
    const tenths = 10 * (load / Math.max(1, room) - COMFORT);
    return FILL.tenth * tenths * tenths * (tenths > 0 ? FILL.over : 1);
  }

  #affinity(article: Article, number: number): number {
    const page = this.#pages.find((one) => one.number === number);
    const { section } = article;
    const named = (one: PageRequest | undefined): boolean =>
      section !== undefined && one?.name?.includes(section) === true;
    const home = this.#pages.some(named);
    const front = number === this.#pages[0]?.number;
    return (
      (home && !named(page) ? AFFINITY.section : 0) +
      (front
        ? AFFINITY.front * Math.max(0, article.priority - 3)
        : AFFINITY.inside * Math.max(0, 3 - article.priority)) +
      AFFINITY.late * number
    );
  }
}

/**
 * The pages that the desk asked for, or as many as the copy needs. What is too much for the page that the desk gave it needs
 * another only where it would fill a good part of that: a jump's rest alone on a page leaves a hole.
 */
function pagesOf(issue: Issue, grid: Grid, cellsOf: (articles: readonly Article[]) => number): readonly PageRequest[] {
  if (typeof issue.pages === 'object') return issue.pages;
  if (issue.pages !== undefined) return Array.from({ length: issue.pages }, (_, index) => pageNumbered(index + 1));
  const asked = [...issue.articles.map((article) => article.page ?? 1), ...issue.ads.map((ad) => ad.page ?? 1)];
  const least = Math.max(1, ...asked);
  const pages: PageRequest[] = [];
  const homeless = issue.ads.filter(({ page }) => page === undefined);
  const parties = partiesOf(issue.articles).map((party) => ({ party, page: party.find(({ page }) => page)?.page }));
  const sentTo = (number: number | undefined): number =>
    cellsOf(parties.filter(({ page }) => page === number).flatMap(({ party }) => party)) * COMFORT;
  const cells = sentTo(undefined) + cellsOfAds(homeless, grid);
  for (let room = 0; pages.length < MOST_PAGES && (pages.length < least || room < cells); ) {
    const page = pageNumbered(pages.length + 1);
    pages.push(page);
    const ads = issue.ads.filter((ad) => ad.page === page.number);
    const spare = roomOf(issue, page, grid, ads) - sentTo(page.number);
    room += spare < -WORTH_A_PAGE * grid.columns * grid.rows ? spare : Math.max(0, spare);
  }
  return pages;
}
