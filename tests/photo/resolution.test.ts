import { describe, expect, test } from 'vitest';
import { WHOLE } from '../../src/photo/crop.ts';
import type { Picture } from '../../src/photo/model.ts';
import { judgeResolution } from '../../src/photo/resolution.ts';

/** A picture of so many pixels across, placed 5 inches wide. */
function judge(width: number, kind: Picture['kind'] = 'photo', target = 200) {
  const picture: Picture = { file: 'photos/a.jpg', kind, width, height: width / 2, grey: false, sha256: '' };
  const placement = { file: picture.file, crop: WHOLE, width: 480, height: 240, color: true };
  return judgeResolution({ picture, placement, page: 3, target, file: 'issues/2026-01-08/photos/a.jpg' });
}

describe('resolution', () => {
  test('200 and 150 ppi pass', () => {
    expect(judge(1000)).toBeUndefined();
    expect(judge(750)).toBeUndefined();
  });

  test('under 150 ppi is a warning that names the pixels needed', () => {
    expect(judge(748)).toMatchObject({ name: 'picture-coarse', severity: 'warning', page: 3 });
    expect(judge(748)?.message).toContain('149 ppi');
    expect(judge(748)?.hint).toContain('1000 × 500');
  });

  test('under 100 ppi is an error that leads to exit 4', () => {
    expect(judge(500)?.severity).toBe('warning');
    expect(judge(498)).toMatchObject({
      name: 'picture-too-coarse',
      severity: 'error',
      exit: 4,
      place: { file: 'issues/2026-01-08/photos/a.jpg' },
    });
  });

  test('what a paper asks for is enough for it', () => {
    expect(judge(600, 'photo', 120)).toBeUndefined();
    expect(judge(598, 'photo', 120)).toMatchObject({ name: 'picture-coarse', severity: 'warning' });
  });

  test('vectors pass at every size', () => {
    expect(judge(10, 'vector')).toBeUndefined();
  });
});
