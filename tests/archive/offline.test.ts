import { expect, test } from 'vitest';
import { offlinePage } from '../../src/archive/snapshot/offline.ts';

const holds = new Set(['2026-01-08/index.html', '2026-01-08/lead/index.html', '2026-01-08/报 1.pdf', 'assets/a.css']);
const link = (href: string, site: { url?: string } = {}, from = '2026-01-08/lead/index.html') =>
  /href="([^"]*)"/.exec(offlinePage(`<a href="${href}">`, from, { holds, ...site }))?.[1];

test('a link to a folder names its index.html', () => {
  expect(link('../')).toBe('../index.html');
  expect(link('./')).toBe('index.html');
  expect(link('/2026-01-08/')).toBe('../index.html');
  expect(link('../#top')).toBe('../index.html#top');
  expect(link('../../assets/a.css?v=1')).toBe('../../assets/a.css?v=1');
  expect(link('/assets/a.css')).toBe('../../assets/a.css');
  expect(link('../%E6%8A%A5%201.pdf')).toBe('../%E6%8A%A5%201.pdf');
});

test('a link that leaves the snapshot goes to the public address, or nowhere', () => {
  expect(link('/archive/', { url: 'https://example.org/paper/' })).toBe('https://example.org/archive/');
  expect(link('../../archive/', { url: 'https://example.org/paper/' })).toBe('https://example.org/paper/archive/');
  expect(link('/archive/')).toBeUndefined();
});

test('a <link> that leads nowhere is left out, whatever it is', () => {
  expect(offlinePage('<link rel="manifest" href="/x.json"><p>', '2026-01-08/index.html', { holds })).toBe('<p>');
});

test('what is no link of the site stays as it is', () => {
  for (const href of ['https://example.org/', 'mailto:a@b', '#x', '//cdn/x', '', 'tel:1', 'javascript:void(0)']) {
    expect(link(href)).toBe(href);
  }
});

test('text, comments and scripts are not touched', () => {
  const html = '<p>href="/x"</p><!-- <a href="/x"> --><script>const a = \'<a href="/x">\';</script>';
  expect(offlinePage(html, '2026-01-08/index.html', { holds })).toBe(html);
});
