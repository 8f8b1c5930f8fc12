/**
 * METS of one issue (schema 1.12) with MODS 3.8: what the files are, how the paper lies on the table (PHYSICAL:
 * issue, page) and what one reads in it (LOGICAL: issue, section, article, part). A part points into the ALTO of its
 * page with `area`, so a story that jumps is one article with parts on two pages.
 */

import { counted } from '../../fault.ts';
import { writersInRow, writersOf } from '../../issue/byline.ts';
import { type Attributes, element, textElement, type Xml, xmlDocument } from '../xml.ts';
import { type FileFacts, issueName, type PlacedArticle, pageName, pagePaths, type Records } from './context.ts';
import { type PageRegions, twoDigits } from './regions.ts';

const SCHEMAS = [
  'http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd',
  'http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
].join(' ');

const HEAD = {
  'xmlns:mets': 'http://www.loc.gov/METS/',
  'xmlns:mods': 'http://www.loc.gov/mods/v3',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': SCHEMAS,
};

/** The METS file of the issue. */
export function metsFile(records: Records): Uint8Array {
  const { issue } = records.input;
  const files = new Files(records);
  const root = { ...HEAD, OBJID: records.base, LABEL: issueName(issue), TYPE: 'Newspaper issue' };
  return xmlDocument(
    element('mets:mets', root, [
      header(records),
      issueDescription(records),
      ...records.articles.map((article, index) => articleDescription(article, index, records)),
      files.section(),
      physicalMap(records, files),
      logicalMap(records),
    ]),
  );
}

/** The status of the record of a draft. */
export const DRAFT = 'draft';

