/** The text of a page character by character, each with the place where it is printed. */
import type { Box, LegBox, PagePlan, TextBox } from '../../makeup/plan.ts';
import type { Metrics } from '../../typeset/font/metrics.ts';
import type { Line, Run } from '../../typeset/model.ts';
import { PITCH, type Px } from '../../units.ts';

/** A rectangle, CSS px from the type area's corner. */
export interface Place {
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
}

/** Text that is read in one go: a story's body, its headline, one caption. */
export interface Passage {
  readonly slug: string;
  /** What of the story, or of the page's furniture, it is: `body`, `headline`, `caption 2`. */
  readonly field: string;
  readonly characters: readonly string[];
  /** By character. */
  readonly places: readonly Place[];
}

/** Share of the size that a mark reaches above and below the middle of the line. */
const REACH = 0.58;

/** Passages of a page in drawing order. White space and hyphens of the line breaking are no part of them. */
export function passagesOf(page: PagePlan, metrics: Metrics): readonly Passage[] {
  const open = new Map<string, { readonly slug: string; readonly field: string; readonly set: Setting }>();
  const take = (slug: string, field: string, draw: (set: Setting) => void): void => {
    const key = `${slug}\n${field}`;
    const found = open.get(key) ?? { slug, field, set: new Setting(metrics) };
    open.set(key, found);
    draw(found.set);
  };
  const takeBox = (slug: string, box: Box): void => {
    if (box.kind === 'leg') take(slug, 'body', (set) => set.leg(box));
    else if (box.kind === 'text') take(slug, fieldOf(box), (set) => set.text(box));
  };
  for (const box of page.folio) takeBox('folio', box);
  for (const { slug, boxes } of page.modules) for (const box of boxes) takeBox(slug, box);
  return [...open.values()].map(({ slug, field, set }) => ({ slug, field, ...set }));
}

const fieldOf = ({ text, photo }: TextBox): string => (photo === undefined ? text.role : `${text.role} ${photo + 1}`);

/** Characters as they are taken in. */
class Setting {
  readonly characters: string[] = [];
  readonly places: Place[] = [];
  readonly #metrics: Metrics;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  leg({ x, y, lines }: LegBox): void {
    for (const line of lines) this.#line(line, x, y + (line.row + 0.5) * PITCH + (line.drop ?? 0));
  }

  text({ x, y, text }: TextBox): void {
    for (const line of text.lines) this.#line(line, x + line.x, y + line.y + line.height / 2);
  }

  #line(line: Line, left: Px, middle: Px): void {
    for (const run of line.runs) if (run.source !== '') this.#run(run, left, middle - (run.raise ?? 0));
  }

  #run(run: Run, left: Px, middle: Px): void {
    const { size, scale = 1, spacing, words = 0, text } = run;
    const advances = this.#metrics[run.face]?.shape(text);
    const height = size * REACH * 2;
    let x = left + run.x;
    let unit = 0;
    for (const character of text) {
      let advance = 0;
      for (let at = unit; at < unit + character.length; at += 1) advance += advances?.[at] ?? 0;
      unit += character.length;
      const width = ((advance + spacing + (character === ' ' ? words : 0)) * size * scale) / 1000;
      if (!/\s/u.test(character)) {
        this.characters.push(character);
        this.places.push({ x, y: middle - height / 2, width, height });
      }
      x += width;
    }
  }
}
