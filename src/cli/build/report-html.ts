/** The report as a page to look at: each page in miniature, what its rules say, every article's proof, every fault. */
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import type { ReportPage } from '../../makeup/report.ts';
import type { Report } from './report.ts';

/** A self-contained page without script. */
export function reportHtml(report: Report, issue: Issue | undefined): string {
  const title = `${issue?.paper.name ?? 'Broadsheet'} ${report.issue}`;
  return `<!doctype html>
<html lang="${text(issue?.paper.language ?? 'en')}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}: report</title>
<style>${STYLE}</style>
<h1>${text(title)}</h1>
<p class="verdict">${text(verdictOf(report))}</p>
${section('Faults', list(report.faults.map(faultItem)))}
${section('Pages', `<div class="pages">${report.pages.map(pageFigure).join('')}</div>`, report.pages.length)}
${section('Articles', articleTable(report), report.articles.length)}
${section('Press', list(report.press.findings.map(({ severity, rule, page, message }) => `<li class="${severity}"><b>${text(rule)}</b>${page === undefined ? '' : ` page ${page}`}: ${text(message)}</li>`)))}
</html>
`;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}
.pages{display:flex;flex-wrap:wrap;gap:1.5rem}figure{margin:0;width:16rem}figcaption{font-size:.85rem}
svg{width:100%;height:auto;border:1px solid #999;background:#fdfcf8}svg text{font-family:system-ui,sans-serif}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #ddd}
td.n{text-align:right;font-variant-numeric:tabular-nums}.error{color:#a30d0d}.warning{color:#7a5200}.hint{color:#444}
@media (prefers-color-scheme:dark){body{background:#181818;color:#eee}.hint{color:#bbb}.error{color:#ff8a80}.warning{color:#ffd180}}`;

function verdictOf({ pages, faults }: Report): string {
  const errors = faults.filter((fault) => fault.severity === 'error').length;
  if (errors > 0) return `${errors} fault${errors === 1 ? '' : 's'}: nothing was published by this run.`;
  const proved = pages.filter((page) => page.optimal).length;
  return `${pages.length} page${pages.length === 1 ? '' : 's'}, ${proved} of them proved best.`;
}

const section = (title: string, body: string, length = 1): string =>
  body === '' || length === 0 ? '' : `<h2>${title}</h2>\n${body}`;

const list = (items: readonly string[]): string => (items.length === 0 ? '' : `<ul>${items.join('\n')}</ul>`);

function faultItem({ severity, name, message, hint, place }: Fault): string {
  const where =
    place === undefined ? '' : `<code>${text(place.file)}${place.line === undefined ? '' : `:${place.line}`}</code> `;
  return `<li class="${severity}">${where}${text(message)} <small>[${text(name)}]</small><br><span class="hint">${text(hint)}</span></li>`;
}

/** Rows are drawn this high for columns a hundred wide: about the proportion of a broadsheet's column. */
const COLUMN = 100;
const ROW = 100 / 9.33;

function pageFigure(page: ReportPage): string {
  const { columns, rows } = page.grid;
  const blocks = page.modules.map(
    ({ kind, slug, column, row, columns: width, rows: height }) =>
      `<g><title>${text(`${kind} ${slug}`)}</title><rect x="${column * COLUMN}" y="${round(row * ROW)}" width="${width * COLUMN}" height="${round(height * ROW)}" fill="${FILLS[kind] ?? '#fff'}" stroke="#555" stroke-width="3"/><text x="${column * COLUMN + 12}" y="${round(row * ROW + 36)}" font-size="30">${text(slug.slice(0, Math.max(4, Math.floor(width * 5))))}</text></g>`,
  );
  const cost = page.soft.reduce((sum, finding) => sum + finding.cost, 0);
  const findings = [
    ...page.hard.map(({ rule, message }) => `<li class="error">${text(rule)} ${text(message)}</li>`),
    ...page.soft.map(({ rule, message }) => `<li class="warning">${text(rule)} ${text(message)}</li>`),
  ];
  return `<figure><svg viewBox="0 0 ${columns * COLUMN} ${round(rows * ROW)}" role="img" aria-label="page ${page.number}">${blocks.join('')}</svg>
<figcaption>${page.number} ${text(page.name ?? '')} · fill ${round(page.fill * 100)} % · cost ${round(cost)}${page.optimal ? ' · proved best' : ''}${list(findings)}</figcaption></figure>`;
}

const FILLS: Readonly<Record<string, string>> = {
  nameplate: '#f3d7d7',
  ear: '#f3ead7',
  ad: '#dde6f2',
  filler: '#dde6f2',
  index: '#e4efdc',
  weather: '#e4efdc',
  imprint: '#eee',
};

function articleTable({ articles }: Report): string {
  const rows = articles.map(({ slug, characters, placed, digest, placedDigest, jump }) => {
    const whole = digest === placedDigest;
    const jumped = jump === null ? '' : `${jump.from} → ${jump.to}`;
    return `<tr><td>${text(slug)}<td class="n">${characters}<td class="n">${placed}<td class="${whole ? '' : 'error'}">${whole ? 'whole' : 'differs'}<td>${jumped}</tr>`;
  });
  return `<table><tr><th>Article<th>Characters<th>Placed<th>Text<th>Jump</tr>${rows.join('\n')}</table>`;
}

const round = (n: number): string => String(Math.round(n * 10) / 10);

const text = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
