/** One module of a page as elements in drawing order. */
import type { Article } from '../../issue/model.ts';
import type { Box, LegBox, Module, ModuleKind, PictureBox, TextBox } from '../../makeup/plan.ts';
import type { Crop } from '../../photo/model.ts';
import type { DisplayLine, FaceId, LegLine, SetBlockKind, TextRole } from '../../typeset/model.ts';
import { BODY, PITCH } from '../../units.ts';
import { wordsFor } from '../words.ts';
import type { Geometry } from './geometry.ts';
import { drawRuns, type LinkOf } from './line.ts';
import { drawShape } from './shapes.ts';
import type { BlockView, ItemView, LineView, ModuleView, PictureView, TextView } from './view.ts';

/** A choice of files of one format. */
export interface Source {
  readonly type: string;
  readonly srcset: string;
  readonly sizes?: string;
}

/** A picture as the page shows it: stand-ins for the press, renditions for the web. */
export interface Shown {
  readonly src: string;
  readonly sources: readonly Source[];
  /** The part of the file that the box shows; all of it when absent. */
  readonly part?: Crop;
  /** Fetched only where it is seen; never in print. */
  readonly lazy?: boolean;
}

/** What a page needs to know of the world to draw itself for one audience. */
export interface Drawing {
  readonly geometry: Geometry;
  /** The body face: its metrics put every baseline of the grid. */
  readonly bodyFace: FaceId;
  readonly articles: ReadonlyMap<string, Article>;
  readonly paperName: string;
  readonly language: string;
  /** Address of an article or a page as seen from this document; `undefined` when it is not to be reached. */
  readonly slugLink: (slug: string) => string | undefined;
  readonly pageLink: (page: number) => string | undefined;
  readonly textLink: LinkOf;
  readonly show: (box: PictureBox) => Shown | undefined;
  /** What stands on the web in place of a story that is not to be read there; `undefined` shows the story. */
  readonly notice?: (slug: string) => string | undefined;
}

/** What is drawn: a module's boxes, or the folio's, or the rules between modules. */
export interface Drawn {
  readonly kind: ModuleKind | 'folio' | 'rules';
  readonly slug: string;
  readonly part: number;
  readonly boxes: readonly Box[];
}

/** The elements of a module. */
export function drawModule(module: Drawn, drawing: Drawing): ModuleView {
  const { kind, slug, part } = module;
  return { ...idOf(module), kind, slug, part, tag: TAGS[kind], items: drawItems(module, drawing) };
}

/** Where a link from the story's own page leads. */
export const idOf = ({ kind, slug, part }: Pick<Drawn, 'kind' | 'slug' | 'part'>): { readonly id?: string } =>
  kind === 'article' ? { id: part === 1 ? `story-${slug}` : `story-${slug}-${part}` } : {};

const TAGS: Readonly<Record<Drawn['kind'], ModuleView['tag']>> = {
  nameplate: 'header',
  article: 'article',
  group: 'article',
  ad: 'div',
  ear: 'div',
  filler: 'div',
  index: 'div',
  weather: 'div',
  imprint: 'div',
  folio: 'div',
  rules: 'div',
};

/** Boxes in drawing order; neighbouring shapes share one SVG, a caption goes with its picture. */
function drawItems(module: Drawn, drawing: Drawing): ItemView[] {
  const items: ItemView[] = [];
  const captioned = captionsOf(module.boxes);
  const taken = new Set(captioned.values());
  for (const [index, box] of module.boxes.entries()) {
    if (box.kind === 'leg') items.push(drawLeg(box, drawing));
    else if (box.kind === 'text') {
      if (!taken.has(index) && !isHidden(box, drawing))
        items.push({ type: 'text', ...drawText(box, index, module, drawing) });
    } else if (box.kind === 'picture') {
      const caption = captioned.get(index);
      const under = caption === undefined ? undefined : module.boxes[caption];
      items.push({
        type: 'figure',
        picture: drawPicture(box, index, module, drawing),
        ...(caption !== undefined && under?.kind === 'text'
          ? { caption: { ...drawText(under, caption, module, drawing), tag: 'figcaption' } }
          : {}),
      });
    } else {
      const shape = drawShape(box, index, drawing.geometry);
      const last = items.at(-1);
      if (last?.type === 'shapes') items[items.length - 1] = { type: 'shapes', shapes: [...last.shapes, shape] };
      else items.push({ type: 'shapes', shapes: [shape] });
    }
  }
  return items;
}

/** A line of an index that names a story for the paper only. */
const isHidden = ({ link }: TextBox, { notice, slugLink }: Drawing): boolean =>
  link !== undefined && 'slug' in link && notice?.(link.slug) !== undefined && slugLink(link.slug) === undefined;

/** Index of a picture's box to the index of its caption's box. */
function captionsOf(boxes: readonly Box[]): ReadonlyMap<number, number> {
  const captions = new Map<number, number>();
  for (const [index, box] of boxes.entries()) {
    if (box.kind !== 'text' || box.text.role !== 'caption' || box.photo === undefined) continue;
    const picture = boxes.findIndex((other) => other.kind === 'picture' && other.photo === box.photo);
    if (picture >= 0 && !captions.has(picture)) captions.set(picture, index);
  }
  return captions;
}

