import { describe, expect, it } from 'vitest';
import { Geometry } from '#src/edition/draw/geometry.ts';
import { drawRuns } from '#src/edition/draw/line.ts';
import { type Drawing, drawModule } from '#src/edition/draw/module.ts';
import { drawShape } from '#src/edition/draw/shapes.ts';
import { bodyFaceOf, drawSheet } from '#src/edition/draw/sheet.ts';
import { openTemplates } from '#src/edition/templates.ts';
import type { Box, PagePlan } from '#src/makeup/plan.ts';
import type { Line, Run, TextRole } from '#src/typeset/model.ts';
import { display, HEAVY, SONG, TINY_ISSUE, TINY_PLAN } from './tiny.ts';

const strut = { face: SONG, size: 12 };
const TRIM = { width: 100, height: 200 };

/** Runs side by side; `^` in front of a text sets it in the heavy face, a number is a gap in px. */
function lineOf(...parts: readonly (string | number | Partial<Run>)[]): Line {
  const runs: Run[] = [];
  let x = 0;
  for (const part of parts) {
    if (typeof part === 'number') {
      x += part;
      continue;
    }
    const given = typeof part === 'string' ? { text: part.replace('^', '') } : part;
    const face = typeof part === 'string' && part.startsWith('^') ? HEAVY : SONG;
    const run = { text: '', face, size: 12, x, width: [...(given.text ?? '')].length * 12, spacing: 0, ...given };
    runs.push(run);
    x = run.x + run.width;
  }
  return { runs, width: x, stretch: 0 };
}

/** A line as `<class>` in angle brackets before each run that is an element. */
function drawn(line: Line): string {
  const { classes, runs } = drawRuns(line, strut, new Geometry(), (href) => href);
  const elements = runs.map(({ text, cls }) => (cls === undefined ? text : `<${cls}>${text}`));
  return [classes.join(' '), elements.join('|')].join(': ');
}

describe('a line', () => {
  it('of one run is bare text', () => {
    expect(drawn(lineOf('春天的风'))).toBe(': 春天的风');
  });

  it('takes the spacing of most of its characters on itself', () => {
    expect(drawn(lineOf({ text: '春天的风', spacing: 12 }, { text: '，', spacing: -500 }))).toBe(
      's12: 春天的风|<sn500>，',
    );
  });

  it('gives another face, size, spacing of words and a raised mark an element each', () => {
    const line = lineOf('春天的风吹过', '^天', { text: '1', size: 8, raise: 4 }, { text: 'of it', words: 30 });
    expect(drawn(line)).toBe(`: 春天的风吹过|<f-${HEAVY}>天|<z8 v4>1|<p30>of it`);
  });

  it('gives a run of another size the spacing of its own: inherited, it is the line’s pixels', () => {
    const line = lineOf({ text: '春天的风吹', spacing: 40 }, { text: '1', size: 8, spacing: 40, words: 0 });
    expect(drawn(line)).toMatch(/^s40: 春天的风吹\|<z8 s40[^>]*>1$/);
  });

  it('keeps neighbouring bare runs apart, so that each run of the plan is one node', () => {
    expect(drawn(lineOf('春天', '的风'))).toBe(': 春天|<>的风');
  });

  it('begins at its first run and leaves the gaps that the plan leaves', () => {
    expect(drawn(lineOf(24, '春天', 3.5, '的风'))).toBe('i24: 春天|<g3_5>的风');
    expect(drawn(lineOf({ text: '“春”', x: -6 }))).toBe('in6: “春”');
  });

  it('of a head is scaled as a whole, its gaps unscaled', () => {
    expect(drawn(lineOf({ text: '春天', scale: 0.96, x: 9.6, width: 23 }))).toBe('t0_96 i10: 春天');
  });

  it('says what a run stands for in the copy', () => {
    const { runs } = drawRuns(lineOf('春天', { text: '-', source: '' }), strut, new Geometry(), () => undefined);
    expect(runs[1]).toEqual({ text: '-', cls: '', source: '' });
  });
});

