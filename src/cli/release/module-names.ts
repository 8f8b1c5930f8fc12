/** What an editor and a printer call a block of the page: a story by its headline, an ad by its file. */
import { both, type Phrase } from '../../fault.ts';
import type { Module } from '../../makeup/plan.ts';
import { textOf } from './rewording.ts';

/** Blocks of which a page has one. */
const FURNITURE: Partial<Record<Module['kind'], Phrase>> = {
  nameplate: both('The nameplate', '报头'),
  ear: both('The ear', '报眼'),
  weather: both('The weather', '天气'),
  imprint: both('The imprint', '版权栏'),
};

/** What begins a sentence about this module. */
export function calledByReaders(module: Module): Phrase {
  const { kind, slug, boxes } = module;
  const file = fileOfAd(module);
  if (file !== undefined)
    return kind === 'ad' ? both(`The ad ${file}`, `广告 ${file} `) : both(`The filler ${file}`, `补白 ${file} `);
  const furniture = FURNITURE[kind];
  if (furniture !== undefined) return furniture;
  const head = boxes.find((box) => box.kind === 'text' && box.text.role === 'headline');
  const title = head?.kind === 'text' ? textOf(head.text.lines).trim() : '';
  return title === '' ? `“${slug}”` : both(`“${title}”`, `《${title}》`);
}

/** The file of an ad or a filler; undefined for any other module. */
export function fileOfAd({ kind, boxes }: Module): string | undefined {
  if (kind !== 'ad' && kind !== 'filler') return undefined;
  const picture = boxes.find((box) => box.kind === 'picture');
  return picture?.kind === 'picture' ? picture.file : undefined;
}
