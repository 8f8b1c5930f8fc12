/** Bookmarks: pages, and below each page its articles in reading order (ISO 32000-1, 12.3.3). */
import { type PDFContext, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import { destination, type PageRefs } from './annotate.ts';
import type { Destination } from './links.ts';
import { cornerOf } from './places.ts';

/** A page's upper left corner. */
const topOf = ({ margins }: PagePlan, page: number): Destination => ({ page, x: -margins.left, y: -margins.top });

interface Entry {
  readonly title: string;
  readonly target: Destination;
  readonly below: readonly Entry[];
}

/** The bookmarks' root; pages are open, so that all articles are seen at once. */
export function bookmark(context: PDFContext, plan: Plan, titleOf: (slug: string) => string, refs: PageRefs): PDFRef {
  const entries = plan.pages.map((page, index): Entry => {
    const stories = page.modules.filter(({ kind }) => kind === 'article' || kind === 'group');
    const below = stories.flatMap((module): readonly Entry[] => {
      const title = titleOf(module.slug);
      return title === '' ? [] : [{ title, target: { page: index, ...cornerOf(module) }, below: [] }];
    });
    const title = [page.label ?? String(page.number), page.name].filter(Boolean).join(' ');
    return { title, target: topOf(page, index), below };
  });
  const root = context.nextRef();
  const { first, last, count } = writeEntries(context, entries, root, refs);
  context.assign(
    root,
    context.obj({ Type: 'Outlines', Count: count, ...(first && last ? { First: first, Last: last } : {}) }),
  );
  return root;
}

function writeEntries(context: PDFContext, entries: readonly Entry[], parent: PDFRef, refs: PageRefs) {
  const own = entries.map(() => context.nextRef());
  let count = entries.length;
  for (const [index, { title, target, below }] of entries.entries()) {
    const ref = own[index] ?? parent;
    const inner = writeEntries(context, below, ref, refs);
    count += inner.count;
    const dict = context.obj({ Parent: parent, Dest: [...destination(target, refs)] });
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const around = { Prev: own[index - 1], Next: own[index + 1], First: inner.first, Last: inner.last };
    for (const [key, value] of Object.entries(around)) if (value) dict.set(PDFName.of(key), value);
    if (inner.count > 0) dict.set(PDFName.of('Count'), context.obj(inner.count));
    context.assign(ref, dict);
  }
  return { first: own[0], last: own.at(-1), count };
}
