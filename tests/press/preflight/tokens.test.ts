/** The preflight's reading of glyphs that follow one another: by word or at a step, the same glyphs at the same places. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Script } from '#src/press/preflight/tokens.ts';

/** Where glyphs are shown, in steps from the beginning. */
function places(content: string, stepping: boolean): readonly (readonly [number, number])[] {
  const script = new Script(Buffer.from(content, 'latin1'));
  const shown: [number, number][] = [];
  let [x, y] = [0, 0];
  while (script.next()) {
    const [dx, dy] = script.args;
    if (script.op === 'Td') [x, y] = [x + Number(dx), y + Number(dy)];
    if (script.op !== 'Tj') continue;
    shown.push([x, y]);
    while (stepping && script.step()) {
      [x, y] = [x + script.dx, y + script.dy];
      shown.push([x, y]);
    }
  }
  return shown;
}

const number = fc.constantFrom('12', '-0.5', '.25', '3.', '+7', '12.0000916');
const blank = fc.constantFrom(' ', '\n', ' % a note\n', '\t');
const glyph = fc.constantFrom('<0041>', '<00 41>', '(a)', '<4a>');
const step = fc
  .tuple(number, blank, number, blank, glyph, blank, blank)
  .map(([x, a, y, b, text, c, d]) => `${x}${a}${y} Td${b}${text}${c}Tj${d}`);

test('a step passes by what words would say', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const content = `BT <01> Tj\n${steps.join('')}ET`;
      expect(places(content, true)).toEqual(places(content, false));
    }),
  );
});

test.each(['1 0 Td <> Tj ', '1 0 Td <02> Tjx ', '1 0 Td <02> TJ ', '1 0 1 Td <02> Tj '])('no step: %s', (rest) => {
  const script = new Script(Buffer.from(`<01> Tj ${rest}`, 'latin1'));
  expect([script.next(), script.step()]).toEqual([true, false]);
});

test('a browser’s run is gone through step by step', () => {
  const script = new Script(Buffer.from('<01> Tj\n12.5 0 Td <02> Tj\n-3 1 Td <03> Tj\nET', 'latin1'));
  expect([script.next(), script.step(), script.dx, script.dy]).toEqual([true, true, 12.5, 0]);
  expect([script.step(), script.dx, script.dy, script.step()]).toEqual([true, -3, 1, false]);
  expect([script.next(), script.op]).toEqual([true, 'ET']);
});
