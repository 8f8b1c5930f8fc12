/** The report as a page to look at: each page in miniature, what its rules say, every article's proof, every fault. */
import { type Fault, said, told } from '../../fault.ts';
import { headlineOf } from '../../issue/headline.ts';
import type { Issue } from '../../issue/model.ts';
import { LITTLE_COPY } from '../../makeup/faults.ts';
import type { SoftFinding } from '../../makeup/plan.ts';
import type { ReportModule, ReportPage } from '../../makeup/report.ts';
import type { Finding } from '../../press/preflight/finding.ts';
import { markup } from '../markup.ts';
import type { Report, Subject } from './report.ts';
import { type ReportWords, reportWords } from './report-words.ts';

/** A self-contained page without script. */
export function reportHtml(report: Report, { issue, paper = issue?.paper }: Subject): string {
  const title = `${paper?.name ?? 'Broadsheet'} ${report.issue}`;
  const language = paper?.language ?? 'zh-CN';
  const words = reportWords(language);
  const thin = new Set(report.faults.filter(({ name }) => name === LITTLE_COPY).map(({ page }) => page));
  const room = { issue, language, words, thin };
  return `<!doctype html>
<html lang="${markup(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markup(title)}${words.everywhere}${words.report}</title>
<style>${STYLE}</style>
<main>
<h1>${markup(title)}</h1>
<p class="verdict">${markup(verdictOf(report, room))}</p>
${section(words.faults, list(report.faults.map((fault) => faultItem(fault, language))))}
${section(words.pages, report.pages.map((page) => pageSection(page, room)).join('\n'), report.pages.length)}
${section(words.articles, articleTable(report, room), report.articles.length)}
${section(words.press, list(report.press.findings.map((finding) => pressItem(finding, room))))}
</main>
</html>
`;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}
article{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1rem 0 2rem}figure{margin:0;flex:0 1 26rem}article>div{flex:1 1 24rem}h3{margin:0}
svg{width:100%;height:auto;border:1px solid #999;background:#fdfcf8}svg text{font-family:system-ui,sans-serif;fill:#1a1a1a}svg .cost{fill:#7f0000;font-weight:bold}
small{color:#666}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.2rem .6rem;border-bottom:1px solid #ddd}th{font-weight:600;white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums}.error{color:#a30d0d}.warning{color:#7a5200}.hint{color:#444}
@media (prefers-color-scheme:dark){body{background:#181818;color:#eee}.hint,small{color:#bbb}.error{color:#ff8a80}.warning{color:#ffd180}}`;

/** What every part of the page is written with. */
interface Room {
  readonly issue: Issue | undefined;
  readonly language: string;
  readonly words: ReportWords;
  /** Pages with too little copy to look well: that no other make-up is better is no praise there. */
  readonly thin: ReadonlySet<number | undefined>;
}

function verdictOf({ pages, faults }: Report, { words, thin }: Room): string {
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  if (errors > 0) return words.refused(errors);
  const proved = pages.filter((page) => page.optimal && !thin.has(page.number)).length;
  return `${words.done(pages.length, proved)}${thin.size === 0 ? '' : words.thinPages([...thin].join(', '))}`;
}

const section = (title: string, body: string, length = 1): string =>
  body === '' || length === 0 ? '' : `<h2>${title}</h2>\n${body}`;

const list = (items: readonly string[]): string => (items.length === 0 ? '' : `<ul>${items.join('\n')}</ul>`);

function faultItem(fault: Fault, language: string): string {
  const { severity, name, place } = fault;
  const { message, hint } = told(fault, language);
  const where =
    place === undefined ? '' : `<code>${markup(place.file)}${place.line === undefined ? '' : `:${place.line}`}</code> `;
  return `<li class="${severity}">${where}${withCode(message)} <small>[${markup(name)}]</small><br><span class="hint">${withCode(hint)}</span></li>`;
}

function pressItem(finding: Finding, { language, words }: Room): string {
  const { severity, rule, page } = finding;
  const where = page === undefined ? words.everywhere : words.inPage(page);
  return `<li class="${severity}"><b>${markup(rule)}</b>${where}${markup(said(finding, language))}</li>`;
}

/** Rows are drawn this high for columns a hundred wide: about the proportion of a broadsheet's column. */
const COLUMN = 100;
const ROW = 100 / 9.33;
/** A module whose flaws cost this much is drawn in the full colour of a flaw. */
const DEAR = 15;

/** A page: its modules in miniature, each the redder the more its flaws cost, and the score beside it, rule by rule. */
function pageSection(page: ReportPage, room: Room): string {
  const { language, words } = room;
  const { number, name = '', grid, modules, soft, hard, made, fill, optimal } = page;
  const cost = soft.reduce((sum, finding) => sum + finding.cost, 0);
  const blocks = modules.map((module) => block(module, costOf(module.slug, soft), room));
  const broken = hard.map((finding) => {
    const places = finding.modules.map((slug) => titleOf(slug, room)).join(', ');
    return `<li class="error"><b>${markup(finding.rule)}</b> ${markup(said(finding, language))}${places === '' ? '' : ` <small>${markup(places)}</small>`}</li>`;
  });
  const proof = words[room.thin.has(number) ? 'thin' : optimal ? 'proved' : 'found'];
  const standing = made ? `${words.fill(round(fill * 100))} · ${words.cost(round(cost))} · ${proof}` : words.notMade;
  return `<article><figure><svg viewBox="0 0 ${grid.columns * COLUMN} ${round(grid.rows * ROW)}" role="img" aria-label="${words.page(number)}">${blocks.join('')}</svg></figure>
<div><h3>${words.page(number)} ${markup(name)}</h3>
<p>${standing}</p>
${list(broken)}${scoreTable(soft, room)}</div></article>`;
}

function block(module: ReportModule, cost: number, room: Room): string {
  const { kind, column, row, columns, rows, headline } = module;
  const title = titleOf(module.slug, room);
  const [x, y] = [column * COLUMN, round(row * ROW)];
  const [width, height] = [columns * COLUMN, rows * ROW];
  const size = headline === undefined ? 26 : Math.max(26, Math.min(64, headline.size * 0.8));
  const most = Math.max(3, Math.floor((width - 24) / size));
  const lines = title.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];
  const shown = lines.slice(0, Math.max(1, Math.min(2, Math.floor((height - 12) / (size * 1.2)))));
  const lettering = shown.map(
    (line, at) =>
      `<text x="${x + 12}" y="${round(row * ROW + 10 + size * (1 + at * 1.15))}" font-size="${round(size)}">${markup(line)}</text>`,
  );
  const heat =
    cost > 0
      ? `<rect x="${x}" y="${y}" width="${width}" height="${round(height)}" fill="#c62828" fill-opacity="${round(Math.min(1, cost / DEAR) * 0.5)}"/>`
      : '';
  const badge =
    cost > 0
      ? `<text x="${x + width - 12}" y="${round((row + rows) * ROW - 12)}" font-size="30" text-anchor="end" class="cost">${round(cost)}</text>`
      : '';
  const tip = `${room.words.kind(room.words.furniture[kind] ?? kind)}${title}${cost > 0 ? room.words.points(round(cost)) : ''}`;
  return `<g><title>${markup(tip)}</title><rect x="${x}" y="${y}" width="${width}" height="${round(height)}" fill="${FILLS[kind] ?? '#fff'}" stroke="#555" stroke-width="3"/>${heat}${lettering.join('')}${badge}</g>`;
}

/** Points of a module's flaws; a flaw of two modules is shared. */
const costOf = (slug: string, soft: readonly SoftFinding[]): number =>
  soft.reduce((sum, { cost, modules = [] }) => sum + (modules.includes(slug) ? cost / modules.length : 0), 0);

/** The score: one row a rule, dearest first, with the stories that pay. */
function scoreTable(soft: readonly SoftFinding[], room: Room): string {
  const { language, words } = room;
  const rules = [...new Set(soft.map(({ rule }) => rule))].map((rule) => {
    const findings = soft.filter((finding) => finding.rule === rule);
    return { rule, findings, cost: findings.reduce((sum, finding) => sum + finding.cost, 0) };
  });
  const rows = rules
    .toSorted((a, b) => b.cost - a.cost)
    .map(({ rule, findings, cost }) => {
      const messages = [...new Set(findings.map((finding) => said(finding, language)))].join(words.join);
      const where = findings.map(({ cost: points, modules = [] }) => {
        const places = modules.map((slug) => titleOf(slug, room)).join(' / ');
        return places === '' ? `${words.wholePage} ${round(points)}` : `${places} ${round(points)}`;
      });
      return `<tr><td class="n">${round(cost)}<td><b>${markup(rule)}</b> ${markup(messages)}<br><small>${markup(where.join(' · '))}</small></tr>`;
    });
  return rows.length === 0
    ? ''
    : `<table class="score"><tr><th>${words.pointsHead}<th>${words.scoreHead}</tr>${rows.join('\n')}</table>`;
}

/** Characters of a title that are enough to know a story by. */
const TITLE = 18;

/** A story's title, a photo story's caption, or the furniture's name. */
function titleOf(slug: string, { issue, words }: Room): string {
  const article = issue?.articles.find((one) => one.slug === slug);
  const caption = article?.photos.find((photo) => photo.caption !== undefined)?.caption;
  const title = (article && headlineOf(article)) || caption || words.furniture[slug.replace(/-\d+$/, '')] || slug;
  return title.length > TITLE ? `${title.slice(0, TITLE)}…` : title;
}

const FILLS: Readonly<Record<string, string>> = {
  nameplate: '#f3d7d7',
  ear: '#f3ead7',
  ad: '#dde6f2',
  filler: '#dde6f2',
  index: '#e4efdc',
  weather: '#e4efdc',
  imprint: '#eee',
  group: '#e9e2f0',
};

/** The proof: every article's characters, as written and as read back from the pages. */
function articleTable({ articles, pages }: Report, room: Room): string {
  const { words } = room;
  const rows = articles.map(({ slug, characters, placed, digest, placedDigest, jump }) => {
    const on = pages
      .filter(({ modules }) => modules.some((module) => module.slug === slug))
      .map(({ number }) => number);
    const whole = digest === placedDigest;
    const standing = on.length === 0 ? words.nowhere : whole ? words.whole : words.differs;
    const where = jump === null ? on.join(', ') : `${jump.from} → ${jump.to}`;
    return `<tr><td>${markup(titleOf(slug, room))} <small>${markup(slug)}</small><td class="n">${where}<td class="n">${characters}<td class="n">${placed}<td class="${standing === words.whole ? '' : 'error'}">${standing}</tr>`;
  });
  return `<table><tr><th>${words.article}<th>${words.pageHead}<th>${words.characters}<th>${words.placed}<th>${words.text}</tr>${rows.join('\n')}</table>`;
}

const round = (n: number): string => String(Math.round(n * 10) / 10);

/** A sentence whose `words to be typed` stand between backticks. */
const withCode = (raw: string): string => markup(raw).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
