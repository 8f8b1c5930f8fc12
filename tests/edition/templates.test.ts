/** Layouts that were compiled beforehand stand for the text that they were compiled from, and for no other. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { afterAll, expect, it, vi } from 'vitest';
import { openTemplates } from '#src/edition/templates.ts';

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
