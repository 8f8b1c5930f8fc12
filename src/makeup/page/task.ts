/** What one page is to hold, before it is made up. */
import type { AdRequest, PageRequest, Pin } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Copy, Cut, Typesetter } from '../../typeset/model.ts';
import type { Px, Rows } from '../../units.ts';
import type { PageLabels } from '../furniture/words.ts';
import type { Grid } from '../plan.ts';
import type { Weights } from '../rules.ts';
import type { Rank } from '../shape/rank.ts';
import type { PageMemory } from './page.ts';

/** A rectangle of the page's grid. */
export interface Area {
  readonly column: number;
  readonly row: Rows;
  readonly columns: number;
  readonly rows: Rows;
}

/** What the desk asks of a story's place; hard rules (R60). */
export interface Wishes {
  readonly pin?: Pin;
  /** 签发序. */
  readonly order?: number;
  /** Slugs of stories that must not be neighbours. */
  readonly keepApart: readonly string[];
  /** Areas that it must not touch: on their back stands what it is kept apart from. */
  readonly off?: readonly Area[];
}

/** A story, or a part of one, that stands on the page. */
export interface StoryTask {
  readonly copy: Copy;
  readonly part: 1 | 2;
  /** Rank on this page; the lead has the lowest number. */
  readonly rank: Rank;
  /** Its place among the page's stories of the same rank; 0 is the first. */
  readonly nth: number;
  /** Part 2 of a jump: where the text goes on, and the page that it comes from. */
  readonly from?: { readonly cut: Cut; readonly page: number };
  /** Part 1 of a jump: the page on which the text goes on; the story then stops where its space ends. */
  readonly to?: { readonly page: number };
  /** Cost of leaving it out (`hold: true`, or a draft that must show something). */
  readonly leftOut?: number;
  /** What the desk asks of its place. */
  readonly wishes: Wishes;
  /** True for a 链接 piece, boxed beside the story that names it. */
  readonly aside: boolean;
  /** Factor on the wanted spans of its photos: below 1 for a way out of an overfull page. */
  readonly photoScale: number;
}

/** An ad or a filler with the name that its module gets. */
export interface PictureTask {
  readonly name: string;
  readonly file: string;
}

/** An ad that the page carries. */
export interface AdTask extends PictureTask {
  readonly ad: AdRequest;
}

/** Stories of this page that stand together in one rectangle. */
export interface GroupTask {
  readonly name: string;
  /** Common head; absent for a story with its asides. */
  readonly title?: string;
  readonly note?: string;
  /** Members, by index into the page's stories. */
  readonly members: readonly number[];
}

/** Where a module stood on the page before: the new one costs a little where it differs (R68). */
export interface KnownPlace extends Area {
  readonly slug: string;
}

/** One page's work: plain data and copies, all that the page depends on beside the desk. */
export interface PageTask {
  readonly page: PageRequest;
  readonly grid: Grid;
  /** Size of a small nameplate, which the heads of page 1 stay below (R10); absent where none would reach it. */
  readonly headsBelow?: Px;
  /** First row free for stories, below nameplate and ear; below the last one may stand the imprint. */
  readonly top: Rows;
  /** Rows free for stories. */
  readonly rows: Rows;
  readonly stories: readonly StoryTask[];
  readonly ads: readonly AdTask[];
  readonly fillers: readonly PictureTask[];
  readonly groups: readonly GroupTask[];
  /** Wider bounds: photos larger, heads on more lines, more air. Only for a page that closes in no other way. */
  readonly relaxed: boolean;
  /**
   * Short for a draft, or a way out that is only tried: the search gives up its proof early. None where another task is
   * likely to be better: it then gives up altogether.
   */
  readonly patience?: 'short' | 'none';
  /** A draft may show holes. */
  readonly holes: boolean;
  /** The page as it was. */
  readonly known: readonly KnownPlace[];
  /** Widths that stories must not take, so that another proposal comes out. */
  readonly avoid: readonly { readonly slug: string; readonly columns: number }[];
}

/** What all pages share. */
export interface Desk {
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly weights: Weights;
  readonly language: string;
  /** Labels of the pages. */
  readonly labels: PageLabels;
  /** Asked before a page is searched for. */
  readonly memory?: PageMemory;
}
