/** What one page is to hold, before it is made up. */
import type { AdRequest, PageRequest } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Copy, Cut, Typesetter } from '../../typeset/model.ts';
import type { Rows } from '../../units.ts';
import type { Grid } from '../plan.ts';
import type { Weights } from '../rules.ts';
import type { Rank } from '../shape/rank.ts';
import type { PageMemory } from './page.ts';

/** A story, or a part of one, that stands on the page. */
export interface StoryTask {
  readonly copy: Copy;
  readonly part: 1 | 2;
  /** Rank on this page; the lead has the lowest number. */
  readonly rank: Rank;
  /** Its place among the page's stories of the same rank; 0 is the first. */
  readonly nth: number;
  /** Part 2: where the text goes on, and the page it comes from. */
  readonly from?: { readonly cut: Cut; readonly page: number };
  /** Part 1 of a jump: the page on which the text goes on; the story may then stop where its space ends. */
  readonly to?: { readonly page: number };
  /** Cost of leaving it out (`hold: true`, or a draft that must show something). */
  readonly leftOut?: number;
  /** Factor on the bounds of its photos, above 1 only when nothing else closes the page. */
  readonly stretch: number;
}

/** An ad or a filler with the name that its module gets. */
export interface PictureTask {
  readonly name: string;
  readonly file: string;
}

export interface AdTask extends PictureTask {
  readonly ad: AdRequest;
}

/** A group of stories of this page. */
export interface GroupTask {
  readonly name: string;
  /** Common head; absent for a story with its asides. */
  readonly title?: string;
  readonly note?: string;
  readonly slugs: readonly string[];
}

/** One page's work. */
export interface PageTask {
  readonly page: PageRequest;
  readonly grid: Grid;
  /** First row free for stories, below nameplate and ear. */
  readonly top: Rows;
  /** Rows free for stories. */
  readonly rows: Rows;
  readonly stories: readonly StoryTask[];
  readonly ads: readonly AdTask[];
  readonly fillers: readonly PictureTask[];
  readonly groups: readonly GroupTask[];
  /** A draft may show holes. */
  readonly holes: boolean;
}

/** What all pages share. */
export interface Desk {
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly weights: Weights;
  readonly language: string;
  /** Pages made before, in a session that makes the same issue many times. */
  readonly memory?: PageMemory;
}
