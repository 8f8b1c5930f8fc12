/**
 * An article's body for reading on a screen: the same blocks that the page was set from, as HTML. Every character
 * that came from the desk is escaped here; nothing of it can be markup.
 */
import { dashAfter } from '../../issue/dateline.ts';
import type { Block, Span } from '../../issue/model.ts';
import type { Words } from '../words.ts';

/** How this document reaches other things. */
export interface BodyContext {
  readonly words: Words;
  /** Address of another article of the issue; `undefined` when it is not on the web. */
  readonly article: (slug: string) => string | undefined;
  /** HTML of the figure of the article's nth photo; empty when it has none. */
  readonly figure: (photo: number) => string;
  /** 电头, run in at the head of the first paragraph. */
  readonly dateline?: string | undefined;
}

interface Setting extends BodyContext {
  /** Level that the desk's highest subhead stands for: no level of heading is left out. */
  readonly highest: 2 | 3;
  /** Footnotes that were called so far: the way back leads to the first call. */
  readonly called: Set<string>;
}

/** HTML of the body. */
export function bodyHtml(body: readonly Block[], given: BodyContext): string {
  const hasSecond = body.some((block) => block.kind === 'subhead' && block.level === 2);
  const context: Setting = { ...given, highest: hasSecond ? 2 : 3, called: new Set() };
  const notes = body.filter((block) => block.kind === 'footnote');
  const text = body.filter((block) => block.kind !== 'footnote');
  const opening = text.findIndex((block) => block.kind === 'paragraph');
  const html = text.map((block, index) => blockHtml(block, context, index === opening)).join('\n');
  const lone = opening < 0 && context.dateline ? `<p>${datelineHtml(context.dateline)}</p>\n` : '';
  if (notes.length === 0) return lone + html;
  const items = notes.map((note) => footnoteHtml(note, context)).join('\n');
  return `${lone}${html}\n<section class="footnotes" aria-label="${context.words.footnotes}"><ol>\n${items}\n</ol></section>`;
}

/** A dash that the desk did not type is drawn by CSS, as print draws it. */
const datelineHtml = (dateline: string): string =>
  `<span class="dateline${dashAfter(dateline) === '' ? '' : ' open'}">${escapeHtml(dateline)}</span>`;

function blockHtml(block: Block, context: Setting, opens = false): string {
  switch (block.kind) {
    case 'paragraph': {
      const dateline = opens && context.dateline ? datelineHtml(context.dateline) : '';
      return `<p>${dateline}${spansHtml(block.spans, context)}</p>`;
    }
    case 'subhead': {
      const level = block.level - context.highest + 2;
      return `<h${level}>${spansHtml(block.spans, context)}</h${level}>`;
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      const items = block.items.map((item) => `<li>${itemHtml(item, context)}</li>`).join('');
      return `<${tag}${start}>${items}</${tag}>`;
    }
    case 'quote':
      return `<blockquote>${block.blocks.map((inner) => blockHtml(inner, context)).join('')}</blockquote>`;
    case 'table':
      return tableHtml(block, context);
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'break':
      return '<hr>';
    case 'photo':
      return context.figure(block.photo);
    case 'footnote':
    case 'qr':
      return '';
  }
}

/** An item of one paragraph needs no paragraph. */
function itemHtml(item: readonly Block[], context: Setting): string {
  const [only] = item;
  if (item.length === 1 && only?.kind === 'paragraph') return spansHtml(only.spans, context);
  return item.map((block) => blockHtml(block, context)).join('');
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, context: Setting): string {
  const cell = (tag: 'th' | 'td') => (spans: readonly Span[], column: number) => {
    const align = table.align[column] ?? 'left';
    const scope = tag === 'th' ? ' scope="col"' : '';
    return `<${tag}${scope}${align === 'left' ? '' : ` class="${align}"`}>${spansHtml(spans, context)}</${tag}>`;
  };
  const rows = table.rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('');
  const head = `<thead><tr>${table.head.map(cell('th')).join('')}</tr></thead>`;
  const label = context.words.table;
  return `<div class="table" role="region" tabindex="0" aria-label="${label}"><table>${head}<tbody>${rows}</tbody></table></div>`;
}

/** A note that nothing calls leads nowhere back. */
function footnoteHtml(note: Extract<Block, { kind: 'footnote' }>, context: Setting): string {
  const text = note.blocks.map((block) => blockHtml(block, context)).join('');
  const label = escapeHtml(note.label);
  const back = `<a class="back" href="#call-${label}" aria-label="${context.words.backToText}"></a>`;
  return `<li id="note-${label}">${text}${context.called.has(note.label) ? back : ''}</li>`;
}

const MARK_TAGS = { strong: 'strong', em: 'em', code: 'code', sup: 'sup', sub: 'sub', strike: 's' } as const;

/** HTML of a line's spans; the mark that calls a footnote is drawn by CSS, since it is no word of the writer. */
function spansHtml(spans: readonly Span[], context: Setting): string {
  return spans
    .map((span) => {
      if (span.note !== undefined) {
        const label = escapeHtml(span.note);
        const id = context.called.has(span.note) ? '' : ` id="call-${label}"`;
        context.called.add(span.note);
        return `<a class="call"${id} href="#note-${label}" data-mark="${label}" aria-label="${escapeHtml(context.words.footnote(span.note))}"></a>`;
      }
      let html = escapeHtml(span.text).replaceAll('\n', '<br>');
      for (const mark of span.marks ?? []) html = `<${MARK_TAGS[mark]}>${html}</${MARK_TAGS[mark]}>`;
      const href = span.href === undefined ? undefined : linkOf(span.href, context);
      return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
    })
    .join('');
}

/** Addresses were checked when the issue was read; this holds even if they were not. */
function linkOf(href: string, context: BodyContext): string | undefined {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(href)) return href;
  return /^[a-z0-9-]+$/.test(href) ? context.article(href) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, safe in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
