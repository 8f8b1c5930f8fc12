/** A page of the plan as one sheet of exact trim size. */
import { areaOf, spanWidth } from '../../makeup/grid.ts';
import type { Module, PagePlan, Plan } from '../../makeup/plan.ts';
import type { FaceId } from '../../typeset/model.ts';
import { BODY, mmToPx, PITCH } from '../../units.ts';
import { type Drawing, drawModule, drawnOf, idOf } from './module.ts';
import type { ModuleView, SheetView } from './view.ts';

/** The elements of one page: the folio, the rules between modules, the modules in the plan's order. */
export function drawSheet(page: PagePlan, drawing: Drawing): SheetView {
  const { geometry } = drawing;
  const folio = drawModule({ kind: 'folio', slug: `folio-${page.number}`, part: 1, boxes: page.folio }, drawing);
  const rules = drawModule({ kind: 'rules', slug: `rules-${page.number}`, part: 1, boxes: page.rules }, drawing);
  const modules = page.modules.map((module): ModuleView => {
    const place = geometry.box(areaOf(module, page.grid));
    const notice = module.kind === 'article' ? drawing.notice?.(module.slug) : undefined;
    if (notice !== undefined) return noticeOf(module, { text: notice, cls: place });
    const href = module.kind === 'article' ? drawing.slugLink(module.slug) : undefined;
    const view = drawModule(drawnOf(module), drawing);
    if (href === undefined) return view;
    const label = drawing.articles.get(module.slug)?.title.join('') ?? module.slug;
    return { ...view, open: { href, label, cls: place } };
  });
  return {
    number: page.number,
    ...(page.name === undefined ? {} : { name: page.name }),
    cls: [
      geometry.set('w', mmToPx(page.trim.width)),
      geometry.set('h', mmToPx(page.trim.height)),
      geometry.face(drawing.bodyFace),
    ].join(' '),
    area: geometry.box({
      x: page.margins.left,
      y: page.margins.top,
      width: spanWidth(page.grid, page.grid.columns),
      height: page.grid.rows * PITCH,
    }),
    modules: [folio, rules, ...modules],
  };
}

/** A module that holds a notice and nothing else. */
const noticeOf = (
  { kind, slug, part }: Module,
  notice: { readonly text: string; readonly cls: string },
): ModuleView => ({
  ...idOf({ kind, slug, part }),
  kind,
  slug,
  part,
  tag: 'article',
  items: [{ type: 'notice', ...notice }],
});

/** The face of most body characters: its metrics put the baseline of every body line. */
export function bodyFaceOf(plan: Plan): FaceId {
  const weights = new Map<FaceId, number>();
  for (const page of plan.pages) {
    for (const module of page.modules) {
      for (const box of module.boxes) {
        if (box.kind !== 'leg') continue;
        for (const line of box.lines) {
          for (const run of line.runs) {
            if (run.size === BODY) weights.set(run.face, (weights.get(run.face) ?? 0) + run.text.length);
          }
        }
      }
    }
  }
  const [face] = [...weights].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))[0] ?? ['song'];
  return face;
}

/** The trim size of a plan's pages, which is one for the whole paper, in CSS px. */
export function trimOf({ pages: [first] }: Plan): { readonly width: number; readonly height: number } {
  return { width: mmToPx(first?.trim.width ?? 390), height: mmToPx(first?.trim.height ?? 550) };
}
