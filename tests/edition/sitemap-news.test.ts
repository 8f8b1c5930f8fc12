/** News search takes languages of two or three letters, and knows two kinds of Chinese. */
import { expect, it } from 'vitest';
import { openTemplates } from '../../src/edition/templates.ts';

it.each([
  ['en-GB', 'en'],
  ['en', 'en'],
  ['pt-BR', 'pt'],
  ['zh-CN', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-Hans', 'zh'],
])('a paper in %s is in %s', (language, told) => {
  const templates = openTemplates(undefined);
  templates.addFilter('title', ({ title }: { title: string }) => title);
  const news = [{ article: { uri: 'https://example.org/a/', title: 'Bridge' }, record: { date: '2026-01-08' } }];
  const sitemap = templates.render('sitemap-news.njk', { paper: { name: 'Gazette', language }, site: { news } });
  expect(sitemap).toMatch(/^<\?xml version="1\.0"/);
  expect(sitemap).toContain(`<news:name>Gazette</news:name><news:language>${told}</news:language>`);
});
