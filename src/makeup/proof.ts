/** The proof that every character is on the pages (R02): the placed text of each article, read back out of the modules. */
import { articleText, blocksText, bodyCharacters, codePoints, digestOf } from '../issue/digest.ts';
import type { Article } from '../issue/model.ts';
import type { Line, TextRole } from '../typeset/model.ts';
import type { ArticleProof, Module, PagePlan } from './plan.ts';

const WHITE_SPACE = /\p{White_Space}+/gu;
/** Roles of an article's head, in the contract's order of the digest. */
const HEAD_ROLES: readonly TextRole[] = ['kicker', 'headline', 'deck', 'byline'];

const bare = (text: string): string => text.replace(WHITE_SPACE, '');

const sourceOf = (line: Line): string => line.runs.map((run) => run.source ?? run.text).join('');

/** Proofs of all articles against the pages. */
export function proofs(articles: readonly Article[], pages: readonly PagePlan[]): readonly ArticleProof[] {
  const placed = new Map<string, { readonly page: number; readonly module: Module }[]>();
  for (const page of pages)
    for (const module of page.modules)
      placed.set(module.slug, [...(placed.get(module.slug) ?? []), { page: page.number, module }]);
  return articles.map((article) => {
    const parts = (placed.get(article.slug) ?? []).toSorted((a, b) => a.module.part - b.module.part);
    const text = readBack(
      article,
      parts.map(({ module }) => module),
    );
    const [first, second] = parts;
    return {
      slug: article.slug,
      characters: bodyCharacters(article),
      placed: codePoints(text.body) - datelineLength(article, text.body),
      digest: digestOf(articleText(article)),
      placedDigest: digestOf(text.all),
      jump: first && second ? { from: first.page, to: second.page } : null,
    };
  });
}

/** Characters of the dateline, which stands at the head of the body on the page but is none of its characters. */
function datelineLength({ dateline = '' }: Article, body: string): number {
  return body.startsWith(bare(dateline)) ? codePoints(bare(dateline)) : 0;
}

/**
 * The text of a body as the digest has it, the dateline first: on the page that opens the first paragraph, and a subhead,
 * a list or a table may stand before it.
 */
function datelineFirst({ dateline = '', body }: Article, placed: string): string {
  const first = body.findIndex(({ kind }) => kind === 'paragraph');
  const [before, line] = [bare(blocksText(body.slice(0, Math.max(0, first)))), bare(dateline)];
  return placed.startsWith(before + line) ? line + before + placed.slice(before.length + line.length) : placed;
}

/** All text of an article's modules in the digest's order, and that of its body alone, without white space. */
function readBack(article: Article, parts: readonly Module[]): { readonly all: string; readonly body: string } {
  const head = parts[0] ? HEAD_ROLES.flatMap((role) => displayText(parts[0] as Module, role)).join('') : '';
  const lines = parts.flatMap(({ boxes }) => boxes.flatMap((box) => (box.kind === 'leg' ? box.lines : [])));
  const told = (kind: 'byline' | 'rest') =>
    lines.filter((line) => line.kind !== 'note' && (line.kind === 'byline') === (kind === 'byline')).map(sourceOf);
  const index = parts.flatMap((part) => displayText(part, 'index'));
  const captions = parts.flatMap((part) => [...displayText(part, 'caption'), ...displayText(part, 'credit')]);
  const body = datelineFirst(article, bare([...told('rest'), ...index].join('')));
  return { all: bare([head, ...told('byline'), body, ...captions].join('')), body };
}

function displayText(module: Module, role: TextRole): readonly string[] {
  const boxes = module.boxes.filter((box) => box.kind === 'text').filter((box) => box.text.role === role);
  return boxes.toSorted((a, b) => (a.photo ?? 0) - (b.photo ?? 0)).flatMap((box) => box.text.lines.map(sourceOf));
}
