/** The foot of every web page: who makes the paper, and what each number is. */
import { expect, it } from 'vitest';
import { openTemplates } from '#src/edition/templates.ts';
import { wordsFor } from '#src/edition/words.ts';

const factsIn = (language: string, publisher: object): readonly (string | undefined)[] => {
  const foot = openTemplates(undefined).render('parts/foot.njk', {
    paper: { name: '星城晚报', publisher },
    record: {},
    words: wordsFor(language),
    root: '',
  });
  return [...foot.matchAll(/<li>(.*)<\/li>/g)].map(([, fact]) => fact);
};

it('says what its numbers are, and nothing of what the paper does not say', () => {
  const publisher = { name: '星城晚报社', cn: 'CN 00-0000', postal: '00-00', phone: '0000-1234' };
  expect(factsIn('zh-CN', publisher)).toEqual(['星城晚报社', 'CN 00-0000', '邮发代号 00-00', '电话 0000-1234']);
  expect(factsIn('en-GB', { phone: '0000-1234' })).toEqual(['Tel. 0000-1234']);
  expect(factsIn('zh-CN', {})).toEqual([]);
});
