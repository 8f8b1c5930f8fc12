import { setTimeout as milliseconds } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { abreast, allOf, together } from '#src/together.ts';

describe('work side by side', () => {
  it('tells of a failure only when the other parts have ended', async () => {
    const ended: string[] = [];
    const slow = milliseconds(5).then(() => ended.push('slow'));
    await expect(together([Promise.reject(new Error('first')), slow])).rejects.toThrow('first');
    expect(ended).toEqual(['slow']);
    expect(await together([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
  });

  it('gathers what was promised under its keys', async () => {
    const made = await allOf(new Map([['front', Promise.resolve(1)]]));
    expect([...made]).toEqual([['front', 1]]);
  });

  it('runs so many at a time and answers in order', async () => {
    let running = 0;
    let most = 0;
    const answers = await abreast(2, [3, 1, 2, 0], async (item) => {
      running += 1;
      most = Math.max(most, running);
      await milliseconds(item);
      running -= 1;
      return item * 10;
    });
    expect(answers).toEqual([30, 10, 20, 0]);
    expect(most).toBe(2);
  });

  it('begins nothing more after a failure', async () => {
    const begun: number[] = [];
    const works = abreast(1, [0, 1, 2], async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('of the second');
    });
    await expect(works).rejects.toThrow('of the second');
    expect(begun).toEqual([0, 1]);
  });
});
