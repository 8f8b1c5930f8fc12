/** A paragraph that no setting can bring to its measure within the limits says so. */
import { describe, expect, it } from 'vitest';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const typesetter = await openTypesetter(paper());
const set = (text: string) =>
  typesetter.copy(article({ body: [{ kind: 'paragraph', spans: [{ text }] }] })).body(132).blocks[0]?.variants[0];

describe('strained settings', () => {
  it('are marked', () => {
    expect(set('集市早晚“先到先得”。孩子们在操场上放飞自己做的风筝。')?.strained).toBe(true);
    expect(set(`他念道${'Donaudampfschiff'.repeat(4)}。`)?.strained).toBe(true);
  });
  it('are the exception', () => expect(set('江边的旧厂房改成图书馆，孩子们都爱来。')?.strained).toBe(false));
});
