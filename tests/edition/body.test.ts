import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHtml, escapeHtml } from '#src/edition/data/body.ts';
import { scriptJson } from '#src/edition/data/structured.ts';
import { wordsFor } from '#src/edition/words.ts';
import { parseBody } from '#src/issue/markdown.ts';

const context = {
  words: wordsFor('zh-CN'),
  article: (slug: string) => (slug === 'known' ? '../known/' : undefined),
  figure: () => '<figure></figure>',
};
const html = (markdown: string, dateline?: string) => bodyHtml(parseBody(markdown), { ...context, dateline });

describe('a body', () => {
  it('is semantic HTML', () => {
    expect(html('甲\n\n## 乙\n\n- 丙\n- 丁\n\n> 戊\n\n***\n\n3. 己\n4. 庚')).toBe(
      '<p>甲</p>\n<h2>乙</h2>\n<ul><li>丙</li><li>丁</li></ul>\n<blockquote><p>戊</p></blockquote>\n<hr>\n<ol start="3"><li>己</li><li>庚</li></ol>',
    );
  });

  it('runs the dateline in at the first paragraph, wherever that is', () => {
    expect(html('## 小题\n\n正文', '新华社北京1月7日电')).toBe(
      '<h2>小题</h2>\n<p><span class="dateline">新华社北京1月7日电</span>正文</p>',
    );
    expect(html('It was.', 'QUAY (AP)')).toBe('<p><span class="dateline open">QUAY (AP)</span>It was.</p>');
    expect(html('## 小题', '本报讯')).toContain('<p><span class="dateline">本报讯</span></p>');
  });

  it('has no gap in its headings when the desk begins with the third level', () => {
    expect(html('### 小题\n\n甲')).toBe('<h2>小题</h2>\n<p>甲</p>');
    expect(html('## 大题\n\n### 小题')).toBe('<h2>大题</h2>\n<h3>小题</h3>');
  });

  it('scrolls a table in a region of its own', () => {
    const table = html('| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |');
    expect(table).toMatch(/^<div class="table" role="region" tabindex="0" aria-label="[^"]+"><table>/);
    expect(table).toContain('<th scope="col" class="right">乙</th>');
  });

  it('calls its footnotes without adding a word to the text', () => {
    const text = html('甲[^1]乙\n\n[^1]: 丙');
    expect(text).toContain('<a class="call" id="call-1" href="#note-1" data-mark="1" aria-label="注释1"></a>');
    expect(text).toContain('<li id="note-1"><p>丙</p><a class="back" href="#call-1"');
  });

  it('leads back from a note to its first call, and from one that nothing calls nowhere', () => {
    const text = html('甲[^1]乙[^1]\n\n丙[^1]\n\n[^1]: 丁\n\n[^2]: 戊');
    expect(text.match(/id="call-1"/g)).toHaveLength(1);
    expect(text.match(/class="back" href="[^"]*"/g)).toEqual(['class="back" href="#call-1"']);
  });

  it('links to stories of the issue and to the web, and nowhere else', () => {
    expect(html('[甲](known) [乙](unknown) [丙](https://a.example/?x=1&y="2")')).toBe(
      '<p><a href="../known/">甲</a> 乙 <a href="https://a.example/?x=1&amp;y=%222%22">丙</a></p>',
    );
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[点我](javascript:alert(1))',
    '[点我](JaVaScRiPt:alert(1))',
    '[点我](data:text/html,<script>alert(1)</script>)',
    '![图](javascript:alert(1))',
    '<svg/onload=alert(1)>',
    '`<b>`',
    '[a](<javascript:alert(1)>)',
    '<a href="java&#10;script:alert(1)">',
    '</p></div></main><h1>伪题</h1>',
    '[^1]: <script>\n\n甲[^1]',
    `|${'x|'.repeat(300)}\n|${'-|'.repeat(300)}\n${`|${'<i>|'.repeat(300)}\n`.repeat(20)}`,
  ];

  /** What may stand in a body: these elements with these attributes. */
  const ALLOWED =
    /<\/?(?:p|h2|h3|ul|li|blockquote|hr|pre|code|table|thead|tbody|tr|strong|em|sup|sub|s|br|figure)>|<(?:ol(?: start="\d+")?|\/ol|\/?th|\/?td|\/a|\/div|\/span|\/section)>|<(?:th|td)(?: scope="col")?(?: class="(?:center|right)")?>|<span class="dateline">|<a (?:class="call"(?: id="call-\d+")? href="#note-\d+" data-mark="\d+" aria-label="[^"<>]*"|class="back" href="#call-\d+" aria-label="[^"<>]*"|href="(?:\.\.\/[a-z0-9-]+\/|https?:\/\/[^"<>]*|mailto:[^"<>]*|tel:[^"<>]*)")>|<div class="table" role="region" tabindex="0" aria-label="[^"<>]*">|<section class="footnotes" aria-label="[^"<>]*">|<li id="note-\d+">/g;
  const strange = (markdown: string) => html(markdown).replace(ALLOWED, '').match(/[<>]/g) ?? [];

  it('is text', () => {
    for (const markdown of HOSTILE) expect(strange(markdown), markdown.slice(0, 60)).toEqual([]);
  });

  it('is text, whatever is written', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '[',
      ']',
      '(',
      ')',
      'javascript:',
      'onerror=',
      '|',
      '\n',
      '*',
      '`',
      '[^1]',
      '#',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => strange(parts.join('')).length === 0),
      { numRuns: 400 },
    );
  });

  it('cannot close the script that carries structured data', () => {
    expect(scriptJson({ headline: '</script><script>alert(1)' })).not.toContain('<');
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });
});
