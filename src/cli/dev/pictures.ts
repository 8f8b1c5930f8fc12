/** The window's pictures: made when a browser asks for them, kept as long as their file and crop stay the same. */
import path from 'node:path';
import { placementKey, placementOf } from '../../edition/pictures.ts';
import type { IssueFolder } from '../../issue/model.ts';
import type { PagePlan, PictureBox } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import { standIn } from '../../photo/stand-in.ts';
import { shortHash } from './draw.ts';

/** Pictures of the desk, each made when a window first asks for it. */
export interface WarmPictures {
  /** Name of a picture as a page places it; undefined for a file that nobody inspected. */
  nameOf(box: PictureBox, page: PagePlan, known: ReadonlyMap<string, Picture>, folder: IssueFolder): string | undefined;
  /** JPEG of a picture; undefined for a name that was never given. */
  bytes(name: string): Promise<Uint8Array> | undefined;
}

/** Pictures kept at most, about 100 kB each. */
const MOST = 400;

/** Opens the pictures of a session. */
export function warmPictures(): WarmPictures {
  const jobs = new Map<string, () => Promise<Uint8Array>>();
  const made = new Map<string, Promise<Uint8Array>>();
  return {
    nameOf(box, page, known, folder) {
      const picture = known.get(box.file);
      if (picture === undefined || box.missing) return undefined;
      const placement = placementOf(box, page);
      const name = shortHash(`${picture.sha256} ${placementKey(placement)}`);
      const file = path.join(box.use === 'nameplate' ? folder.paper : folder.issue, box.file);
      if (!jobs.has(name)) jobs.set(name, async () => (await standIn(file, picture, placement)).bytes);
      return name;
    },
    bytes(name) {
      const job = jobs.get(name);
      if (job === undefined) return undefined;
      const bytes = made.get(name) ?? job();
      // A file that went away while it was asked for is asked for again with the next edit.
      bytes.catch(() => made.delete(name));
      made.set(name, bytes);
      if (made.size > MOST) made.delete(made.keys().next().value ?? '');
      return bytes;
    },
  };
}
