/** One file to one Article: every key of the contract, heads and dateline found in the text, photos joined. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readArticle } from '../../src/issue/article.ts';
import { blocksText } from '../../src/issue/digest.ts';
import { LIMITS } from '../../src/issue/newspaper.ts';
import { GENRES } from '../../src/issue/schema/article.ts';
import { article, read, shown } from './desk.ts';
import { runs } from './runs.ts';

const body = async (text: string): Promise<string> => blocksText((await article(text)).body);

describe('heads', () => {
  it('title and deck of the text', async () => {
    const { title, deck, body } = await article('# 主　题\n\n## 副题\n\n正文。\n');
    expect({ title, deck, body: blocksText(body) }).toEqual({ title: ['主　题'], deck: ['副题'], body: '正文。' });
  });
  it('title and deck of the front matter, with the editor’s own lines', async () => {
    const { title, deck } = await article('---\ntitle: [一行, 二行]\ndeck: 副\n---\n## 小\n\n正文。\n');
    expect({ title, deck }).toEqual({ title: ['一行', '二行'], deck: ['副'] });
  });
  it('a # that repeats the declared title is not printed twice', async () => {
    expect(await body('---\ntitle: 好 题\n---\n# 好题\n\n正文。\n')).toBe('正文。');
  });
  it('another # under a declared title is a subhead', async () => {
    expect(await body('---\ntitle: 好\n---\n# 坏\n\n正文。\n')).toBe('坏\n正文。');
  });
  it('a ## after a # that repeats the declared title is the deck', async () => {
    const { deck } = await article('---\ntitle: 好\n---\n# 好\n\n## 副\n\n正文。\n');
    expect(deck).toEqual(['副']);
  });
  it('figures and dates stay the texts that were written', async () => {
    const { title, kicker, byline } = await article(
      '---\ntitle: 2026\nkicker: 2026-01-08\nbyline: [007]\n---\n正文。\n',
    );
    expect({ title, kicker, byline }).toEqual({ title: ['2026'], kicker: '2026-01-08', byline: ['007'] });
  });
});

describe('texts of several lines', () => {
  it('are one in Chinese and in English, folded or not', async () => {
    const { kicker, note, photos } = await article(
      '---\ntitle: 好\nkicker: 第一行\n  第二行\nnote: >-\n  one\n  two\nphotos:\n  - file: a.jpg\n    caption: |\n      图说\n      两行\n---\n正文。\n',
      { 'a.jpg': '' },
    );
    expect([kicker, note, photos[0]?.caption]).toEqual(['第一行第二行', 'one two', '图说两行']);
  });
  it('of a title are the editor’s own lines', async () => {
    const { title } = await article('---\ntitle: |\n  一行\n  二行\nkicker: ""\ndeck: [""]\n---\n正文。\n');
    expect(title).toEqual(['一行', '二行']);
  });
  it('in English keep their blanks beside quotes', async () => {
    expect(await body('He said “yes”\nand left —\nfor good.')).toBe('He said “yes” and left — for good.');
    expect(await body('他说“是”\n就走了——\n再没回来。')).toBe('他说“是”就走了——再没回来。');
  });
});

describe('dateline', () => {
  it('is cut from the first paragraph, emphasis or not', async () => {
    const { dateline, body } = await article('**本报讯**（记者 甲）**昨日**，雨。\n\n本报讯是老话。\n');
    expect([dateline, blocksText(body)]).toEqual(['本报讯（记者 甲）', '昨日，雨。\n本报讯是老话。']);
  });
  it('declared, it is not printed twice', async () => {
    const { dateline, body } = await article('---\ndateline: 本报急电\n---\n本报急电　雨。\n');
    expect([dateline, blocksText(body)]).toEqual(['本报急电', '雨。']);
  });
  it('declared, the text keeps another', async () => {
    const { dateline, body } = await article('---\ndateline: 本报急电\n---\n本报讯 雨。\n');
    expect([dateline, blocksText(body)]).toEqual(['本报急电', '本报讯 雨。']);
  });
  it('becomes 据…电 when the copy was cut', async () => {
    const { dateline } = await article('---\nabridged: true\n---\n新华社北京1月7日电 雨。\n');
    expect(dateline).toBe('据新华社北京1月7日电');
  });
  it('alone in a paragraph leaves no empty one', async () => {
    const { dateline, body } = await article('本报讯（记者 甲）\n\n雨。\n');
    expect([dateline, body.length]).toEqual(['本报讯（记者 甲）', 1]);
  });
  it('under a photo is found', async () => {
    const { dateline, body } = await article('![](a.jpg)\n\n本报讯 雨。\n', { 'a.jpg': '' });
    expect([dateline, body.map(({ kind }) => kind)]).toEqual(['本报讯', ['photo', 'paragraph']]);
  });
});

describe('photos', () => {
  it('of the front matter first, images of the text after them, the same file once', async () => {
    const { photos, body } = await article(
      '---\nphotos:\n  - {file: ./a.jpg, caption: 甲, focus: [0.25, 1]}\n  - {file: b.jpg, prominence: head}\n---\n文。\n\n![丙](c.jpg "某摄")\n\n![乙](b.jpg)\n\n![不用](a.jpg)\n',
      { 'a.jpg': '', 'b.jpg': '', 'c.jpg': '' },
    );
    expect(photos.map(({ file, caption, credit, prominence }) => [file, caption, credit, prominence])).toEqual([
      ['a.jpg', '甲', undefined, 'main'],
      ['b.jpg', '乙', undefined, 'head'],
      ['c.jpg', '丙', '某摄', 'support'],
    ]);
    expect(photos[0]?.focus).toEqual([0.25, 1]);
    expect(body.flatMap((block) => (block.kind === 'photo' ? [block.photo] : []))).toEqual([2, 1, 0]);
  });
  it('say that they want no caption, whatever their file has', async () => {
    const { photos } = await article('---\nphotos: [{file: a.jpg, caption: none}]\n---\n文。\n', { 'a.jpg': '' });
    expect([photos[0]?.caption, photos[0]?.credit]).toEqual(['', undefined]);
  });

  it('alone make a photo story', async () => {
    const { genre, body } = await article('---\nphotos: [{file: a.jpg}]\n---\n', { 'a.jpg': '' });
    expect([genre, body]).toEqual(['photo', []]);
  });
});

describe('everything else of the contract', () => {
  it('is read, and nothing has no default', async () => {
    const { issue } = await read({
      'issue.yaml':
        'number: 12345\nedition: A\nweather: 多云，3℃—11℃\npages: [{number: 2, name: 综合}, {number: 1, name: 要闻, label: A01, color: false}]\ngroups: {lianghui: {title: 聚焦两会}}\nads: [{file: ads/a.pdf}, {file: ads/b.svg, position: ear}]\nfillers: [{file: ads/b.svg}]\n',
      'a.md':
        '---\npriority: 1\norder: 2\nsection: 要闻\nlabel: 今日关注\ngenre: correction\ngroup: lianghui\nnote: 编者按\naside: b\nkeepApart: [b]\nplace: {page: 2, column: 0, row: 12, columns: 5}\nhold: true\njump: false\nweb: withdrawn\nreview: [初审 甲, 终审 乙]\nqr: https://example.org/x\nkeywords: [外贸, 自贸区]\nupdated: 2026-01-08T06:30:00+08:00\ncorrects: 2026-01-07/bridge\nsource: 新华社\n---\n正文。\n',
      'b.md': '正文。\n',
      'ads/a.pdf': '',
      'ads/b.svg': '',
    });
    expect(issue).toMatchObject({
      id: '2026-01-08-A',
      date: '2026-01-08',
      edition: 'A',
      number: 12345,
      weather: '多云，3℃—11℃',
    });
    expect(issue?.pages).toEqual([
      { number: 1, name: '要闻', label: 'A01', color: false, locked: false },
      { number: 2, name: '综合', color: true, locked: false },
    ]);
    expect(issue?.ads).toEqual([
      { file: 'ads/a.pdf', position: 'foot', width: 8, height: 26 },
      { file: 'ads/b.svg', position: 'ear', width: 2, height: 12 },
    ]);
    expect(issue?.articles[0]).toMatchObject({
      slug: 'a',
      page: 2,
      pin: { page: 2, column: 0, row: 12, columns: 5 },
      priority: 1,
      order: 2,
      aside: ['b'],
      keepApart: ['b'],
      hold: true,
      jump: false,
      web: 'withdrawn',
      review: ['初审 甲', '终审 乙'],
      qr: 'https://example.org/x',
      body: [
        { kind: 'paragraph', spans: [{ text: '正文。' }] },
        { kind: 'qr', address: 'https://example.org/x' },
      ],
      updated: '2026-01-08T06:30:00+08:00',
      corrects: '2026-01-07/bridge',
    });
    expect(issue?.articles[1]).toMatchObject({
      priority: 3,
      genre: 'news',
      hold: false,
      jump: true,
      web: true,
      abridged: false,
    });
    expect(JSON.parse(JSON.stringify(issue))).toEqual(issue);
  });

  it('an issue needs no issue.yaml; a folder’s suffix is its edition', async () => {
    const { issue } = await read({ 'a.md': '正文。' }, { date: '2026-01-08-B' });
    expect(issue).toMatchObject({ id: '2026-01-08-B', edition: 'B', pages: undefined, articles: [{ slug: 'a' }] });
  });

  it('line ends of Windows and a byte order mark are no text', async () => {
    const { title, body } = await article('\ufeff---\r\ntitle: 好\r\n---\r\n一。\r\n\r\n二。\r\n');
    expect([title, blocksText(body)]).toEqual([['好'], '一。\n二。']);
  });

  it('fills an index from the heads of the articles that it names', async () => {
    const { issue } = await read({
      'index-of-today.md':
        '---\ngenre: index\n---\n# 导读\n\n- bridge\n- rain-of-orders: 订单如雨\n* [看图](bridge)\n今日天气转晴\n',
      'bridge.md': '---\ntitle: [大桥, 合龙]\n---\n正文。\n',
      'rain-of-orders.md': '# 外贸\n\n正文。\n',
    });
    const index = issue?.articles.find(({ genre }) => genre === 'index');
    expect(index?.title).toEqual(['导读']);
    expect(index?.body.map((block) => (block.kind === 'paragraph' ? block.spans : []))).toEqual([
      [{ text: '大桥合龙', href: 'bridge' }],
      [{ text: '订单如雨', href: 'rain-of-orders' }],
      [{ text: '看图', href: 'bridge' }],
      [{ text: '今日天气转晴' }],
    ]);
  });
});

describe('marks that are no Markdown', () => {
  it.each([
    ['##小标题\n\n文。', ['heading-as-text? a.md:1']],
    ['文。\n＃＃ 小标题', ['heading-as-text? a.md:2']],
    ['#标题\n\n文。', ['heading-as-text? a.md:1']],
    ['甲段。\n===\n乙段。', ['rule-as-text? a.md:2']],
    ['甲段。\n=======\n乙段。\n>> >>>> x', ['rule-as-text? a.md:2']],
    ['甲段。\n\n————\n\n＊＊＊\n\n乙段。', ['rule-as-text? a.md:3', 'rule-as-text? a.md:5']],
    ['甲段。\n---\n乙段——\n\n* * *\n\n—丙段。', []],
    ['｜甲｜乙｜\n｜1｜2｜', ['rows-as-text? a.md:1']],
    ['表：\n| 甲 | 乙 |\n| --- |\n| 1 | 2 |', ['rows-as-text? a.md:2']],
    ['文[^1]。\n\n[^2]: 注。', ['footnote-missing? a.md:1', 'footnote-uncalled? a.md:3']],
    ['甲** 乙 **丙，＊＊丁＊＊。\n** 戊 **己', ['marks-as-text? a.md:1', 'marks-as-text? a.md:2']],
    ['**“甲”**乙**丙。**丁，\\*\\*戊\\*\\*，`** 己 **`，f**k，s**t。', []],
    ['中__粗__中。\n\n见[桥][b]。\n\n[b]: https://a.example/', ['marks-as-text? a.md:1', 'marks-as-text? a.md:5']],
    ['1.甲\n2.乙\n3.丙', ['items-as-text? a.md:2']],
    [
      '一、甲\n二、乙\n\n（1）丙\n（2）丁\n\n① 戊\n② 己',
      ['items-as-text? a.md:2', 'items-as-text? a.md:5', 'items-as-text? a.md:8'],
    ],
    ['共\n3.5亿元，\n2.5亿元。\n\n1.甲\n\n2.乙\n\n1. 丙\n2. 丁', []],
    ['#清溪二桥通车# 上了热榜。', []],
    ['#1 in the world, and #me too.', []],
    ['## 小标题\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n文[^1]，`[^a]`，|x|。\n\n[^1]: 注。', []],
  ])('%j', async (markdown, faults) => {
    const found = await read({ 'a.md': `---\ntitle: 好\n---\n\n${markdown}\n` });
    const lowered = faults.map((name) => name.replace(/\d+$/, (line) => String(Number(line) + 4)));
    expect(shown(found.faults)).toEqual(lowered);
  });
});

describe('marks of Markdown and HTML in heads', () => {
  it.each([
    ['title: 夜里的**桥**', ['marks-as-text? a.md:2']],
    ['title: [夜里, "的<b>桥</b>"]\ndeck: A &amp; B', ['marks-as-text? a.md:2', 'marks-as-text? a.md:3']],
    ['title: 好\nbyline: "[周妍](https://a.example/)"', ['marks-as-text? a.md:3']],
    ['title: R&D; 3 < 5 > 2，*注*[1]（见下）', []],
  ])('%j', async (front, faults) => {
    expect(shown((await read({ 'a.md': `---\n${front}\n---\n文。\n` })).faults)).toEqual(faults);
  });
});

const line = fc
  .string({ unit: fc.constantFrom(...'新闻报纸甲乙abcXYZ129，。“”!#:-{}[]&*?|>@`"\'%~ '), minLength: 1, maxLength: 24 })
  .map((text) => text.trim())
  .filter((text) => text !== '');

describe('any front matter', () => {
  it('reads back what was written', () => {
    const source = fc.record(
      {
        kicker: line,
        title: fc.array(line, { minLength: 1, maxLength: 3 }),
        deck: fc.array(line, { minLength: 1, maxLength: 2 }),
        byline: fc.array(line, { minLength: 1, maxLength: 2 }),
        section: line,
        label: line,
        note: line,
        priority: fc.integer({ min: 1, max: 5 }),
        genre: fc.constantFrom(...GENRES.filter((genre) => genre !== 'index')),
        jump: fc.boolean(),
        keywords: fc.array(line, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(source, (front) => {
        const headline = front.title ? '' : '# 题\n\n';
        const text = `---\n${stringify(front, { lineWidth: 0 })}---\n${headline}正文。\n`;
        const { article, faults } = readArticle({ slug: 'a', file: 'a.md', text }, LIMITS);
        expect(faults.filter(({ name }) => name !== 'keywords-joined')).toEqual([]);
        expect(article).toMatchObject(front);
      }),
      { numRuns: runs(300) },
    );
  });

  it('never throws, whatever stands between the fences', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'title',
        'photos',
        ':',
        ': ',
        '- ',
        '\n',
        '\n  ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '&a',
        '*a',
        '!x',
        '|',
        '>',
        '#',
        '---',
        '\t',
        '? ',
        '<<',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), (pieces, rest) => {
        const text = `---\n${pieces.join('')}\n---\n${rest}`;
        const { faults } = readArticle({ slug: 'a', file: 'a.md', text }, LIMITS);
        const lines = text.split('\n').length;
        for (const { place } of faults) expect(place?.line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: runs(500) },
    );
  });
});

it.each(['## 小标题', '```\n```'])('nothing to read is no text: %j', (text) => {
  const { faults } = readArticle({ slug: 'a', file: 'a.md', text: `---\ntitle: 好\n---\n${text}\n` }, LIMITS);
  expect(faults.map(({ name, place }) => [name, place?.line])).toEqual([['article-empty', 4]]);
});
