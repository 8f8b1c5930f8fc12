/**
 * The independent witness: the lines as Chromium draws them. Every run of body text, heads, captions and tables must
 * begin and end within 0.1 pt of where it was set, and every justified line must end with its measure.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers, paragraph } from '../../bench/typeset/copy.ts';
import { type BrowserDoor, openBrowser } from '../../src/browser/open.ts';
import { parseBody } from '../../src/issue/markdown.ts';
import { faceOf } from '../../src/typeset/faces.ts';
import type { Line } from '../../src/typeset/model.ts';
import { subsetFace } from '../../src/typeset/subset.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

/** 0.1 pt, CSS px. */
const TOLERANCE = 0.1 / 0.75;

const CHINESE = `清晨六点，菜市场已经亮起灯来；卖豆腐的老周说：“豆子是昨晚九点泡下的，不多不少，正好八个钟头。”他把2262万元的订单（其中3.14%来自AI平台）翻给记者看——那是去年12月的事……[^1]

**先算一笔账。**去年成交12.6万吨，*比前年多出一成*，**三百多个摊位**都满了；7×24小时不打烊，气温3℃—11℃。详情见 https://example.org/market/river-side?season=winter 或致电，密码是\`npm run 15\`。阿卜杜拉·卡里姆说：“真的？！”

## 河边的早市：12个摊位

| 品种 | 去年（吨） | AI |
|:--|--:|:-:|
| 白菜 | 1,204 | 3.14% |

- 第一条：先到先得，过时不候；the Wi-Fi password doesn't matter。

[^1]: 数字由管理处提供，截至12月底。`;

const ENGLISH = `The market by the river opens at four. "Nobody taught me," he said, "and nobody's going to unlearn me." AVATAR To We, 15 offices, 3.14% of *affable* and **difficult** efficient files.

See https://example.org/markets/opening for details; 中文 too.`;

