/** Kinds of stories on a page of real type: cut wire copy, 编者按, photo stories and 组图, and what jumps say in English. */
import { describe, expect, it } from 'vitest';
import { randomPage } from '../../bench/makeup-generator.ts';
import { paperOf } from '../../bench/makeup-paper.ts';
import { abridgedDateline } from '../../src/issue/dateline.ts';
import type { Article, Block } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Module, PictureBox, TextBox } from '../../src/makeup/plan.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { BODY, PITCH } from '../../src/units.ts';
import { chinese, company, made, on, prose } from './company.ts';
import { PAPER, photo, story } from './synthetic.ts';

const textsOf = ({ boxes }: Module): readonly TextBox[] => boxes.filter((box) => box.kind === 'text');
const photosOf = ({ boxes }: Module): readonly PictureBox[] => boxes.filter((box) => box.kind === 'picture');
const bodyOf = ({ boxes }: Module): string =>
  boxes
    .flatMap((box) => (box.kind === 'leg' ? box.lines.flatMap(({ runs }) => runs.map(({ text }) => text)) : []))
    .join('');
const said = (module: Module): string =>
  textsOf(module)
    .flatMap(({ text }) => text.lines.flatMap(({ runs }) => runs.map((run) => run.text)))
    .join('');

describe('cut wire copy', () => {
  it('says 据…电 at the head of its text, and its proof holds', () => {
    const wire = story(0, {
      slug: 'wire',
      priority: 4,
      title: ['各地春运火车票今日开售'],
      dateline: abridgedDateline('新华社北京1月7日电'),
      abridged: true,
      body: prose(24),
    });
    const { plan, errors } = made([...company(), wire]);
    expect(errors).toEqual([]);
    expect(bodyOf(on(plan, 'wire')).startsWith('据新华社北京1月7日电')).toBe(true);
    const proof = plan.articles.find(({ slug }) => slug === 'wire');
    expect(proof?.placedDigest).toBe(proof?.digest);
  });
});

describe('a dateline of a story that opens with a list', () => {
  const items = ['路口先改', '再修人行道'].map((text): Block[] => [{ kind: 'paragraph', spans: [{ text }] }]);
  const list: Block = { kind: 'list', ordered: true, start: 1, items };
  const dated = story(0, { slug: 'two', dateline: '本报讯(记者 程望舒)', body: [list, ...prose(45)] });
  const [lead, , three] = company() as [Article, Article, Article];

  it('stands at the head of the first paragraph, and its proof holds', () => {
    const { plan, errors } = made([lead, dated, three]);
    expect(errors).toEqual([]);
    expect(bodyOf(on(plan, 'two'))).toMatch(/再修人行道.*本报讯\(记者 程望舒\)\s*记者昨日/);
    const proof = plan.articles.find(({ slug }) => slug === 'two');
    expect(proof).toMatchObject({ placed: proof?.characters, placedDigest: proof?.digest });
  });

  it('is not lost where the text is cut in the list', () => {
    const { blocks } = chinese.copy(dated).body(13 * BODY, { block: 0, offset: 5 });
    const text = blocks.flatMap(({ variants }) =>
      variants[0]?.lines.flatMap(({ runs }) => runs.map((run) => run.text)),
    );
    expect(text.join('')).toContain('本报讯(记者 程望舒)');
  });
});

describe('编者按', () => {
  it('stands before the text in lines of its own, and is no part of the body', () => {
    const note = '编者按：从今天起，本报推出新栏目，请读者留意。';
    const { plan, errors } = made([
      ...company(),
      story(0, { slug: 'noted', priority: 4, title: ['小店里的四季'], note, body: prose(24) }),
    ]);
    expect(errors).toEqual([]);
    const lines = on(plan, 'noted').boxes.flatMap((box) => (box.kind === 'leg' ? box.lines : []));
    expect(lines[0]?.kind).toBe('note');
    expect(bodyOf(on(plan, 'noted')).startsWith('编者按')).toBe(true);
    const proof = plan.articles.find(({ slug }) => slug === 'noted');
    expect(proof).toMatchObject({ placed: proof?.characters, placedDigest: proof?.digest });
  });
});

