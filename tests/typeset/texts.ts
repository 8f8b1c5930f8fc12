/** Random texts for properties: stories that a desk could have written, and salads that nobody would. */
import fc from 'fast-check';
import { numbers, paragraph } from '../../bench/typeset/copy.ts';

/** Characters to a line: the basic columns, the 破栏 between them, comment. */
export const MEASURES: readonly number[] = [11, 12, 13, 14, 15, 17, 20, 22, 23, 27, 34, 41];

/** A paragraph of 20 to 260 characters. */
export const storyText = (): fc.Arbitrary<string> =>
  fc
    .record({ seed: fc.nat(), length: fc.integer({ min: 20, max: 260 }) })
    .map(({ seed, length }) => paragraph(numbers(seed), length));

const SIGNS = [...'一国家湘江日夜，。、；：！？（）《》“”‘’—…·～／1234567890.%,abcXYZ -"\'￥℃×\u200b\u00ad\u3000'];

/** Any signs in any order, ending with a Han character. */
export const saladText = (): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 120 }).map((signs) => `${signs.join('')}完`);