let door: BrowserDoor;
let folder: string;
beforeAll(async () => {
  door = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-witness-'));
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

describe('Chromium draws what was set', () => {
  it('in Chinese: body, heads, captions, tables', async () => {
    const copy = await chinese();
    const bodies = [11, 13, 15, 20, 27, 34].flatMap((measure) =>
      copy.body(measure * 12).blocks.flatMap((block) => block.variants.flatMap((variant) => variant.lines)),
    );
    const heads = (['song', 'hei'] as const).flatMap((family) =>
      copy.heads({ width: 492, maxSize: 84, minSize: 16, family, align: 'left' }),
    );
    const display = [...heads.flatMap((head) => head.parts), ...captions(copy)].flatMap((part) => part.lines);
    expect(bodies.length + display.length).toBeGreaterThan(300);
    expect(await drifts([...bodies, ...display])).toEqual([]);
  });

  it('in English: kerning, ligatures, opened word spaces', async () => {
    const typesetter = await openTypesetter(paper({ language: 'en' }));
    const copy = typesetter.copy(article({ title: ['The scale that never lies'], body: parseBody(ENGLISH) }));
    const bodies = [13, 20, 27].flatMap((measure) =>
      copy.body(measure * 12).blocks.flatMap((block) => block.variants.flatMap((variant) => variant.lines)),
    );
    const heads = copy.heads({ width: 324, maxSize: 56, minSize: 16, family: 'song', align: 'left' });
    const display = heads.flatMap((head) => head.parts).flatMap((part) => part.lines);
    expect(await drifts([...bodies, ...display])).toEqual([]);
  });

  it('in English: letters kerned with those of the next run, a link’s or a cell’s, across the blank between them', async () => {
    const typesetter = await openTypesetter(paper({ language: 'en' }));
    const text =
      'To [AWAY](https://example.org) P [W](https://example.org/w) D, T[o](https://example.org/o) V. A [V](other) W; L [T](a)[o](b)[A](c)V. Of[fi](f)ce, f[jord](g), wa[f](h)f[le](i).';
    const body = parseBody(
      `${text}\n\n| Club | P | W | D | L | Pts |\n|--|--|--|--|--|--|\n| AV Town | 1 | 2 | 3 | 4 | 5 |\n\n中文 ${text}`,
    );
    const copy = typesetter.copy(article({ title: ['A'], body }));
    const lines = [9, 13, 30].flatMap((measure) =>
      copy.body(measure * 12).blocks.flatMap((block) => block.variants.flatMap((variant) => variant.lines)),
    );
    expect(lines.length).toBeGreaterThan(10);
    expect(await drifts(lines)).toEqual([]);
  });

  it('in English with marks of Chinese inside: brackets are of the script that they opened behind, a spaced number is by itself', async () => {
    const typesetter = await openTypesetter(paper({ language: 'en' }));
    const text = `Staff spendin**、[a]、b**g-plan raised 北京(AV)To and **北京[a]** end, **、(a)** and **，[a]** end. **（[a]** “**”[a]** **（[a]）To** end. **·[a]** **—[a]** 《[a]To》AV. Fixe\\*㈠\\*d and \\*①㊣㎡\\*d have it. Has aft**α-β-γ、Ω、∑x²≤∞、√2、a≠b、→←↑↓**er ToТоV.

{汉|hàn}{字|zì}[AV]To

The aft\\*α-β-γ and aft**\\*α-β-γ** “Ωmega” To(Το) AТV, *\\*Αυ*Vo Владивосток\\*To and АVТо went by the harbour.

2001. Well-known reflected song H. St. John Cholmondeley its office.`;
    const copy = typesetter.copy(article({ title: ['A'], body: parseBody(text) }));
    const lines = [11, 13, 19, 26, 38].flatMap((measure) =>
      copy.body(measure * 12).blocks.flatMap((block) => block.variants.flatMap((variant) => variant.lines)),
    );
    expect(await drifts(lines)).toEqual([]);
  });

  it('in English with Han inside: signs behind Han are not kerned with letters, and a list’s number is with the first', async () => {
    const typesetter = await openTypesetter(paper({ language: 'en' }));
    const text = `Half a dozen “引号里‘还有’引号”nary a flood, fifth at 6:50 a.m. and 破折号……on reflected light, 第3届“Way” we went, 《书名》—Vat 3AV, 12To.

10. Tide and fjord
11. AWAY to Vale`;
    const copy = typesetter.copy(article({ title: ['A'], body: parseBody(text) }));
    const lines = [11, 13, 20, 24, 25].flatMap((measure) =>
      copy.body(measure * 12).blocks.flatMap((block) => block.variants.flatMap((variant) => variant.lines)),
    );
    expect(lines.length).toBeGreaterThan(20);
    expect(await drifts(lines)).toEqual([]);
  });
});

async function chinese() {
  const typesetter = await openTypesetter(paper());
  const next = numbers(11);
  const more = Array.from({ length: 12 }, () => paragraph(next, 150)).join('\n\n');
  const photo = { file: 'a.jpg', caption: '凌晨三点半，“头车”司机已经等了2个小时。', credit: '李一 摄' };
  return typesetter.copy(
    article({
      title: ['河边的早市：一把AI秤称出2026“良心”——与时间赛跑'],
      kicker: '222辆货车与三百个摊位',
      deck: ['去年成交12.6万吨（未含AI）'],
      byline: ['周小满'],
      dateline: '本报讯',
      photos: [{ ...photo, focus: [0.5, 0.5], prominence: 'main', missing: false }],
      body: parseBody(`${CHINESE}\n\n${more}`),
    }),
  );
}

const captions = (copy: Awaited<ReturnType<typeof chinese>>) =>
  [156, 324].flatMap((width) => copy.caption(0, width)?.block ?? []);

/** Runs that are not where they were set, in words. */
async function drifts(lines: readonly Line[]): Promise<readonly string[]> {
  const file = join(folder, 'lines.html');
  await writeFile(file, await pageOf(lines));
  const page = await door.browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('document.fonts.ready');
  const drawn =
    (await page.evaluate(`[...document.querySelectorAll('p')].map((line) => [...line.children].map((run) => {
    const range = document.createRange();
    range.selectNodeContents(run);
    const box = range.getBoundingClientRect();
    return [box.left, box.right];
  }))`)) as readonly (readonly (readonly [number, number])[])[];
  await page.close();
  return lines.flatMap((line, at) =>
    line.runs.flatMap((run, index) => {
      const [left = Number.NaN, right = Number.NaN] = drawn[at]?.[index] ?? [];
      const drift = Math.max(Math.abs(left - run.x), Math.abs(right - run.x - run.width));
      return drift <= TOLERANCE ? [] : [`“${run.text}” of ${run.face} ${run.size}: ${drift.toFixed(3)} px`];
    }),
  );
}

async function pageOf(lines: readonly Line[]): Promise<string> {
  const texts = new Map<string, string>();
  for (const { runs } of lines) for (const run of runs) texts.set(run.face, (texts.get(run.face) ?? '') + run.text);
  const rules = await Promise.all(
    [...texts].map(async ([id, text]) => {
      const { family, weight, style, css } = faceOf(id);
      const bytes = Buffer.from(await subsetFace(faceOf(id), text)).toString('base64');
      const look = `font-family:${family};font-weight:${weight};font-style:${style}`;
      return `@font-face{${look};src:url(data:font/ttf;base64,${bytes})}.f-${id}{${look};${css}}`;
    }),
  );
  const common =
    'body{margin:0;width:4000px}p{margin:0;white-space:pre;text-spacing-trim:space-all;text-autospace:no-autospace;transform-origin:0 0}';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${rules.join('')}${common}</style>${lines.map(lineOf).join('')}</html>`;
}

/** A line as the pages draw it: gaps between runs as margins, the scale on the line. */
function lineOf({ runs }: Line): string {
  const scale = runs[0]?.scale ?? 1;
  let pen = runs[0]?.x ?? 0;
  const spans = runs.map((run) => {
    const gap = (run.x - pen) / scale;
    pen = run.x + run.width;
    const margin = Math.abs(gap) > 0.005 ? `margin-left:${gap}px;` : '';
    const spacing = `letter-spacing:${run.spacing / 1000}em;word-spacing:${(run.words ?? 0) / 1000}em`;
    const text = run.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return `<span class="f-${run.face}" style="font-size:${run.size}px;${margin}${spacing}">${text}</span>`;
  });
  return `<p style="text-indent:${(runs[0]?.x ?? 0) / scale}px;transform:scaleX(${scale})">${spans.join('')}</p>`;
}