describe('a story with a QR code', () => {
  const address = 'https://example.org/doctor';
  const withCode = (more: Partial<Article>) =>
    story(0, { slug: 'coded', priority: 4, qr: address, body: [...prose(24), { kind: 'qr', address }], ...more });
  const boxOf = (module: Module, kind: 'leg' | 'code' | 'fill') => module.boxes.filter((box) => box.kind === kind);

  it('ends with it, in the rows over the line that says what it is for, and its proof holds', () => {
    const { plan, errors } = made([...company(), withCode({ title: ['孩子发烧先看精神'] })]);
    expect(errors).toEqual([]);
    const module = on(plan, 'coded');
    const [code] = boxOf(module, 'code');
    const foot = module.boxes.filter((box) => box.kind === 'leg').at(-1);
    const line = foot?.lines.at(-1);
    expect(line?.kind).toBe('qr');
    const above = foot?.lines.at(-2);
    if (!code || !foot || !line) throw new Error('expected a code');
    expect(code.y).toBeGreaterThan(foot.y + ((above?.row ?? -1) + 1) * 18);
    expect(code.y + code.height).toBeLessThan(foot.y + line.row * 18);
    expect(code.x - foot.x).toBeCloseTo(foot.x + foot.width - code.x - code.width, 6);
    expect(boxOf(module, 'fill')).toEqual([]);
    const proof = plan.articles.find(({ slug }) => slug === 'coded');
    expect(proof).toMatchObject({ placed: proof?.characters, placedDigest: proof?.digest });
  });

  it('has it on white where it is tinted', () => {
    const { plan, errors } = made([...company(), withCode({ title: ['一张回执单'], genre: 'comment' })]);
    expect(errors).toEqual([]);
    const module = on(plan, 'coded');
    const [code] = boxOf(module, 'code');
    const ground = boxOf(module, 'fill').at(-1);
    if (!code || !ground) throw new Error('expected a code on its ground');
    expect(ground).toMatchObject({ ink: { black: 0 } });
    expect(ground.x).toBeLessThan(code.x);
    expect(ground.x + ground.width).toBeGreaterThan(code.x + code.width);
  });
});

describe('photo stories', () => {
  it('stand without text, their caption under the photo and no wider', () => {
    const alone = story(0, { slug: 'photo', genre: 'photo', title: ['江边的早晨'], body: [], photos: [photo()] });
    const { plan, errors } = made([...company(), alone, story(0, { slug: 'x', priority: 4, body: prose(12) })]);
    expect(errors).toEqual([]);
    const module = on(plan, 'photo');
    const [shown] = photosOf(module);
    const caption = textsOf(module).find(({ text }) => text.role === 'caption');
    expect(module.legs).toBe(0);
    expect(caption?.y).toBeGreaterThan((shown?.y ?? 0) + (shown?.height ?? 0) - 1);
    expect(caption?.width).toBeLessThanOrEqual((shown?.width ?? 0) + 1);
  });

  it('of several photos fill their rectangle with all of them over one caption (组图)', () => {
    const photos = [
      photo({ caption: '冰场上的一天。' }),
      ...[1, 2].map(() => ({ ...photo(), caption: undefined })),
    ] as Article['photos'];
    const group = story(0, { slug: 'set', genre: 'photo', title: ['把冰场搬到家门口'], body: [], photos });
    const { plan, errors } = made([...company().slice(0, 2), group]);
    expect(errors).toEqual([]);
    const module = on(plan, 'set');
    expect(photosOf(module).map((box) => box.photo)).toEqual([0, 1, 2]);
    expect(textsOf(module).filter(({ text }) => text.role === 'caption')).toHaveLength(1);
    const foot = Math.max(...photosOf(module).map((box) => box.y + box.height));
    expect(textsOf(module).find(({ text }) => text.role === 'caption')?.y).toBeGreaterThan(foot - 1);
  });

  it('lead the page where the desk says so', () => {
    const photos = [photo(), photo({ file: 'photos/second.jpg' })];
    const set = story(0, { slug: 'set', genre: 'photo', priority: 1, title: ['一江春水'], body: prose(9), photos });
    const [, two, three] = company() as [Article, Article, Article];
    const { plan, errors } = made([set, two, three]);
    expect(errors).toEqual([]);
    const module = on(plan, 'set');
    expect(module).toMatchObject({ column: 0 });
    expect(module.row).toBeLessThanOrEqual(Math.min(on(plan, 'two').row, on(plan, 'three').row));
    expect(module.headline?.size).toBeGreaterThan(on(plan, 'two').headline?.size ?? 99);
  });
});

describe('photos of one story', () => {
  it.each([29, 47, 61])(
    'are as large as their roles by their area: an upright one does not outdo the main one (seed %i)',
    async (seed) => {
      const paper = paperOf();
      const typesetter = await openTypesetter(paper);
      const { issue, pictures } = randomPage(seed, paper, typesetter);
      const { plan } = makeUp({ issue, typesetter, pictures });
      const several = issue.articles.filter((one) => one.photos.length > 1);
      expect(several.length).toBeGreaterThan(0);
      for (const { slug, photos } of several) {
        const areas = photosOf(on(plan, slug)).map((box) => [box.file, box.width * box.height] as const);
        const [, main = 0] = areas.find(([file]) => file === photos[0]?.file) ?? [];
        for (const [, area] of areas) expect(area).toBeLessThan(1.1 * main);
      }
    },
  );
});

