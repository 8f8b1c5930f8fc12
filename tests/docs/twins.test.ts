/** Each page for people and its Chinese twin say the same: a change of one without the other fails here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineOf, type Part, slugOf } from './outline.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Pages that have no twin: lists of packages, and what is for those who change the program. */
const ENGLISH_ALONE = ['docs/licences.md'];

const chineseOf = (file: string): string => file.replace(/\.md$/, '.zh-CN.md');
const pages = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter(
  (file) => /(?<!zh-CN)\.md$/.test(file) && !ENGLISH_ALONE.includes(file),
);

/** What of a part must be alike; numbers apart, since Chinese writes more of them as figures. */
const shapeOf = ({ level, code, spans, rows, items, targets }: Part) => ({ level, code, spans, rows, items, targets });

describe('the pages and their Chinese twins', () => {
  it('are found', () => {
    expect(pages.length).toBeGreaterThan(8);
    for (const file of ENGLISH_ALONE) expect(existsSync(path.join(ROOT, file))).toBe(true);
  });

  it.each(pages)('%s has one, and each names the other in its first lines', (file) => {
    const chinese = chineseOf(file);
    expect(read(file).split('\n')[2]).toBe(`[中文](${path.basename(chinese)})`);
    expect(read(chinese).split('\n')[2]).toBe(`[English](${path.basename(file)})`);
  });

  it.each(pages)('%s: the same sections, code, tables, lists and links', (file) => {
    const [english, chinese] = [outlineOf(read(file)), outlineOf(read(chineseOf(file)))];
    expect(chinese.map(shapeOf)).toEqual(english.map(shapeOf));
  });

  it.each(pages)('%s: every number is in the twin too', (file) => {
    const [english, chinese] = [outlineOf(read(file)), outlineOf(read(chineseOf(file)))];
    const lost = english.flatMap(({ title, numbers }, index) => {
      const there = [...(chinese[index]?.numbers ?? [])];
      const isLost = (number: string): boolean => {
        const at = there.indexOf(number);
        if (at >= 0) there.splice(at, 1);
        return at < 0;
      };
      return numbers.filter(isLost).map((number) => `${title}: ${number}`);
    });
    expect(lost).toEqual([]);
  });

  it.each(pages.map(chineseOf))('%s leads to Chinese pages where there are some', (file) => {
    const foreign = outlineOf(read(file)).flatMap(({ links }) =>
      links.filter((link) => pages.includes(path.posix.join(path.dirname(file), link))),
    );
    expect(foreign).toEqual([path.basename(file).replace('.zh-CN', '')]);
  });

  it.each(pages.flatMap((file) => [file, chineseOf(file)]))('%s: every link leads somewhere', (file) => {
    const dead = outlineOf(read(file))
      .flatMap(({ links }) => links)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#');
        const there = path.posix.join(path.dirname(file), target);
        if (!existsSync(path.join(ROOT, there))) return true;
        return anchor !== undefined && !outlineOf(read(there)).some(({ title }) => slugOf(title) === anchor);
      });
    expect(dead).toEqual([]);
  });

  it.each(pages.map(chineseOf))('%s has no half-width marks between Chinese characters', (file) => {
    const prose = read(file)
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`\n]*`/g, '');
    expect(prose.match(/.*\p{Script=Han}[,;:!?](?:\p{Script=Han}|$).*/gmu) ?? []).toEqual([]);
  });
});
