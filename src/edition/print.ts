/**
 * The print document: all pages of an issue in one HTML, from the same templates as the web's page replicas. It is
 * staging for Paged.js and no part of the output.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Issue } from '../issue/model.ts';
import type { PictureBox, Plan } from '../makeup/plan.ts';
import { faceTexts } from './draw/faces.ts';
import { Geometry } from './draw/geometry.ts';
import type { Drawing, Shown } from './draw/module.ts';
import { bodyFaceOf, drawSheet, trimOf } from './draw/sheet.ts';
import { fontFace, type Subset } from './font/face.ts';
import { nameByContent, placementKey, placementOf } from './pictures.ts';
import { readStyle } from './styles.ts';
import { openTemplates } from './templates.ts';

/** What the print document shows. */
export interface PrintDocument {
  readonly issue: Issue;
  readonly plan: Plan;
  /** Numbers of the pages that are to be printed; all when absent. */
  readonly only?: readonly number[];
  /** Bytes of the stand-in JPEG by {@link placementKey}; a placement without one is drawn as an empty frame. */
  readonly standIns: ReadonlyMap<string, Uint8Array>;
  readonly subset: Subset;
  /** Absolute path of the paper's folder, whose layouts and styles win. */
  readonly paper?: string;
  /** Folder to write into; made if need be. */
  readonly into: string;
}

/** Writes the document with its styles, fonts and pictures; returns the absolute path of its HTML. */
export async function writePrintDocument(job: PrintDocument): Promise<string> {
  const { issue, plan, into } = job;
  await Promise.all(['fonts', 'pictures'].map((folder) => mkdir(path.join(into, folder), { recursive: true })));
  const geometry = new Geometry(issue.paper.colours);
  const standIns = await writeStandIns(job);
  const anchors = firstPages(plan);
  const drawing = (color: boolean): Drawing => ({
    geometry,
    bodyFace: bodyFaceOf(plan),
    articles: new Map(issue.articles.map((article) => [article.slug, article])),
    paperName: issue.paper.name,
    language: issue.paper.language,
    slugLink: () => undefined,
    pageLink: (page) => `#page-${page}`,
    textLink: (href) => (/^[a-z]+:/i.test(href) ? href : anchors.has(href) ? `#page-${anchors.get(href)}` : undefined),
    show: (box: PictureBox): Shown | undefined => {
      const src = standIns.get(placementKey(placementOf(box, { color })));
      return src === undefined ? undefined : { src, sources: [] };
    },
  });
  const wanted = plan.pages.filter(({ number }) => job.only?.includes(number) ?? true);
  const sheets = wanted.map((page) => drawSheet(page, drawing(page.color)));
  const html = openTemplates(job.paper).render('print.njk', { issue, sheets, language: issue.paper.language });
  await Promise.all([
    writeFile(path.join(into, 'index.html'), html),
    writeFile(path.join(into, 'issue.css'), geometry.stylesheet(trimOf(plan))),
    writeFile(path.join(into, 'sheet.css'), await readStyle('sheet.css', job.paper)),
    writePrintFonts(job),
  ]);
  return path.join(into, 'index.html');
}

/** The page on which each article begins. */
function firstPages(plan: Plan): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const { number, modules } of plan.pages) {
    for (const { slug, part } of modules) if (part === 1) pages.set(slug, number);
  }
  return pages;
}

async function writeStandIns({ standIns, into }: PrintDocument): Promise<ReadonlyMap<string, string>> {
  const written = [...standIns].map(async ([key, bytes]): Promise<[string, string]> => {
    const src = `pictures/${nameByContent(bytes, 'jpg')}`;
    await writeFile(path.join(into, src), bytes);
    return [key, src];
  });
  return new Map(await Promise.all(written));
}

/** One TrueType subset a face for all pages, printed or not: an edit that brings no new character finds it made. */
async function writePrintFonts({ plan, subset, into }: PrintDocument): Promise<void> {
  const rules = await Promise.all(
    [...faceTexts(plan.pages)].map(async ([face, text]) => {
      await writeFile(path.join(into, 'fonts', `${face}.ttf`), await subset(face, text));
      return fontFace(face, `fonts/${face}.ttf`, 'truetype');
    }),
  );
  await writeFile(path.join(into, 'fonts.css'), `${rules.join('\n')}\n`);
}
