/**
 * A page as the desk's window draws it: the same elements as the web's replica and the print document, one piece of
 * HTML and CSS a module, so that after an edit only the modules that are other than before are drawn and sent.
 */
import { createHash } from 'node:crypto';
import nunjucks from 'nunjucks';
import { faceTexts } from '../../edition/draw/faces.ts';
import { Geometry } from '../../edition/draw/geometry.ts';
import { type Drawing, drawModule, drawnOf } from '../../edition/draw/module.ts';
import { bodyFaceOf, drawSheet, trimOf } from '../../edition/draw/sheet.ts';
import type { ModuleView } from '../../edition/draw/view.ts';
import { openTemplates } from '../../edition/templates.ts';
import type { Issue } from '../../issue/model.ts';
import type { Module, PagePlan, PictureBox, Plan } from '../../makeup/plan.ts';
import { mmToPx } from '../../units.ts';
import type { FontPart, WarmFonts } from './fonts.ts';

/** A drawn page. */
export interface PageDrawing {
  readonly number: number;
  /** CSS px of the trimmed sheet. */
  readonly width: number;
  readonly height: number;
  /** From the trim's corner to the type area's, from which everything on the page is measured. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly sheetClass: string;
  readonly areaClass: string;
  /** Rules of the sheet's and the area's own classes. */
  readonly css: string;
  readonly fonts: readonly FontPart[];
  readonly modules: readonly DrawnModule[];
}

/** A module's element. */
export interface DrawnModule {
  /** Unique on the page. */
  readonly key: string;
  /** SHA-256 of the two below, short. */
  readonly version: string;
  readonly html: string;
  /** Rules of every class in it. */
  readonly css: string;
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
export type Painter = (page: PagePlan, job: DrawJob) => PageDrawing;

/** Reads the templates and forgets every drawing: for the beginning, and after a change of layouts or pictures. */
export function openPainter(paper: string): Painter {
  const template = new nunjucks.Template(
    '{%- from "page/sheet.njk" import module -%}{{ module(m) }}',
    openTemplates(paper),
    'desk',
    true,
  );
  const known = new WeakMap<Module, { readonly bodyFace: string; readonly drawn: DrawnModule }>();
  return (page, job) => {
    const { plan } = job;
    const bodyFace = bodyFaceOf(plan);
    const put = (draw: (drawing: Drawing) => ModuleView): DrawnModule => {
      const geometry = new Geometry(job.issue.paper.colours);
      const m = draw(drawingFor(page, job, geometry, bodyFace));
      const html = template.render({ m }).trim();
      const css = geometry.stylesheet(trimOf(plan));
      return { key: `${m.kind} ${m.slug} ${m.part}`, version: shortHash(html + css), html, css };
    };
    const modules = page.modules.map((module): DrawnModule => {
      const before = known.get(module);
      if (before?.bodyFace === bodyFace) return before.drawn;
      const drawn = put((drawing) => drawModule(drawnOf(module), drawing));
      known.set(module, { bodyFace, drawn });
      return drawn;
    });
    const geometry = new Geometry(job.issue.paper.colours);
    const sheet = drawSheet({ ...page, modules: [] }, drawingFor(page, job, geometry, bodyFace));
    return {
      number: page.number,
      width: mmToPx(page.trim.width),
      height: mmToPx(page.trim.height),
      origin: { x: page.margins.left, y: page.margins.top },
      sheetClass: sheet.cls,
      areaClass: sheet.area,
      css: geometry.stylesheet(trimOf(plan)),
      fonts: job.fonts.cover(faceTexts([page])),
      modules: [...sheet.modules.map((view) => ({ ...put(() => view), css: '' })), ...modules],
    };
  };
}

/** The desk's window opens stories in its own panel: links would lead away from it. */
const NO_LINK = (): undefined => undefined;

function drawingFor(page: PagePlan, { issue, show }: DrawJob, geometry: Geometry, bodyFace: string): Drawing {
  return {
    geometry,
    bodyFace,
    articles: new Map(issue.articles.map((article) => [article.slug, article])),
    paperName: issue.paper.name,
    language: issue.paper.language,
    slugLink: NO_LINK,
    pageLink: NO_LINK,
    textLink: NO_LINK,
    show: (box) => {
      const src = show(box, page);
      return src === undefined ? undefined : { src, sources: [] };
    },
  };
}

/** Enough to tell versions of one thing apart. */
export const shortHash = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
