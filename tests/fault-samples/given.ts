/** The places, stories and phrases that faults are tried with. */
import { both } from '../../src/fault.ts';
import type { Article } from '../../src/issue/model.ts';

export const place = { file: 'issues/2026-01-08/pier.md', line: 7 };
export const story = { slug: 'pier', title: ['码头的冬天'], body: [], place } as unknown as Article;
export const untitled = { slug: 'harbour', title: [], body: [], place } as unknown as Article;
export const phrase = both('so it is (8123)', '就是这样（8123）');
export const other = both('cut it by 9 lines', '删 9 行');
export const resolution = {
  file: 'photos/rig.jpg',
  page: 3,
  ppi: 87.4,
  needs: { width: 2400, height: 1600 },
  has: { width: 1048, height: 699 },
  target: 200,
};
export const finding = { message: 'text of 8 pt is in several inks', zh: { message: '8 pt 的文字用了几色墨' } };

/** The arguments that each constructor of a catalogue is tried with; several where it says several things. */
export type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>;