/** The date is the issue's own: nothing in the output comes from the clock. */
function header(records: Records): Xml {
  const { issue, draft } = records.input;
  const date = `${issue.date}T00:00:00Z`;
  const publisher = issue.paper.publisher.name ?? issue.paper.name;
  return element('mets:metsHdr', { CREATEDATE: date, ...(draft === true && { RECORDSTATUS: DRAFT }) }, [
    element('mets:agent', { ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, [textElement('mets:name', publisher)]),
    element('mets:agent', { ROLE: 'OTHER', OTHERROLE: 'software', TYPE: 'OTHER', OTHERTYPE: 'software' }, [
      textElement('mets:name', 'Broadsheet'),
    ]),
    textElement('mets:altRecordID', records.input.sources, { TYPE: 'sources' }),
  ]);
}

function wrap(id: string, mods: readonly (Xml | undefined)[]): Xml {
  const record = element('mods:mods', { version: '3.8' }, mods);
  return element('mets:dmdSec', { ID: id }, [
    element('mets:mdWrap', { MDTYPE: 'MODS', MDTYPEVERSION: '3.8' }, [element('mets:xmlData', {}, [record])]),
  ]);
}

function issueDescription(records: Records): Xml {
  const { issue } = records.input;
  const { publisher, name, language } = issue.paper;
  const detail = (type: string, number: string | number | undefined) =>
    number === undefined ? undefined : element('mods:detail', { type }, [textElement('mods:number', String(number))]);
  const host = element('mods:relatedItem', { type: 'host' }, [
    title(name),
    publisher.cn === undefined ? undefined : textElement('mods:identifier', publisher.cn, { type: 'cn' }),
    publisher.postal === undefined ? undefined : textElement('mods:identifier', publisher.postal, { type: 'postal' }),
    element('mods:part', {}, [
      detail('issue', issue.number),
      detail('edition', issue.edition),
      textElement('mods:date', issue.date, { encoding: 'w3cdtf' }),
    ]),
  ]);
  return wrap('dmd-issue', [
    title(issueName(issue)),
    textElement('mods:typeOfResource', 'text'),
    textElement('mods:genre', 'newspaper', { authority: 'marcgt' }),
    element('mods:originInfo', { eventType: 'publication' }, [
      publisher.name === undefined ? undefined : textElement('mods:publisher', publisher.name),
      textElement('mods:dateIssued', issue.date, { encoding: 'w3cdtf', keyDate: 'yes' }),
    ]),
    languageOf(language),
    element('mods:physicalDescription', {}, [
      textElement('mods:extent', counted(records.pages.length, 'page')),
      textElement('mods:digitalOrigin', 'born digital'),
    ]),
    host,
    element('mods:location', {}, [textElement('mods:url', records.base)]),
  ]);
}

const title = (text: string, subTitle?: string): Xml =>
  element('mods:titleInfo', {}, [
    textElement('mods:title', text),
    subTitle ? textElement('mods:subTitle', subTitle) : undefined,
  ]);

const languageOf = (tag: string): Xml =>
  element('mods:language', {}, [textElement('mods:languageTerm', tag, { type: 'code', authority: 'rfc5646' })]);

function articleDescription(placed: PlacedArticle, index: number, records: Records): Xml {
  const { article } = placed;
  const pages = placed.parts.map((part) => part.page.page.number);
  const { language } = records.input.issue.paper;
  const byline = writersInRow(article?.authors ?? article?.byline ?? [], language);
  return wrap(articleId(index), [
    title(placed.title, article?.deck.join(' ')),
    ...writersOf(byline).map(({ kind, name }) =>
      element('mods:name', { type: kind === 'person' ? 'personal' : 'corporate' }, [
        textElement('mods:namePart', name),
        element('mods:role', {}, [textElement('mods:roleTerm', 'aut', { type: 'code', authority: 'marcrelator' })]),
      ]),
    ),
    textElement('mods:genre', article?.genre ?? 'news'),
    languageOf(language),
    byline === '' ? undefined : textElement('mods:note', byline, { type: 'statement of responsibility' }),
    article?.source === undefined ? undefined : textElement('mods:note', article.source, { type: 'source' }),
    ...(article?.keywords ?? []).map((word) => element('mods:subject', {}, [textElement('mods:topic', word)])),
    textElement('mods:identifier', placed.slug, { type: 'local' }),
    access(article),
    element(
      'mods:part',
      {},
      pages.map((page) => element('mods:extent', { unit: 'pages' }, [textElement('mods:start', String(page))])),
    ),
  ]);
}

/** That a story is not to be read on the web though it was printed: whoever shows the archive to the public has to know. */
const access = (article: PlacedArticle['article']): Xml | undefined =>
  article === undefined || article.web === true
    ? undefined
    : textElement(
        'mods:accessCondition',
        article.web === 'withdrawn' ? 'Withdrawn from the web edition' : 'In print only',
        { type: 'restriction on access' },
      );

const articleId = (index: number): string => `dmd-article-${index + 1}`;

interface FileEntry {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  /** The page that the file shows; absent for files of the whole issue. */
  readonly page?: number;
}

/** The files that there are, each listed once, and their names in the maps. */
class Files {
  readonly #groups: ReadonlyMap<string, readonly FileEntry[]>;
  readonly #facts: ReadonlyMap<string, FileFacts>;

  constructor(records: Records) {
    const { issue, images = [], files } = records.input;
    const isThere = (file: FileEntry) => files.has(file.path);
    const perPage = (id: string, type: string, path: (page: number) => string) =>
      records.pages.map(({ page: { number } }) => ({
        id: `${id}${twoDigits(number)}`,
        path: path(number),
        type,
        page: number,
      }));
    const paths = (page: number) => pagePaths(issue.id, page);
    const pictures = images.map(({ page, path }) => ({
      id: `image${twoDigits(page)}`,
      path,
      type: imageType(path),
      page,
    }));
    const groups: readonly (readonly [string, readonly FileEntry[]])[] = [
      ['text-alto', perPage('alto', 'text/xml', (page) => paths(page).alto)],
      ['text-plain', perPage('text', 'text/plain', (page) => paths(page).text)],
      ['print', perPage('press', 'application/pdf', (page) => paths(page).press)],
      ['replica', perPage('html', 'text/html', (page) => paths(page).html)],
      ['image', pictures],
      ['reading', [{ id: 'reader', path: `${issue.id}.pdf`, type: 'application/pdf' }]],
    ];
    const present = groups.map(([use, entries]) => [use, entries.filter(isThere)] as const);
    this.#groups = new Map(present.filter(([, entries]) => entries.length > 0));
    this.#facts = files;
  }

  /** Pointers to every file of one page, or of the whole issue. */
  pointers(page: number | undefined): readonly Xml[] {
    const entries = [...this.#groups.values()].flat().filter((entry) => entry.page === page);
    return entries.map((entry) => element('mets:fptr', { FILEID: entry.id }));
  }

  section(): Xml {
    const groups = [...this.#groups].map(([use, entries]) =>
      element(
        'mets:fileGrp',
        { USE: use },
        entries.map((entry) => this.#file(entry)),
      ),
    );
    return element('mets:fileSec', {}, groups);
  }

  #file(entry: FileEntry): Xml {
    // A page of HTML gets notices of later corrections, and file-system links when it is sealed: no digest would hold.
    const facts = entry.type === 'text/html' ? undefined : this.#facts.get(entry.path);
    const digest: Attributes = facts ? { SIZE: facts.size, CHECKSUM: facts.sha256, CHECKSUMTYPE: 'SHA-256' } : {};
    return element('mets:file', { ID: entry.id, MIMETYPE: entry.type, ...digest }, [
      element('mets:FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': entry.path }),
    ]);
  }
}

/** Media type of a page's picture. */
export function imageType(path: string): string {
  if (path.endsWith('.png')) return 'image/png';
  return path.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
}

function physicalMap(records: Records, files: Files): Xml {
  const pages = records.pages.map((page, index) =>
    element(
      'mets:div',
      {
        ID: `phys-${page.id}`,
        TYPE: 'page',
        ORDER: index + 1,
        ORDERLABEL: page.page.label ?? page.page.number,
        LABEL: pageName(page, records),
      },
      files.pointers(page.page.number),
    ),
  );
  const issue = element(
    'mets:div',
    { ID: 'phys-issue', TYPE: 'issue', DMDID: 'dmd-issue', LABEL: issueName(records.input.issue) },
    [element('mets:fptr', { FILEID: 'reader' }), ...pages],
  );
  return element('mets:structMap', { TYPE: 'PHYSICAL' }, [issue]);
}

function logicalMap(records: Records): Xml {
  const sections = [...new Set(records.articles.map((article) => article.section))];
  const divs = sections.map((section, order) => {
    const articles = records.articles.flatMap((article, index) =>
      article.section === section ? [articleDiv(article, index, records)] : [],
    );
    return element(
      'mets:div',
      { ID: `log-section-${order + 1}`, TYPE: 'section', ORDER: order + 1, LABEL: section },
      articles,
    );
  });
  const other = otherModules(records);
  const issue = { ID: 'log-issue', TYPE: 'issue', DMDID: 'dmd-issue', LABEL: issueName(records.input.issue) };
  return element('mets:structMap', { TYPE: 'LOGICAL' }, [element('mets:div', issue, [...divs, ...other])]);
}

function articleDiv(article: PlacedArticle, index: number, records: Records): Xml {
  const parts = article.parts.map(({ page, module }, order) =>
    element('mets:div', { ID: `log-${module.id}`, TYPE: 'part', ORDER: order + 1, LABEL: pageName(page, records) }, [
      pointer(page, module.id),
      ...module.regions.map((region) =>
        element('mets:div', { ID: `log-${region.id}`, TYPE: region.kind === 'text' ? region.role : region.use }, [
          pointer(page, region.id),
        ]),
      ),
    ]),
  );
  const attributes = { ID: `log-article-${index + 1}`, TYPE: 'article', DMDID: articleId(index), LABEL: article.title };
  return element('mets:div', attributes, parts);
}

/** What is no article: nameplate, ears, advertisements, imprint. */
function otherModules(records: Records): readonly Xml[] {
  return records.pages.flatMap((page) =>
    page.modules
      .filter(({ module }) => module.kind !== 'article')
      .map(({ id, module }) =>
        element(
          'mets:div',
          { ID: `log-${id}`, TYPE: module.kind, LABEL: `${module.slug}, ${pageName(page, records)}` },
          [pointer(page, id)],
        ),
      ),
  );
}

/** A pointer to one block of a page's ALTO. */
function pointer(page: PageRegions, id: string): Xml {
  const area = { FILEID: `alto${twoDigits(page.page.number)}`, BETYPE: 'IDREF', BEGIN: id };
  return element('mets:fptr', {}, [element('mets:area', area)]);
}
