/** Reading content streams: nothing lost, nothing made up, whatever the bytes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascii } from '#src/press/content/bytes.ts';
import { readOperations } from '#src/press/content/operations.ts';
import { ContentError } from '#src/press/content/words.ts';
import { instructions } from '#src/press/preflight/tokens.ts';

const read = (content: string) =>
  readOperations(ascii(content)).map(({ operator, operands }) => [
    operator,
    ...operands.map((one) => (one.kind === 'other' ? content.slice(one.start, one.end) : one.value)),
  ]);

describe('operations', () => {
  test.each<[string, unknown[][]]>([
    ['1 -2.5 .25 +3 -.5 5. m', [['m', 1, -2.5, 0.25, 3, -0.5, 5]]],
    [
      '/F1 12 Tf(a\\)(b)c)Tj',
      [
        ['Tf', 'F1', 12],
        ['Tj', '(a\\)(b)c)'],
      ],
    ],
    [
      '<0041>Tj[<00> -20 (x)]TJ',
      [
        ['Tj', '<0041>'],
        ['TJ', '[<00> -20 (x)]'],
      ],
    ],
    ['/Span<</ActualText <FEFF>/A[1<<>>]>>BDC EMC', [['BDC', 'Span', '<</ActualText <FEFF>/A[1<<>>]>>'], ['EMC']]],
    [
      '%q\n1 w % Q\r2 w',
      [
        ['w', 1],
        ['w', 2],
      ],
    ],
    ['/A#20B gs', [['gs', 'A B']]],
    ['true null ri', [['ri', 'true', 'null']]],
    [
      `(a)' 1 2(b)"`,
      [
        ["'", '(a)'],
        ['"', 1, 2, '(b)'],
      ],
    ],
    ['q BI /W 1 /H 1 ID EI \xff\x01 EI Q', [['q'], ['BI'], ['Q']]],
    ['q BI /W 1 /H 1 ID a EI \xff looks like text EI Q', [['q'], ['BI'], ['Q']]],
  ])('%s', (content, operations) => {
    expect(read(content)).toEqual(operations);
  });

  test('glyphs that follow others can be left out, but not in marked content', () => {
    const content =
      'BT <01> Tj 1 0 Td <02> Tj 2 0 Td <03> Tj 3 w <04> Tj /Span BMC <05> Tj 1 0 Td <06> Tj EMC <07> Tj ET';
    const operations = readOperations(ascii(content), true);
    const texts = operations.map(({ start, end }) => content.slice(start, end));
    const marked = ['/Span BMC', '<05> Tj', '1 0 Td', '<06> Tj', 'EMC'];
    expect(texts).toEqual(['BT', '<01> Tj', '3 w', '<04> Tj', ...marked, '<07> Tj', 'ET']);
  });

  test.each(['(a', '<00', '[1', '<</A', 'BI /W 1 ID 123', ') q'])('%s does not end', (content) => {
    expect(() => read(content)).toThrow(ContentError);
  });

  test('any bytes are read or refused, never hung on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          for (const { start, end } of readOperations(bytes)) expect(end).toBeGreaterThan(start);
        } catch (error) {
          expect(error).toBeInstanceOf(ContentError);
        }
      }),
    );
  });

  test('operations lie one behind the other, and numbers are what JavaScript reads', () => {
    const number = fc.double({ min: -9999, max: 9999, noNaN: true }).map((value) => value.toFixed(4));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(number, { maxLength: 6 }), fc.constantFrom('m', 'l', 'rg', 'Td', 'f*'))),
        (list) => {
          const content = list.map(([numbers, operator]) => [...numbers, operator].join(' ')).join('\n');
          expect(read(content)).toEqual(
            list.map(([numbers, operator]) => [operator, ...numbers.map((text) => expect.closeTo(Number(text), 6))]),
          );
        },
      ),
    );
  });

  test('the preflight’s own reader, written apart, sees the same operators', () => {
    const word = fc.constantFrom(
      'q',
      'Q',
      '1 0 0 rg',
      '(a\\(b) Tj',
      '[<01> 3] TJ',
      '/F 1 Tf',
      '<< /A 1 >> BDC',
      'BT',
      'ET',
      '% note\n',
      '1 2 m',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const content = words.join(' ');
        expect([...instructions(content)].map(({ op }) => op)).toEqual(read(content).map(([operator]) => operator));
      }),
    );
  });
});
