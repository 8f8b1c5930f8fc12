/**
 * `issue.json`: what the site and other programs need to know of an issue once it is out. The calendar, the feeds,
 * the search and the home page are made from these records alone, so an old issue is never rendered again. Names
 * follow IPTC ninjs 3 where it has them; what a printed page adds is under `print`.
 */

/** Name of this form; another form gets another number. */
export const RECORD_SCHEMA = 'broadsheet/issue@1';

/** One size of a picture; the address is relative to the issue's folder. */
export interface RecordRendition {
  readonly href: string;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}

/** A picture of a story, with its sizes. */
export interface RecordPicture {
  readonly name: string;
  readonly type: 'picture';
  readonly descriptions: readonly { readonly role: 'caption'; readonly value: string }[];
  readonly creditLine?: string;
  /** The point that every crop keeps, as shares of width and height; the middle when absent. */
  readonly focus?: readonly [number, number];
  readonly renditions: readonly RecordRendition[];
}

/** A story, as other programs know it. */
export interface RecordArticle {
  /** Permanent address, or a path from the site's root when the paper has no `url`. */
  readonly uri: string;
  readonly type: 'text';
  readonly language: string;
  /** `canceled`: withdrawn, the text is gone from the web. */
  readonly pubStatus: 'usable' | 'canceled';
  /** 1 = lead … 5 = brief. */
  readonly urgency: number;
  readonly versionCreated: string;
  readonly headlines: readonly { readonly role: 'main' | 'kicker' | 'deck'; readonly value: string }[];
  readonly by?: string;
  readonly located?: string;
  readonly infoSources?: readonly { readonly name: string }[];
  readonly genres: readonly { readonly name: string }[];
  readonly keywords: readonly string[];
  readonly bodies: readonly {
    readonly role: 'main' | 'excerpt';
    readonly contentType: 'text/plain';
    readonly charCount: number;
    readonly value: string;
  }[];
  readonly associations: readonly RecordPicture[];
  readonly print: {
    readonly slug: string;
    readonly page: number;
    readonly label: string;
    readonly section: string;
    /** Page on which a jumped story goes on. */
    readonly continued?: number;
  };
  /** DATE/SLUG of the story that this one corrects. */
  readonly corrects?: string;
}

/** A printed page, and what stands on it. */
export interface RecordPage {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  /** Page picture, relative to the issue's folder. */
  readonly thumbnail: string;
  readonly width: number;
  readonly height: number;
  /** Slugs in the plan's order. */
  readonly articles: readonly string[];
}

/** The whole file. */
export interface IssueRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly id: string;
  readonly date: string;
  readonly edition?: string;
  readonly number?: number;
  readonly weather?: string;
  readonly language: string;
  readonly uri: string;
  readonly paper: { readonly name: string; readonly publisher?: string; readonly cn?: string };
  readonly pages: readonly RecordPage[];
  readonly sections: readonly {
    readonly name: string;
    readonly folder: string;
    readonly articles: readonly string[];
  }[];
  /** Lead first, then page by page. */
  readonly articles: readonly RecordArticle[];
  /** Stylesheet of the headline faces and the front's own headline font, relative to the issue's folder. */
  readonly styles: string;
  readonly headlineFont?: string;
  /** Files of the issue's folder that are not for a public server: they print what the web keeps back. */
  readonly withheld?: readonly string[];
  /** Picture for link previews, relative to the issue's folder. */
  readonly card: string;
}

/** An article's headline of a role, lines joined. */
export const headlineOf = (article: RecordArticle, role: 'main' | 'kicker' | 'deck'): string | undefined =>
  article.headlines.find((headline) => headline.role === role)?.value;

/** What stands for a story that has no head: a clause of its photo's caption, or of the text's beginning. */
export function titleOf(article: RecordArticle): string {
  const head = headlineOf(article, 'main');
  if (head !== undefined) return head;
  const text =
    article.associations[0]?.descriptions[0]?.value ?? article.bodies.find(({ role }) => role === 'excerpt')?.value;
  const clauses = (text ?? '').split(/[，。；！？,;!?]/u).map((clause) => clause.trim());
  const clause = clauses.find((one) => [...one].length >= 2 && !ONLY_WHEN.test(one)) ?? clauses[0] ?? '';
  return clause === '' ? article.print.slug : shortened(clause);
}

/** Characters of a title that is made of a caption, in Han and in letters. */
const TITLE = { han: 30, letters: 60 } as const;

/** A clause as long as a title may be; one of words ends with a word. */
function shortened(clause: string): string {
  if (/\p{Script=Han}/u.test(clause)) return [...clause].slice(0, TITLE.han).join('');
  if (clause.length <= TITLE.letters) return clause.replace(/(?<!\.)\.$/u, '');
  return `${clause.slice(0, TITLE.letters).replace(/[\s–—-]+\S*$/u, '')}…`;
}
/** A clause that says no more than when: 1月7日清晨, 近日. */
const ONLY_WHEN = /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|昨|今|近)\S{0,4}$/u;
