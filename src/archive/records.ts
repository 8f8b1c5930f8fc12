/**
 * The records that an archive reads: ALTO and plain text of every page, METS and IIIF manifest of the issue.
 * In: issue and plan, the names of pictures and files. Out: bytes by path below the issue's output folder. No files are touched.
 */
import { altoPage } from './records/alto.ts';
import { gather, issueName, pagePaths, type RecordsInput, titleOf } from './records/context.ts';
import { issueManifest } from './records/iiif.ts';
import { metsFile } from './records/mets.ts';
import { pageText } from './records/text.ts';

export type { PageImage, RecordsInput } from './records/context.ts';
export type { Metrics } from './records/lines.ts';

/** Makes the records of one issue: `alto/01.xml`, `alto/01.txt`, …, `mets.xml`, `manifest.json`. */
export function archiveRecords(input: RecordsInput): ReadonlyMap<string, Uint8Array> {
  const records = gather(input);
  const made = new Map<string, Uint8Array>();
  const { issue, images = [] } = input;
  const pagesOf = (slug: string) =>
    records.articles.find((article) => article.slug === slug)?.parts.map((part) => part.page.page.number) ?? [];
  const titles = new Map(issue.articles.map((article) => [article.slug, titleOf(article, article.slug)]));
  for (const page of records.pages) {
    const { number } = page.page;
    const image = images.find((picture) => picture.page === number)?.path;
    const context = {
      language: issue.paper.language,
      document: `${issueName(issue)} ${number}`,
      pagesOf,
      titleOf: (slug: string) => titles.get(slug) ?? slug,
      ...(image === undefined ? {} : { image: `../${image}` }),
    };
    const paths = pagePaths(issue.id, number);
    made.set(paths.alto, altoPage(page, context));
    made.set(paths.text, pageText(page));
  }
  made.set('mets.xml', metsFile(records, made));
  made.set('manifest.json', issueManifest(records));
  return made;
}
