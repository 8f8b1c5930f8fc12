/** Layouts that were compiled beforehand stand for the text that they were compiled from, and for no other. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { afterAll, expect, it, vi } from 'vitest';
import { asLayoutFault } from '#src/edition/layout-errors.ts';
import { openTemplates } from '#src/edition/templates.ts';
import { FaultError } from '#src/fault.ts';

const compiled = vi.hoisted(() => ({ layouts: {} as Record<string, { text: string; code: unknown }> }));
vi.mock('#src/edition/compiled-layouts.ts', () => ({ COMPILED_LAYOUTS: compiled.layouts }));

const FOOT = 'parts/foot.njk';
const house = readFileSync(fileURLToPath(new URL(`../../layouts/${FOOT}`, import.meta.url)), 'utf8');
const paper = mkdtempSync(path.join(tmpdir(), 'broadsheet-layouts-'));
afterAll(() => rmSync(paper, { recursive: true }));

/** What Nunjucks compiles a text into. */
const codeOf = (text: string): unknown => {
  const { compiler } = nunjucks as unknown as {
    readonly compiler: { compile(text: string, asyncFilters: [], tags: [], name: string): string };
  };
  return new Function(compiler.compile(text, [], [], FOOT))();
};

it('takes the compiled layout for the same text', () => {
  compiled.layouts[FOOT] = { text: house, code: codeOf('compiled {{ 1 + 1 }}') };
  expect(openTemplates(undefined).render(FOOT)).toBe('compiled 2');
});

it('compiles a layout whose text is another: the house’s was edited, or the paper has its own', () => {
  compiled.layouts[FOOT] = { text: `${house} `, code: codeOf('compiled') };
  expect(openTemplates(undefined).render(FOOT, { paper: {}, words: {}, edition: {} })).toContain('<footer');
  compiled.layouts[FOOT] = { text: house, code: codeOf('compiled') };
  mkdirSync(path.join(paper, 'layouts', 'parts'), { recursive: true });
  writeFileSync(path.join(paper, 'layouts', FOOT), 'our own {{ 2 + 2 }}');
  expect(openTemplates(paper).render(FOOT)).toBe('our own 4');
});

it('tells an error in a layout of the paper’s own at its file and line, and one of the house’s as it comes', () => {
  const toldOf = (layout: string) => {
    writeFileSync(path.join(paper, 'layouts', FOOT), layout);
    try {
      openTemplates(paper).render(FOOT, { paper: {}, words: {}, edition: {} });
    } catch (error) {
      if (error instanceof FaultError) return error.faults.map(({ name, place, message }) => [name, place, message]);
    }
    return undefined;
  };
  const broken = (line: number | undefined, reason: string) => [
    [
      'layout-broken',
      { file: `layouts/${FOOT}`, ...(line === undefined ? {} : { line }) },
      `The layout layouts/${FOOT} cannot be rendered: ${reason}.`,
    ],
  ];
  expect(toldOf('<p>\n{{ paper.name }')).toEqual(broken(2, 'expected variable end'));
  expect(toldOf('<p>\n{{ shout() }}')).toEqual(broken(2, 'Unable to call `shout`, which is undefined or falsey'));
  expect(toldOf('{{ "x" | shout }}')).toEqual(broken(undefined, 'filter not found: shout'));
  expect(() => openTemplates(undefined).render('none.njk')).toThrow(/not found/);
});

/** Eleventy puts its own error around that of Nunjucks, and the cause under it. */
function asEleventyThrows(error: unknown): unknown {
  const ofNunjucks = error as Error & { originalError?: unknown };
  ofNunjucks.originalError = ofNunjucks.cause;
  return Object.assign(new Error('Having trouble rendering njk template ./x.njk'), { originalError: ofNunjucks });
}

it('tells an error in a macro at the macro’s own line, and one beside a macro at its own', () => {
  const layouts = path.join(paper, 'layouts');
  const faultOf = (macro: string, page: string) => {
    writeFileSync(path.join(layouts, 'parts/ours.njk'), macro);
    writeFileSync(path.join(layouts, 'ours.njk'), page);
    try {
      openTemplates(paper)
        .getTemplate('ours.njk')
        .render({ stories: ['a', 'b'] });
    } catch (error) {
      const told = asLayoutFault(asEleventyThrows(error), paper);
      if (told instanceof FaultError) return told.faults[0]?.place;
    }
    return undefined;
  };
  const told = '{% from "parts/ours.njk" import story %}\n\n{% for one in stories %}\n{{ story(one) }}\n{% endfor %}\n';
  const macro = (text: string) => `{% macro story(one) %}\n<b>{{ one }}</b>\n${text}\n{% endmacro %}\n`;
  expect(faultOf(macro('{{ shout(one) }}'), told)).toEqual({ file: 'layouts/parts/ours.njk', line: 3 });
  expect(faultOf(macro(''), `${told}{{ shout() }}`)).toEqual({ file: 'layouts/ours.njk', line: 6 });
});