describe('the geometry', () => {
  it('never writes a place along a line below what is meant, because Chromium cuts it down to 1/64 px', () => {
    const geometry = new Geometry();
    expect([1 / 64, -1 / 64, 24, 0.0157].map((em) => geometry.set('g', em))).toEqual([
      'g0_0157',
      'gn0_0157',
      'g24',
      'g0_0157',
    ]);
  });

  it('writes each measure once, in the order of its classes, without a style attribute anywhere', () => {
    const geometry = new Geometry({ red: { rgb: '#c8102e' } });
    expect(geometry.box({ x: -4.5, y: 0, width: 156, height: 18 })).toBe('xn4_5 y0 w156 h18');
    expect(geometry.set('x', -4.5)).toBe('xn4_5');
    expect([geometry.spacing(12), geometry.ink({ house: 'red' }), geometry.ink({ black: 0.1 })]).toEqual([
      's12',
      'c-red',
      'k10',
    ]);
    const css = geometry.stylesheet(TRIM);
    expect(css.match(/^\.\S+?\{/gm)).toEqual(['.c-red{', '.h18{', '.k10{', '.s12{', '.w156{', '.xn4_5{', '.y0{']);
    expect(css).toContain('.s12{letter-spacing:0.012em}');
    expect(css).toContain('.c-red{color:#c8102e}');
    expect(css).toContain('.k10{color:#e6e6e6}');
  });

  it('writes black as exactly black, which the press makes black ink alone', () => {
    expect(new Geometry().colour({ black: 1 })).toBe('#000000');
    expect(new Geometry().colour({ house: 'unknown' })).toBe('#000000');
  });
});

describe('rules, tints and frames', () => {
  const at = { x: 10, y: 20, width: 100, height: 0.5 };
  const black = { black: 1 };
  const path = (box: Parameters<typeof drawShape>[0]) => drawShape(box, 0, new Geometry()).path;

  it('keep fractions of a pixel', () => {
    expect(path({ ...at, kind: 'rule', ink: black, style: 'solid' })).toBe('M10 20h100v0.5h-100z');
  });

  it('are two lines when double and a dashed line when dotted', () => {
    expect(path({ ...at, height: 3, kind: 'rule', ink: black, style: 'double' })).toBe(
      'M10 20h100v1h-100zM10 22h100v1h-100z',
    );
    const dotted = drawShape({ ...at, kind: 'rule', ink: black, style: 'dotted' }, 3, new Geometry());
    expect(dotted.dots).toEqual({ line: 'M10 20.25h100', weight: '0.5', dashes: '0.5 1' });
  });

  it('leave the inside of a frame empty', () => {
    expect(path({ ...at, height: 50, kind: 'frame', ink: black, weight: 1 })).toBe(
      'M10 20h100v50h-100zM11 21v48h98v-48z',
    );
  });
});

describe('links of a head', () => {
  const drawing: Drawing = {
    geometry: new Geometry(),
    bodyFace: SONG,
    articles: new Map(),
    paperName: '',
    language: 'zh-CN',
    slugLink: (slug) => `../${slug}/`,
    pageLink: () => undefined,
    textLink: (href) => href,
    show: () => undefined,
  };
  const linked = (role: TextRole) => ({
    ...display(role, role, { x: 0, y: 0, size: 12, height: 18 }),
    link: { slug: 'spring' },
  });
  const drawnOf = (...roles: readonly TextRole[]) => {
    const boxes = roles.map(linked) as Box[];
    const { items } = drawModule({ kind: 'article', slug: 'spring', part: 1, boxes }, drawing);
    return items.flatMap((item) => (item.type === 'text' ? [[item.href, item.passed === true]] : []));
  };

  it('lead to the story, and a keyboard stops at the headline alone', () => {
    expect(drawnOf('kicker', 'headline', 'byline')).toEqual([
      ['../spring/', true],
      ['../spring/', false],
      ['../spring/', true],
    ]);
  });

  it('are reached one by one where the story has no headline', () => {
    expect(drawnOf('byline')).toEqual([['../spring/', false]]);
  });
});

describe('a sheet', () => {
  const drawing: Drawing = {
    geometry: new Geometry(),
    bodyFace: bodyFaceOf(TINY_PLAN),
    articles: new Map(TINY_ISSUE.articles.map((article) => [article.slug, article])),
    paperName: '试验报',
    language: 'zh-CN',
    slugLink: (slug) => `../${slug}/`,
    pageLink: (page) => `../page-0${page}/`,
    textLink: (href) => href,
    show: () => undefined,
  };
  const render = (more: Partial<Drawing> = {}) => {
    const [page] = TINY_PLAN.pages;
    if (page === undefined) throw new Error('no page');
    return renderPage(page, more);
  };
  const renderPage = (page: PagePlan, more: Partial<Drawing> = {}) => {
    const sheet = drawSheet(page, { ...drawing, ...more });
    return openTemplates(undefined).renderString('{%- from "page/sheet.njk" import sheet -%}{{ sheet(s) }}', {
      s: sheet,
    });
  };

  it('takes the body’s own face for its baselines', () => {
    expect(drawing.bodyFace).toBe(SONG);
  });

  it('carries the contract’s hooks on every module and line', () => {
    const html = render();
    expect(html).toContain('<article id="story-spring" data-module="article" data-slug="spring" data-part="1">');
    expect([...html.matchAll(/data-line="(\d+)"/g)].map(([, row]) => Number(row))).toEqual([13, 14, 15, 16]);
    expect(html).toMatch(/<section id="page-1" class="sheet [^"]*" data-page="1">/);
    expect(html).toContain('data-module="folio"');
    expect(html).toContain('data-module="rules"');
    expect(html).not.toContain('style=');
  });

  it('links the headline and the whole story to its reading view', () => {
    expect(render()).toMatch(/<h2 [^>]*><a href="..\/spring\/">/);
    expect(render()).toMatch(/<a class="open [^"]*" href="..\/spring\/" tabindex="-1" aria-hidden="true"><\/a>/);
    expect(render({ slugLink: () => undefined })).not.toContain('<a ');
  });

  it('shows a notice in place of a story that is not to be read', () => {
    const html = render({ notice: () => '只在报上' });
    expect(html).toContain('只在报上');
    expect(html).not.toContain('data-line');
  });

  it('says where a photo is still to come', () => {
    const [page] = TINY_PLAN.pages;
    const [module] = page?.modules ?? [];
    if (page === undefined || module === undefined) throw new Error('no module');
    const whole = { x: 0, y: 0, width: 1, height: 1 };
    const box = { kind: 'picture', x: 0, y: 0, width: 324, height: 180, file: 'photos/tea.jpg', crop: whole } as const;
    const toCome = { ...module, boxes: [{ ...box, use: 'photo', missing: true }] } as const;
    const html = renderPage({ ...page, modules: [toCome] });
    expect(html).toMatch(/<span class="to-come [^"]+" data-box="0" role="img"/);
  });

  it('puts a caption with its picture', () => {
    const html = render();
    expect(html.match(/<figure>/g)).toBeNull();
  });
});
