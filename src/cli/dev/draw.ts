/**
 * A page as the desk's window draws it: the same elements as the web's replica and the print document, one piece of
 * HTML a module, so that the window changes only the modules that are other than before.
 */
import { createHash } from 'node:crypto';
import nunjucks from 'nunjucks';
import { faceTexts } from '../../edition/draw/faces.ts';
import { Geometry } from '../../edition/draw/geometry.ts';
import { bodyFaceOf, drawSheet, trimOf } from '../../edition/draw/sheet.ts';
import { openTemplates } from '../../edition/templates.ts';
import type { Issue } from '../../issue/model.ts';
import type { PagePlan, PictureBox, Plan } from '../../makeup/plan.ts';
import { mmToPx } from '../../units.ts';
import type { FontPart, WarmFonts } from './fonts.ts';

/** A drawn page. */
export interface PageDrawing {
  readonly number: number;
  /** SHA-256 of everything below, short. */
  readonly version: string;
  /** CSS px of the trimmed sheet. */
  readonly width: number;
  readonly height: number;
  /** From the trim's corner to the type area's, from which everything on the page is measured. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly sheetClass: string;
  readonly areaClass: string;
  /** Rules of every class that the page uses. */
  readonly css: string;
  readonly fonts: readonly FontPart[];
  readonly modules: readonly DrawnModule[];
}

/** A module's element. */
export interface DrawnModule {
  /** Unique on the page. */
  readonly key: string;
  /** SHA-256 of the HTML, short. */
  readonly version: string;
  readonly html: string;
}

/** What all pages of a drawing share. */
export interface DrawJob {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly fonts: WarmFonts;
  /** Address of a picture as it is placed; undefined draws an empty frame. */
  readonly show: (box: PictureBox, page: PagePlan) => string | undefined;
}

/** Draws pages with the paper's templates. */
export type Painter = (page: PagePlan, job: DrawJob) => Promise<PageDrawing>;

/** Reads the templates once; a change of the layouts asks for a new painter. */
export function openPainter(paper: string): Painter {
  const templates = openTemplates(paper);
  const source = '{%- from "page/sheet.njk" import module -%}{{ module(m) }}';
  const template = new nunjucks.Template(source, templates, 'desk', true);
  return async (page, job) => {
    const { issue, plan, fonts } = job;
    const geometry = new Geometry(issue.paper.colours);
    const sheet = drawSheet(page, {
      geometry,
      bodyFace: bodyFaceOf(plan),
      articles: new Map(issue.articles.map((article) => [article.slug, article])),
      paperName: issue.paper.name,
      // The desk's window opens stories in its own panel: links would lead away from it.
      slugLink: () => undefined,
      pageLink: () => undefined,
      textLink: () => undefined,
      show: (box) => {
        const src = job.show(box, page);
        return src === undefined ? undefined : { src, sources: [] };
      },
    });
    const modules = sheet.modules.map((m): DrawnModule => {
      const html = template.render({ m }).trim();
      return { key: `${m.kind} ${m.slug} ${m.part}`, version: shortHash(html), html };
    });
    const drawing = {
      number: page.number,
      width: mmToPx(page.trim.width),
      height: mmToPx(page.trim.height),
      origin: { x: page.margins.left, y: page.margins.top },
      sheetClass: sheet.cls,
      areaClass: sheet.area,
      css: geometry.stylesheet(trimOf(plan)),
      fonts: fonts.cover(faceTexts([page])),
      modules,
    };
    return { ...drawing, version: shortHash(JSON.stringify(drawing)) };
  };
}

/** Enough to tell versions of one thing apart. */
export const shortHash = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