describe('a caption', () => {
  it.each([
    ['one line', '公园里的人们。'],
    ['two lines', '公园里的人们从早到晚来来往往，'.repeat(5)],
    ['more', '公园里的人们从早到晚来来往往，'.repeat(11)],
  ])('of %s keeps as near to its photo, and off the text below it', (_, caption) => {
    const photos = [photo({ prominence: 'main', caption })];
    const lead = story(0, { slug: 'lead', priority: 1, title: ['全市新建一批社区公园'], body: prose(66), photos });
    const { plan, errors } = made([lead, ...company().slice(1)]);
    expect(errors).toEqual([]);
    const module = on(plan, 'lead');
    const [shown] = photosOf(module);
    const box = textsOf(module).find(({ text }) => text.role === 'caption');
    const [first, last] = [box?.text.lines[0], box?.text.lines.at(-1)];
    if (!shown || !box || !first || !last) throw new Error('Expected a photo and its caption.');
    expect(box.y + first.y - shown.y - shown.height).toBe(4);
    expect(
      module.row * PITCH + Math.round((box.y + box.height) / PITCH - module.row) * PITCH - box.y - last.y - last.height,
    ).toBeGreaterThanOrEqual(8);
  });
});

describe('a portrait of a comment', () => {
  it('finds a leg that holds it on a tabloid too, where the legs of a tint are wider than basic columns', async () => {
    const paper = paperOf('zh', 'tabloid');
    const tabloid = await openTypesetter(paper);
    const comment = story(0, {
      slug: 'comment',
      priority: 1,
      genre: 'comment',
      title: ['慢船礼赞'],
      body: prose(48),
      photos: [photo({ prominence: 'head' })],
    });
    const others = [
      story(0, { slug: 'two', priority: 2, title: ['老街巷里开了新书店'], body: prose(18), photos: [photo()] }),
      story(0, { slug: 'three', title: ['夜班公交延长到零点'], body: prose(18) }),
    ];
    const { plan, errors } = made([comment, ...others], 1, paper, tabloid);
    expect(errors).toEqual([]);
    const [portrait] = photosOf(on(plan, 'comment'));
    expect(portrait?.width).toBeLessThanOrEqual(22 * BODY);
  });
});

describe('a head longer than its text', () => {
  it('takes the lines that it needs, and the page closes', async () => {
    const paper = paperOf('zh', 'tabloid');
    const tabloid = await openTypesetter(paper);
    const title = [
      '市地铁公司失物招领中心今年前十一个月共归还乘客遗失物品两万零三百一十七件其中雨伞占三成一手机占一成八其余为书包衣物和证件等',
    ];
    const stories = [
      story(0, { slug: 'one', priority: 1, title: ['老街巷里开了新书店'], body: prose(24), photos: [photo()] }),
      story(0, { slug: 'two', priority: 2, title: ['夜班公交延长到零点'], body: prose(18) }),
      story(0, { slug: 'three', title: ['江北水厂深度处理工程投产'], body: prose(14) }),
      story(0, { slug: 'four', title: ['课间变成十五分钟'], body: prose(12) }),
      story(0, { slug: 'brief', priority: 5, genre: 'brief', title, body: prose(2) }),
    ];
    const { plan, errors } = made(stories, 1, paper, tabloid);
    expect(errors).toEqual([]);
    expect(on(plan, 'brief').headline?.lines).toBeLessThanOrEqual(4);
  });
});

describe('a correction', () => {
  it('has the head of a brief, whatever its priority', () => {
    const correction = story(0, { slug: 'correction', genre: 'correction', title: ['更正与说明'], body: prose(3) });
    const { plan, errors } = made([...company(), correction]);
    expect(errors).toEqual([]);
    expect(on(plan, 'correction').headline?.size).toBeLessThanOrEqual(21.25);
  });
});

describe('an English jump', () => {
  it('says where it goes on and where it comes from', async () => {
    const paper = { ...PAPER, name: 'The Star', language: 'en' };
    const english = await openTypesetter(paper);
    const sentence = 'The city council agreed on Thursday to repair the old bridge before the spring floods arrive. ';
    const report = (slug: string, sentences: number, more: Partial<Article> = {}) =>
      story(0, { slug, title: ['Council agrees to mend the old bridge'], body: prose(sentences, sentence), ...more });
    const stories = [
      report('a', 90, { page: 1, priority: 1, photos: [photo()] }),
      report('b', 75, { page: 1, priority: 2 }),
      report('c', 45, { page: 1 }),
      report('d', 60, { page: 2, priority: 1, photos: [photo()] }),
      report('e', 30, { page: 2, priority: 2, photos: [photo()] }),
    ];
    const { plan, errors } = made(stories, 2, paper, english);
    expect(errors).toEqual([]);
    const jumped = plan.articles.filter(({ jump }) => jump !== null);
    expect(jumped).toHaveLength(1);
    const slug = jumped[0]?.slug ?? '';
    expect(said(on(plan, slug, 1))).toContain('Continued on Page 2');
    expect(said(on(plan, slug, 2))).toContain('From Page 1');
    const { boxes } = on(plan, slug, 2);
    const legs = boxes.filter((box) => box.kind === 'leg');
    const heads = boxes.filter((box) => box.kind === 'text');
    const right = Math.max(...legs.map(({ x, width }) => x + width));
    for (const head of heads) expect([head.x, head.x + head.width]).toEqual([legs[0]?.x, right]);
    for (const leg of legs) expect(leg.y).toBeGreaterThan(Math.max(...heads.map(({ y }) => y)));
    expect(jumped[0]?.placedDigest).toBe(jumped[0]?.digest);
  });
});
