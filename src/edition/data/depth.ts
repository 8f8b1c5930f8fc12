/**
 * How deep a story runs on the front, in rem, from its characters and the measures of `styles/web.css` at desk size. The
 * front's columns are filled to one depth where they are made: a style sheet cannot move a story from a long column to a
 * short one. A paper with styles of its own has columns that end less evenly, and nothing else.
 */
import type { SectionView, StoryView } from './front.ts';
import type { PictureViewData } from './picture.ts';

/** What a story shows beside its headline. */
export interface Shows {
  readonly excerpt: boolean;
  readonly picture: boolean;
}

/** A place on the front: its width and the size of its headlines, rem. */
export interface Place {
  readonly width: number;
  readonly head: number;
}

/** The places of the front, as `styles/web.css` lays them out at desk size. */
export const LEAD: Place = { width: 43, head: 3.375 };
export const UNDER: Place = { width: 13, head: 1.1875 };
export const RAIL: Place = { width: 23.5, head: 1.1875 };
export const RAIL_FIRST: Place = { width: 23.5, head: 1.625 };
const COLUMN: Place = { width: 21.3, head: 1.1875 };

/** Line heights, rem: of a kicker, an excerpt, the line that says where a story stands, a line of the lead's deck. */
const KICKER = 1.4;
const EXCERPT = { size: 0.9375, lead: 1.55 } as const;
const WHERE = 1.45;
const DECK = { size: 1.125, lead: 1.8 } as const;
const HEAD_LEAD = 1.32;
/** Air and rule around a story, over a picture, over an excerpt. */
const AIR = { story: 1.5, picture: 0.625, excerpt: 0.375, section: 4.4, line: 0.9 } as const;
/** Height of a picture to its width: the lead's, and all others'. */
const SHAPE = { lead: 10 / 16, other: 2 / 3 } as const;
/** Share of a line that a headline fills: it breaks between phrases. */
const FILL = 0.9;

/** A line of its own in a section's list. */
const LINE = { size: 1, lead: 1.5, width: 18 } as const;

/** Depth of a story with all that it shows. */
export function storyDepth(story: StoryView, { width, head }: Place, shows: Shows): number {
  const isLead = head === LEAD.head;
  return (
    AIR.story +
    (story.kicker === undefined ? 0 : KICKER) +
    linesOf(story.title, head / FILL, width) * head * HEAD_LEAD +
    (isLead && story.deck !== undefined ? linesOf(story.deck, DECK.size, width) * DECK.lead : 0) +
    (shows.picture && story.picture ? width * shapeOf(story.picture, isLead) + AIR.picture : 0) +
    (shows.excerpt && story.excerpt ? linesOf(story.excerpt, EXCERPT.size, width) * EXCERPT.lead + AIR.excerpt : 0) +
    WHERE
  );
}

const shapeOf = ({ framed, width, height }: PictureViewData, isLead: boolean): number =>
  framed === 'panorama' ? height / width : isLead ? SHAPE.lead : SHAPE.other;

/** Depth of a section: its name, the stories that are told, the first of them with its picture, the others as lines. */
export function sectionDepth({ stories, told }: SectionView): number {
  const depths = stories.map((story, at) =>
    at < told
      ? storyDepth(story, COLUMN, { excerpt: true, picture: at === 0 })
      : linesOf(story.title, LINE.size, LINE.width) * LINE.lead + AIR.line,
  );
  return AIR.section + sum(depths);
}

/** The sum of numbers; 0 of none. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const linesOf = (text: string, size: number, width: number): number => Math.ceil((emsOf(text) * size) / width);

/** Rough width of a text in ems: a letter is half as wide as a Han character. */
function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += /[\u0020-\u024f]/u.test(character) ? 0.5 : 1;
  return ems;
}
