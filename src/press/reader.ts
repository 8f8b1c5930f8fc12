/**
 * The reader's PDF: all pages at trim size in the screen's colours, tagged by the plan, with bookmarks and live links.
 * It is laid out for PDF/UA-1; `docs/press-room.md` says which of its conditions are checked here and which are not.
 */
import assert from 'node:assert/strict';
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { PagePlan, Plan } from '../makeup/plan.ts';
import { mmToPt } from '../units.ts';
import { shiftPatterns } from './content/patterns.ts';
import { dictIn, openPdf, packedStream } from './content/streams.ts';
import { repairToUnicode } from './fonts.ts';
import { finish, identify, intend } from './identity/document.ts';
import type { PressJob } from './model.ts';
import { screenProfile } from './profile.ts';
import { annotate, type PageRefs } from './reader/annotate.ts';
import type { Element } from './reader/branch.ts';
import { Gathering } from './reader/gather.ts';
import { type Leaf, shiftOf } from './reader/leaf.ts';
import { Directory, linksOf } from './reader/links.ts';
import { bookmark } from './reader/outline.ts';
import { sharpenPictures } from './reader/pictures.ts';
import { Frame } from './reader/places.ts';
import { type PlantedPage, plantTree } from './reader/plant.ts';
import { TypeCase } from './reader/type-case.ts';

/** What the reader's PDF is made with. */
export interface ReaderJob extends Pick<PressJob, 'paper' | 'language' | 'date' | 'issue' | 'twins'> {
  readonly bleed: PressJob['press']['bleed'];
  readonly plan: Plan;
  /** Every character of each page. */
  readonly characters: readonly string[];
  /** Headline of each article, by slug, for the bookmarks. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Says that the file is laid out for PDF/UA-1. */
const UA_CLAIM = '<pdfuaid:part>1</pdfuaid:part>\n';

/** A page as it comes to the binding. */
export interface ReaderPage {
  /** Chromium's PDF of its sheet, trim with the bleed around it. */
  readonly raw: Uint8Array;
  readonly leaf: Leaf;
}

/**
 * Binds the reader's PDF.
 * @param pages In the order of the plan's.
 */
export async function bindReader(pages: readonly ReaderPage[], job: ReaderJob): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const volume = { document, gathering: new Gathering(document.context), type: new TypeCase(document.context) };
  const laid: LaidPage[] = [];
  for (const [index, page] of pages.entries())
    laid.push(await layPage(volume, page, { plan: planOf(job, index), job, characters: job.characters[index] ?? '' }));
  volume.type.close();
  repairFonts(document.context, job.characters.join(''));
  furnish(document, laid, job);
  intend(document, { kind: 'GTS_PDFA1', condition: 'sRGB IEC61966-2.1', channels: 3, profile: await screenProfile() });
  const { date, language } = job;
  identify(document, { title: `${job.paper} ${job.issue}`, creator: 'Broadsheet', date, language }, UA_CLAIM, false);
  return finish(document, [1, 7], true);
}

function planOf({ plan }: ReaderJob, index: number): PagePlan {
  const page = plan.pages[index];
  assert(page, `bug: the plan has no page ${index + 1}`);
  return page;
}

/** The file that the pages come into. */
interface Volume {
  readonly document: PDFDocument;
  readonly gathering: Gathering;
  readonly type: TypeCase;
}

interface LaidPage {
  readonly plan: PagePlan;
  readonly page: PDFPage;
  readonly branch: Element;
}

interface Laying {
  readonly plan: PagePlan;
  readonly job: ReaderJob;
  readonly characters: string;
}

/** A page at its trim size, its resources brought over. */
async function layPage(
  { document, gathering, type }: Volume,
  { raw, leaf }: ReaderPage,
  { plan, job, characters }: Laying,
): Promise<LaidPage> {
  const printed = await openPdf(raw);
  const sheet = printed.getPage(0);
  const resources = dictIn(sheet.node, 'Resources') ?? printed.context.obj({});
  // By the page's own characters: what a page says does not hang on which others were printed with it.
  repairFonts(printed.context, characters);
  const faces = type.take(printed.context);
  await sharpenPictures(printed.context, resources, plan, job.twins);
  shiftPatterns(printed.context, resources, shiftOf(plan, job.bleed, sheet.getHeight()));
  const page = document.addPage([mmToPt(plan.trim.width), mmToPt(plan.trim.height)]);
  const { context } = document;
  page.node.set(PDFName.of('Resources'), gathering.from(printed.context, faces)(resources));
  page.node.set(PDFName.of('Contents'), context.register(packedStream(context.obj({}), leaf.content)));
  return { plan, page, branch: leaf.branch };
}

/** Links, structure and bookmarks: what leads through the pages. */
function furnish(document: PDFDocument, laid: readonly LaidPage[], { plan, titles, bleed }: ReaderJob): void {
  const { context, catalog } = document;
  const frames = laid.map((one) => new Frame(one.plan, bleed));
  const refs: PageRefs = { pages: laid.map(({ page }) => page.ref), frames };
  const titleOf = (slug: string): string => titles[slug] ?? '';
  const directory = new Directory(plan);
  const planted = laid.map(({ plan: own, page: { node, ref }, branch }, index): PlantedPage => {
    const links = linksOf(own, directory, titleOf);
    const annotations: readonly PDFRef[] = links.map((link) => annotate(context, link, index, refs));
    if (annotations.length > 0) node.set(PDFName.of('Annots'), context.obj([...annotations]));
    node.set(PDFName.of('StructParents'), context.obj(index));
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
    return { branch, page: ref, frame: frames[index] ?? new Frame(own, bleed), annotations };
  });
  catalog.set(PDFName.of('StructTreeRoot'), plantTree(context, planted));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Outlines'), bookmark(context, plan, titleOf, refs));
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  catalog.set(PDFName.of('PageLabels'), pageLabels(document, plan));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
}

/** Every font of the file says the characters that the articles have. */
function repairFonts(context: PDFContext, characters: string): void {
  const known = new Set(characters);
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.has(PDFName.of('ToUnicode'))) repairToUnicode(context, object, known);
}

/** Pages are called what the paper calls them: A01, A02. */
function pageLabels({ context }: PDFDocument, plan: Plan): PDFDict {
  const numbers = plan.pages.flatMap(({ label, number }, index) => {
    const entry = context.obj({});
    entry.set(PDFName.of('P'), PDFHexString.fromText(label ?? String(number)));
    return [context.obj(index), entry];
  });
  return context.obj({ Nums: numbers });
}