function drawLeg(leg: LegBox, drawing: Drawing): ItemView {
  const { geometry } = drawing;
  const blocks: BlockView[] = [];
  let row = 0;
  let open: { view: BlockView; lines: LineView[]; block: number; kind: SetBlockKind } | undefined;
  for (const line of leg.lines) {
    const air = (line.row - row) * PITCH;
    const continues = open !== undefined && !line.opens && open.block === line.block && open.kind === line.kind;
    if (!continues) {
      const lines: LineView[] = [];
      const view: BlockView = {
        tag: BLOCK_TAGS[line.kind],
        kind: line.kind,
        cls: air === 0 ? '' : geometry.set('a', air),
        continues: open === undefined && !line.opens,
        lines,
      };
      blocks.push(view);
      open = { view, lines, block: line.block, kind: line.kind };
    }
    open?.lines.push(drawBodyLine(line, leg.row + line.row, continues ? air : 0, drawing));
    row = line.row + 1;
  }
  return { type: 'leg', cls: geometry.box(leg), blocks };
}

const BLOCK_TAGS: Readonly<Record<SetBlockKind, BlockView['tag']>> = {
  paragraph: 'p',
  subhead: 'h3',
  list: 'p',
  quote: 'blockquote',
  table: 'div',
  'table-folded': 'div',
  'table-text': 'div',
  code: 'pre',
  break: 'div',
  footnote: 'p',
  note: 'p',
  byline: 'p',
  qr: 'p',
};

function drawBodyLine(line: LegLine, row: number, air: number, drawing: Drawing): LineView {
  const { geometry, bodyFace } = drawing;
  const { classes, runs } = drawRuns(line, { face: bodyFace, size: BODY }, geometry, drawing.textLink);
  const shifts = [...(air === 0 ? [] : [geometry.set('a', air)]), ...(line.drop ? [geometry.set('d', line.drop)] : [])];
  return { cls: [...classes, ...shifts].join(' '), row, runs };
}

function drawText(box: TextBox, index: number, module: Drawn, drawing: Drawing): TextView {
  const { geometry } = drawing;
  const href = linkOf(box, module, drawing);
  return {
    role: box.text.role,
    tag: TEXT_TAGS[box.text.role] ?? 'p',
    cls: [geometry.box(box), ...(box.ink === undefined ? [] : [geometry.ink(box.ink)])].join(' '),
    ...(href === undefined ? {} : { href }),
    ...(href !== undefined && isBesideHeadline(box, module) ? { passed: true } : {}),
    lines: box.text.lines.map((line, at) => drawDisplayLine(line, `${index}.${at}`, drawing)),
  };
}

/** Kicker, deck and byline lead where the headline of their module leads. */
const isBesideHeadline = ({ text, link }: TextBox, { slug, boxes }: Drawn): boolean =>
  text.role !== 'headline' &&
  link !== undefined &&
  'slug' in link &&
  link.slug === slug &&
  boxes.some((box) => box.kind === 'text' && box.text.role === 'headline');

const TEXT_TAGS: Readonly<Partial<Record<TextRole, TextView['tag']>>> = {
  headline: 'h2',
  group: 'h2',
  nameplate: 'div',
  folio: 'div',
};

function linkOf(box: TextBox, module: Drawn, drawing: Drawing): string | undefined {
  if (box.link !== undefined) {
    return 'slug' in box.link ? drawing.slugLink(box.link.slug) : drawing.pageLink(box.link.page);
  }
  return module.kind === 'article' && box.text.role === 'headline' ? drawing.slugLink(module.slug) : undefined;
}

function drawDisplayLine(line: DisplayLine, set: string, drawing: Drawing): LineView {
  const { geometry, bodyFace } = drawing;
  const first = line.runs[0];
  const strut = { face: first?.face ?? bodyFace, size: first?.size ?? BODY };
  const { classes, runs } = drawRuns(line, strut, geometry, drawing.textLink);
  const place = [
    geometry.set('x', line.x),
    geometry.set('y', line.y),
    geometry.set('l', line.height),
    geometry.face(strut.face),
    geometry.set('z', strut.size),
  ];
  return { cls: [...place, ...classes].join(' '), set, runs };
}

function drawPicture(box: PictureBox, index: number, module: Drawn, drawing: Drawing): PictureView {
  const shown = box.missing ? undefined : drawing.show(box);
  const href = module.kind === 'article' ? drawing.slugLink(module.slug) : undefined;
  return {
    box: index,
    cls: drawing.geometry.box(box),
    use: box.use,
    alt: alternative(box, module, drawing),
    missing: shown === undefined,
    ...(shown?.part === undefined ? {} : { within: within(box, shown.part, drawing.geometry) }),
    ...(shown === undefined ? {} : { src: shown.src }),
    sources: shown?.sources ?? [],
    lazy: shown?.lazy === true,
    ...(href === undefined ? {} : { href }),
  };
}

/** The whole picture behind its frame: as much larger than the frame as the part is smaller than the whole. */
function within({ width, height }: PictureBox, part: Crop, geometry: Geometry): string {
  const whole = { width: width / part.width, height: height / part.height };
  return geometry.box({ x: -part.x * whole.width, y: -part.y * whole.height, ...whole });
}

/** What stands for the picture when it is not seen. */
function alternative(box: PictureBox, module: Drawn, { articles, paperName, language }: Drawing): string {
  const words = wordsFor(language);
  switch (box.use) {
    case 'nameplate':
      return paperName;
    case 'ad':
      return words.advertisement;
    case 'filler':
      return words.notice;
    case 'photo': {
      const article = articles.get(module.slug);
      const photo = box.photo === undefined ? undefined : article?.photos[box.photo];
      return photo?.caption ?? article?.title.join(' ') ?? '';
    }
  }
}

/** A module as it is drawn; the folio and the rules have names of their own. */
export const drawnOf = ({ kind, slug, part, boxes }: Module): Drawn => ({ kind, slug, part, boxes });
