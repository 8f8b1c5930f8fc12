/**
 * 大样: one page at reduced size on A3, with the changes since its last proof in red, a list of them, and boxes for the
 * names of the three reviews 三审. One HTML document that needs nothing from outside.
 */
import type { Issue } from '../../issue/model.ts';
import { mmToPx } from '../../units.ts';
import type { PageDrawing } from '../dev/draw.ts';
import { markup } from '../markup.ts';
import type { Mark } from './marks.ts';
import { MARKS_CSS, marksSvg } from './marks-svg.ts';
import type { Proof } from './store.ts';
import { fieldName, filled, proofWords } from './words.ts';

/** A3, millimetres. */
export const SHEET = { width: 297, height: 420 } as const;
/** White to the paper's edge, the head line, and the foot with list and boxes, millimetres. */
const EDGE = 10;
const HEAD = 10;
const FOOT = 52;
/** Changes that the foot has room for. */
const MOST_LISTED = 42;

/** A page that gets a proof sheet. */
export interface SheetJob {
  readonly issue: Issue;
  readonly proof: Proof;
  readonly drawing: PageDrawing;
  /** Changes since the proof before; absent on a first proof. */
  readonly marks?: readonly Mark[];
  /** The page breaks a rule: nobody may take it for the final one. */
  readonly isDraft: boolean;
  /** `@font-face` rules and the style of the page. */
  readonly css: string;
}

/** The sheet's HTML. */
export function proofSheet({ issue, proof, drawing, marks, isDraft, css }: SheetJob): string {
  const { language, name } = issue.paper;
  const words = proofWords(language);
  const scale = scaleOf(drawing);
  const { plan, number } = proof;
  const facts = [
    name,
    issue.id,
    filled(words.page, { n: plan.label ?? plan.number }),
    plan.name,
    filled(words.scale, { n: Math.round(scale * 100) }),
  ];
  const stamp = isDraft ? `<b class="stamp">${words.draft}</b>` : '';
  return `<!doctype html><html lang="${markup(language)}"><head><meta charset="utf-8"><title>${markup(name)} ${issue.id}</title>
<style>${css}\n${[drawing, ...drawing.modules].map((one) => one.css).join('\n')}\n${MARKS_CSS}\n${sheetCss(drawing, scale)}</style></head><body>
<header><b>${filled(words.proof, { n: number })}</b>${stamp}<span>${facts
    .filter(Boolean)
    .map((fact) => markup(String(fact)))
    .join('　')}</span></header>
<div class="page"><div class="reduced"><section class="sheet ${drawing.sheetClass}"><div class="area ${drawing.areaClass}">${drawing.modules.map(({ html }) => html).join('\n')}</div></section>${marksSvg(marks ?? [], plan)}</div></div>
<footer><section class="changes">${changeList(marks, proof, language)}</section>
<section class="reviews">${words.reviews.map((review) => `<div><b>${review}</b><span>${words.verdict}</span><span class="line">${words.name}</span><span class="line">${words.date}</span></div>`).join('')}</section></footer>
</body></html>`;
}

/** As large as the sheet allows. */
function scaleOf({ width, height }: PageDrawing): number {
  const room = { width: SHEET.width - 2 * EDGE, height: SHEET.height - 2 * EDGE - HEAD - FOOT };
  return Math.min(1, mmToPx(room.width) / width, mmToPx(room.height) / height);
}

function changeList(marks: readonly Mark[] | undefined, { number }: Proof, language: string): string {
  const words = proofWords(language);
  if (marks === undefined) return `<h2>${words.first}</h2>`;
  const items = marks
    .slice(0, MOST_LISTED)
    .map((mark) => `<li value="${mark.number}">${markText(mark, language)}</li>`);
  const more = marks.length - items.length;
  const rest = more > 0 ? `<li class="more">${filled(words.more, { n: more })}</li>` : '';
  const told = marks.length === 1 ? words.oneChange : words.changes;
  return `<h2>${filled(told, { n: marks.length, m: number - 1 })}</h2><ol>${items.join('')}${rest}</ol>`;
}

