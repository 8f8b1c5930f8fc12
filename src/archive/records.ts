/**
 * The records that an archive reads: ALTO and plain text of every page, METS and IIIF manifest of the issue.
 * In: issue and plan, the names of pictures and files. Out: bytes by path below the issue's output folder. No files are touched.
 */
import { altoPage } from './records/alto.ts';
import {
  articlePath,
  contentsOf,
  gather,
  issueName,
  type PagesInput,
  pagePaths,
  type RecordsInput,
  titleOf,
} from './records/context.ts';
import { issueManifest } from './records/iiif.ts';
import { metsFile } from './records/mets.ts';
import { pageText } from './records/text.ts';

export type { FileFacts, PageImage, PagesInput, RecordsInput } from './records/context.ts';
export type { Metrics } from './records/lines.ts';

/** The records of each page, `alto/01.xml`, `alto/01.txt`, …: they hang on the plan alone. */
export function pageRecords(input: PagesInput): ReadonlyMap<string, Uint8Array> {
  const { issue, images } = input;
  const { pages, articles } = contentsOf(input);
  const pagesOf = (slug: string) =>
    articles.find((article) => article.slug === slug)?.parts.map((part) => part.page.page.number) ?? [];
  const bySlug = new Map(issue.articles.map((article) => [article.slug, article]));
  return new Map(
    pages.flatMap((page): [string, Uint8Array][] => {
      const { number } = page.page;
      const image = images?.get(number);
      const context = {
        language: issue.paper.language,
        document: `${issueName(issue)} ${number}`,
        pagesOf,
        titleOf: (slug: string) => titleOf(bySlug.get(slug), slug),
        pathOf: (slug: string) => articlePath(bySlug.get(slug)),
        ...(image === undefined ? {} : { image: `../${image}` }),
      };
      const paths = pagePaths(issue.id, number);
      return [
        [paths.alto, altoPage(page, context)],
        [paths.text, pageText(page)],
      ];
    }),
  );
}

/** The records of the issue, `mets.xml` and `manifest.json`, which name its files. */
export function issueRecords(input: RecordsInput): ReadonlyMap<string, Uint8Array> {
  const records = gather(input);
  return new Map([
    ['mets.xml', metsFile(records)],
    ['manifest.json', issueManifest(records)],
  ]);
}
