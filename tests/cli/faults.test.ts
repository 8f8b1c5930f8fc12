/** What the desk is told of a finding of the preflight. */
import { describe, expect, it } from 'vitest';
import { preflightFinding } from '../../src/cli/faults.ts';

const soft = {
  severity: 'warning',
  rule: 'picture-soft',
  message: 'a picture of 300 × 200 pixels has 120 ppi',
  zh: { message: '一张 300 × 200 像素的图只有 120 ppi' },
} as const;

describe('a finding of the preflight', () => {
  it('says its page in both languages', () => {
    const { message, zh } = preflightFinding({ ...soft, page: 3 });
    expect(message).toBe('Page 3: a picture of 300 × 200 pixels has 120 ppi');
    expect(zh.message).toBe('第 3 版：一张 300 × 200 像素的图只有 120 ppi');
  });

  it('says none where the whole file is meant', () => {
    expect(preflightFinding(soft).message).toBe(soft.message);
  });

  it('of a soft picture leads to the warning that names the file', () => {
    const { hint, zh } = preflightFinding({ ...soft, page: 3 });
    expect(hint).toContain('`picture-coarse`');
    expect(zh.hint).toContain('`picture-coarse`');
    expect(preflightFinding({ ...soft, rule: 'hairline', page: 3 }).hint).toContain('docs/press-room.md');
  });
});
