import { expect, test } from 'vitest';
import { warmFonts } from '#src/cli/dev/fonts.ts';

const opened = () => {
  const cut: string[] = [];
  const fonts = warmFonts(async (face, text) => {
    cut.push(`${face} ${text.includes('湘') ? 'with' : 'without'} 湘`);
    return new Uint8Array();
  });
  return { cut, fonts };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

test('likely faces are cut with the characters of the issue before anybody asks', async () => {
  const { cut, fonts } = opened();
  fonts.prime('湘江', ['song', 'kai']);
  await settled();
  expect(cut).toEqual(['song with 湘', 'kai with 湘']);
  expect(fonts.cover(new Map([['song', '湘']])).map(({ id }) => id)).toEqual(['song-1']);
  await fonts.bytes('song-1');
  expect(cut).toHaveLength(2);
});

test('a character that comes later comes in a part of its own', async () => {
  const { fonts } = opened();
  fonts.prime('湘江', ['song']);
  await settled();
  const [first, second] = fonts.cover(new Map([['song', '湘鹭']]));
  expect(first?.range).toBeUndefined();
  expect(second?.range).toBe('U+9e6d');
});

test('only the first issue is cut ahead: after an edit the window has its fonts', async () => {
  const { cut, fonts } = opened();
  fonts.prime('湘江', ['song']);
  fonts.prime('湘江大桥', ['song', 'kai']);
  await settled();
  expect(cut).toEqual(['song with 湘']);
});