/** Longest text quoted in the list. */
const QUOTED = 24;

/** A change in words: where, and what. */
export function markText(mark: Mark, language: string): string {
  const words = proofWords(language);
  const { slug, field, now, was, from, to } = mark;
  const where = `<cite>${markup(slug)}</cite>`;
  switch (mark.what) {
    case 'text': {
      const kind = was === undefined ? words.insert : now === undefined ? words.delete : words.change;
      const quotes = [was && `<del>${markup(short(was))}</del>`, now && `<ins>${markup(short(now))}</ins>`].filter(
        Boolean,
      );
      return `${where} ${fieldName(field, language)} ${kind} ${quotes.join(' → ')}`;
    }
    case 'moved':
      return `${where} ${words.moved} ${markup(from ?? '')} → ${markup(to ?? '')}`;
    case 'added':
      return `${where} ${words.added} ${markup(to ?? '')}`;
    case 'removed':
      return `${where} ${words.removed} ${markup(from ?? '')}`;
    case 'picture':
      return `${where} ${words.picture} ${markup(field)}`;
  }
}

const short = (quoted: string): string => {
  const characters = [...quoted];
  return characters.length <= QUOTED
    ? quoted
    : `${characters.slice(0, QUOTED / 2).join('')}…${characters.slice(-QUOTED / 2).join('')}`;
};

function sheetCss({ width, height }: PageDrawing, scale: number): string {
  return `@page{size:${SHEET.width}mm ${SHEET.height}mm;margin:0}
*{box-sizing:border-box}
html,body{margin:0;padding:0}
body{width:${SHEET.width}mm;height:${SHEET.height}mm;padding:${EDGE}mm;display:grid;grid-template-rows:${HEAD}mm 1fr ${FOOT}mm;overflow:hidden;background:#fff;color:#111;font:10px/1.5 "bs-hei",system-ui,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header{display:flex;gap:4mm;align-items:baseline;font-size:13px}
header b{font:700 20px/1 "bs-hei-bold",system-ui,sans-serif}
header .stamp{color:#d0021b;border:1.5px solid;padding:1px 6px}
header span{margin-left:auto}
.page{display:grid;justify-items:center;align-items:start}
.reduced{position:relative;width:${(width * scale).toFixed(2)}px;height:${(height * scale).toFixed(2)}px;overflow:hidden;box-shadow:inset 0 0 0 .5px #999}
.reduced>*{position:absolute;left:0;top:0;transform:scale(${scale.toFixed(5)});transform-origin:0 0}
footer{display:grid;grid-template-columns:1fr 118mm;gap:5mm;padding-top:3mm}
.changes{border-top:1px solid #111;overflow:hidden;min-width:0}
h2{margin:1mm 0;font:700 11px/1.4 "bs-hei-bold",system-ui,sans-serif}
ol{margin:0;padding:0;height:40mm;columns:3;column-gap:4mm;column-fill:auto;font-size:8px;line-height:1.4}
li{margin:0 0 .5mm 4mm;padding:0;overflow-wrap:anywhere;break-inside:avoid}
li::marker{color:#d0021b;font-weight:700}
li.more{list-style:none}
cite{font-style:normal;color:#555}
del{color:#777}ins{color:#d0021b;text-decoration-thickness:1px}
.reviews{display:grid;grid-template-columns:repeat(3,1fr);border:1px solid #111}
.reviews div{display:grid;grid-template-rows:auto 1fr auto auto;gap:1mm;padding:2mm;border-left:1px solid #111}
.reviews div:first-child{border-left:0}
.reviews b{font:700 13px/1.2 "bs-hei-bold",system-ui,sans-serif}
.reviews span{color:#777;font-size:9px}
.reviews .line{border-bottom:.75px solid #111;padding-bottom:.5mm}`;
}
