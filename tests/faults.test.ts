/** Every fault that a catalogue can make says what happened and what to do in English and in Chinese, of the same things. */
import { describe, expect, it } from 'vitest';
import { isChinese, told } from '../src/fault.ts';
import * as issue from '../src/issue/faults.ts';
import { CATALOGUES, makersOf } from './fault-samples/catalogues.ts';

const HAN = /\p{Script=Han}/u;

/** What both languages must speak of: numbers, file names, quoted names, keys and commands. */
function variablesOf(text: string): readonly string[] {
  const numbers = text.replace(/(\d),(\d{3})/g, '$1$2').match(/\d+(?:[.-]\d+)*/g) ?? [];
  const files = text.match(/[\w./-]+\.(?:md|yaml|json|jpg|png|svg|tif|gif|heic|pdf|icc|xml|txt|woff2)\b/g) ?? [];
  const quoted = [...text.matchAll(/[“《]([^”》]+)[”》]/g)].map(([, inside = '']) => inside);
  const code = [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
  return [...numbers, ...files, ...quoted, ...code];
}

const all = Object.keys(CATALOGUES).flatMap(makersOf);

describe('every fault of every catalogue', () => {
  it.each(all)('$room: $name', ({ make, samples }) => {
    expect(samples, 'give this constructor arguments in fault-samples/').toBeDefined();
    for (const given of samples ?? []) {
      const fault = make(...given);
      const { message, hint, zh } = fault;
      for (const [english, chinese] of [
        [message, zh.message],
        [hint, zh.hint],
      ] as const) {
        expect(english).not.toMatch(/undefined|\[object/);
        expect(chinese).not.toMatch(/undefined|\[object/);
        expect(chinese).toMatch(HAN);
        // Half-width marks between Chinese characters are slips of the pen.
        expect(chinese).not.toMatch(/\p{Script=Han}[,;:!?.](?:\p{Script=Han}|$)/u);
      }
      for (const said of variablesOf(`${message} ${hint}`)) expect(`${zh.message} ${zh.hint}`).toContain(said);
    }
  });

  it('is told by language', () => {
    const fault = issue.importEmpty();
    expect(['zh', 'zh-CN', 'zh_CN.UTF-8', 'ZH-hant'].every(isChinese)).toBe(true);
    expect(['en', 'C', '', 'zhx', 'de_DE'].some(isChinese)).toBe(false);
    expect(told(fault, 'zh-CN').message).toBe(fault.zh.message);
    expect(told(fault, 'en').message).toBe(fault.message);
  });
});
