/** What every part of the output is made from, where, and what comes of it. */
import type { Fault } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { Cache } from '../cache.ts';
import type { Desk } from '../desk.ts';
import type { FrozenPage } from '../release/store.ts';
import type { Pool } from '../threads/pool.ts';
import type { Job } from './job.ts';
import type { PictureLine } from './picture-line.ts';
import type { MadeRenditions } from './renditions.ts';
import type { PressFinding } from './report.ts';
import type { WarmBrowser } from './warm-browser.ts';

/** An issue whose pages may be printed. */
export interface Ready {
  readonly issue: Issue;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly plan: Plan;
  /** Pages that are signed off, by number. */
  readonly released: ReadonlyMap<number, FrozenPage>;
}

/** The place where it is made into output. */
export interface Shop {
  readonly desk: Desk;
  readonly job: Job;
  readonly browser: WarmBrowser;
  readonly pool: Pool;
  readonly cache: Cache;
  /** Pictures that were begun while the pages were made up, and all others. */
  readonly line: PictureLine;
  /** What the articles of the web edition show, where that part is wanted. */
  readonly articlePictures: Promise<MadeRenditions>;
  /** Absolute path of the folder that becomes the issue's output folder. */
  readonly into: string;
  /** Absolute path of the folder whose files go around all issues, with the same tree as the output. */
  readonly around: string;
}

/** What a part found while it was made. */
export interface Products {
  readonly faults: readonly Fault[];
  readonly findings: readonly PressFinding[];
}
