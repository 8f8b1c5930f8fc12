/**
 * What the desk may write: `newspaper.yaml`, `issue.yaml` and the front matter of an article. Strict: a key that is
 * not here is a fault. Every key carries its description, from which the reference for editors is made.
 */
import * as z from 'zod';
import { choice, dateTime, file, flag, number, pastArticle, text, texts, want, webAddress, whole } from './values.ts';

/** Describes a key and makes it optional. */
const may = <Schema extends z.ZodType>(schema: Schema, description: string) => schema.optional().meta({ description });

/** Describes a key that must be there. */
const must = <Schema extends z.ZodType>(schema: Schema, description: string) => schema.meta({ description });

const PAGE = 999;
const page = () => whole(1, PAGE);

const COLOUR = want('a colour such as "#c8102e", in quotes', '颜色，如 "#c8102e"，要加引号');
const EDITION = want('a short name of letters and digits, such as A', '字母和数字的短名，如 A');

const colour = z.strictObject(
  {
    rgb: must(
      text(COLOUR).regex(/^#[0-9a-fA-F]{6}$/, {
        error: COLOUR,
      }),
      'For the web, six hexadecimal digits after a #, in quotes.',
    ),
    cmyk: must(
      z.tuple([number(0, 100), number(0, 100), number(0, 100), number(0, 100)], {
        error: want('four numbers from 0 to 100, as in [0, 95, 85, 5]', '四个 0 到 100 的数，如 [0, 95, 85, 5]'),
      }),
      'For the press: percent of cyan, magenta, yellow and black.',
    ),
  },
  { error: want('a colour with rgb and cmyk', '带 rgb 和 cmyk 的颜色') },
);

const custom = z.strictObject({
  trim: must(
    z.tuple([number(100, 1000), number(100, 1400)], {
      error: want('width and height in millimetres, as in [390, 550]', '宽和高，毫米，如 [390, 550]'),
    }),
    'Width and height of the cut page in millimetres.',
  ),
});

const publisherFacts = {
  cn: may(text(), 'National serial number 国内统一连续出版物号, such as CN 43-0001.'),
  postal: may(text(), 'Postal subscription code 邮发代号.'),
  address: may(text(), 'Address of the paper.'),
  phone: may(text(), 'Telephone of the paper.'),
  printer: may(text(), 'The printing house.'),
  distribution: may(text(), 'How the paper is distributed.'),
  price: may(text(), 'Price of one issue.'),
};

/** `newspaper.yaml`. */
export const newspaperSchema = z.strictObject({
  name: must(
    text(want('the name of the paper', '报名')),
    'The name of the paper; set as the nameplate when no picture is named.',
  ),
  nameplate: may(
    file(want('the path of a picture, such as nameplate.svg', '图片路径，如 nameplate.svg')),
    'A picture of the nameplate, beside newspaper.yaml.',
  ),
  language: may(
    text(want('a language tag such as zh-CN or en', '语言代码，如 zh-CN 或 en')),
    'Language of the paper (BCP 47); zh-CN when absent.',
  ),
  url: may(webAddress(), 'Root of the paper’s web site, for feeds and canonical links.'),
  publisher: may(
    z.union([z.string(), z.strictObject({ name: may(text(), 'Its name.'), ...publisherFacts })], {
      error: want(
        'the name of the publisher, or a map with its name and facts',
        '出版单位的名称，或写明名称等项的一组值',
      ),
    }),
    'The publisher 主办单位 / 出版单位: its name, or a map with `name` and the seven facts that follow here.',
  ),
  ...publisherFacts,
  format: may(
    z.union([z.enum(['broadsheet', 'tabloid']), custom], {
      error: want(
        '`broadsheet`, `tabloid`, or {trim: [width, height]} in millimetres',
        '`broadsheet`、`tabloid`，或 {trim: [宽, 高]}，毫米',
      ),
    }),
    'broadsheet 对开 (390 × 550 mm), tabloid 四开 (275 × 390 mm), or {trim: [width, height]} in millimetres.',
  ),
  columns: may(whole(1, 24), 'Basic columns 基本栏 of the page; broadsheet 8, tabloid 6.'),
  measure: may(whole(5, 60), 'Characters to a basic column; broadsheet 13, tabloid 12.'),
  lines: may(whole(10, 400), 'Lines of the type area; broadsheet 104, tabloid 72.'),
  kinsoku: may(choice(['basic', 'gb', 'strict']), 'How strictly marks are kept from line ends; gb when absent.'),
  margins: may(
    z.strictObject({
      top: may(whole(0, 2000), 'From the upper trim edge to the type area, in whole CSS pixels.'),
      left: may(whole(0, 2000), 'From the left trim edge to the type area, in whole CSS pixels.'),
    }),
    'Margins in whole CSS pixels (1/96 inch); centred when absent.',
  ),
  colours: may(z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/), colour), 'House colours by name.'),
  makeup: may(z.record(z.string().regex(/^R\d{2}$/), number(0, 1000)), 'Weights of the soft rules, by rule number.'),
  limits: may(
    z.strictObject({
      articles: may(whole(1, 10_000), 'Articles of one issue.'),
      articleBytes: may(whole(1000, 100_000_000), 'Bytes of one article.'),
      yamlBytes: may(whole(1000, 10_000_000), 'Bytes of newspaper.yaml and of issue.yaml.'),
      pictureBytes: may(whole(1000, 999_999_999), 'Bytes of one photo or ad.'),
      picturePixels: may(whole(10_000, 1_000_000_000), 'Pixels of one photo or ad, width times height.'),
      photos: may(whole(1, 1000), 'Photos of one article.'),
      pages: may(whole(1, PAGE), 'Pages of one issue.'),
      tableCells: may(whole(10, 100_000), 'Cells of one table.'),
    }),
    'Bounds on the size of the input, against accidents.',
  ),
  press: may(
    z.strictObject({
      condition: may(text(), 'Identifier of the output condition; CGATS TR 002 when absent.'),
      profile: may(
        file(want('the path of an ICC profile', 'ICC 色彩特性文件的路径')),
        'The printer’s own ICC profile, beside newspaper.yaml.',
      ),
      inkLimit: may(number(100, 400), 'Total area coverage in percent; 240 when absent.'),
      resolution: may(number(100, 600), 'Photo pixels per inch at the placed size; 200 when absent.'),
      bleed: may(number(0, 20), 'Bleed in millimetres; 3 when absent.'),
      marks: may(flag(), 'Crop, registration and colour marks outside the trim; true when absent.'),
      preflight: may(
        z.strictObject({
          'text-inks': may(number(0, 100), 'Warn of text in several inks under so many points; 10 when absent.'),
          'text-rich': may(number(100, 400), 'Warn of black text with more ink, percent; 220 when absent.'),
          'text-reversed': may(number(0, 100), 'Warn of white text under so many points; 8 when absent.'),
          hairline: may(number(0, 10), 'Warn of lines under so many points; 0.25 when absent.'),
          'picture-soft': may(number(0, 1200), 'Warn of pictures under so many pixels an inch; 149 when absent.'),
          'picture-coarse': may(number(0, 1200), 'Refuse pictures under so many pixels an inch; 99 when absent.'),
          'lineart-soft': may(number(0, 2400), 'Warn of 1-bit pictures under so many pixels an inch; 799 when absent.'),
          'lineart-coarse': may(number(0, 2400), 'Refuse them under so many; 549 when absent.'),
          'ink-peak': may(number(0, 100), 'Percent over the ink limit that one pixel may have; 2 when absent.'),
          'ink-mean': may(number(0, 100), 'The same of the mean over 15 mm²; 0 when absent.'),
        }),
        'Numbers of the preflight’s rules that the printer wants otherwise.',
      ),
    }),
    'What the printer asks for.',
  ),
});

const pageEntry = z.strictObject({
  number: must(page(), 'Number of the page.'),
  name: may(text(), 'Name of the page 版名, such as 要闻.'),
  label: may(text(), 'Printed number when it is not the plain one, such as A01.'),
  editor: may(text(), 'Editor 责任编辑.'),
  designer: may(text(), 'Page designer 版式.'),
  proofreader: may(text(), 'Proofreader 校对.'),
  color: may(flag(), 'Is the page printed in colour? Default true.'),
  locked: may(flag(), 'May nothing be moved on the page any more? Default false.'),
});

const ad = z.strictObject({
  file: must(
    file(want('the path of the ad, such as ads/tea.pdf', '广告文件路径，如 ads/tea.pdf')),
    'The ad: pdf, jpg, png, tif or svg.',
  ),
  page: may(page(), 'Page that it was sold for; without it the composer chooses.'),
  position: may(choice(['foot', 'ear', 'side', 'full']), 'foot of the page (default), ear 报眼, side, or full page.'),
  width: may(whole(1, 24), 'Width in basic columns; the whole page when absent.'),
  height: may(whole(1, 400), 'Height in lines of the type area.'),
});

/** `issue.yaml`. */
export const issueSchema = z.strictObject({
  number: may(whole(1, 999_999_999), 'Running issue number 总期号.'),
  edition: may(
    text(EDITION).regex(/^[A-Za-z0-9]{1,8}$/, {
      error: EDITION,
    }),
    'Name of the edition for a paper with several a day; the output then goes to DATE-A.',
  ),
  weather: may(text(), 'Weather, set in the ear 报眼.'),
  pages: may(
    z.union([whole(1, PAGE), z.array(pageEntry).min(1)], {
      error: want('a number of pages, or a list of them', '版数，或各版的列表'),
    }),
    'How many pages, or a list with one entry a page; without it, as many as the copy needs.',
  ),
  groups: may(
    z.record(
      z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u),
      z.strictObject({
        title: must(text(want('the head over the group', '这一组的总题')), 'The common head 栏题 over the stories.'),
        note: may(text(), 'A note 编者按 under it.'),
      }),
    ),
    'Stories kept together under one head 组稿, by a name that the articles use.',
  ),
  ads: may(z.array(ad, { error: want('a list of ads', '广告列表') }), 'Ads of the issue.'),
  fillers: may(
    z.array(z.strictObject({ file: must(file(), 'The filler: pdf, jpg, png, tif or svg.') }), {
      error: want('a list of fillers, each with `file`', '补白列表，每项写 `file`'),
    }),
    'Small ads of the house that may be used or left out to close a page.',
  ),
});

const photo = z.strictObject(
  {
    file: must(file(), 'The picture, by its path from the issue folder.'),
    caption: may(text(), 'Caption; without it, the caption in the picture’s IPTC data.'),
    credit: may(text(), 'Who took it; without it, the credit in the picture’s IPTC data.'),
    focus: may(
      z.tuple([number(0, 1), number(0, 1)], {
        error: want('two shares from 0 to 1, as in [0.5, 0.4]', '两个 0 到 1 的比例，如 [0.5, 0.4]'),
      }),
      'The point that every crop keeps, as a share of width and height from the upper left; the middle when absent.',
    ),
    prominence: may(choice(['main', 'support', 'head']), 'main, support, or head (a portrait).'),
  },
  {
    error: want(
      'a photo with at least `file`, such as `- file: photos/rig.jpg`',
      '照片，至少写 `file`，如 `- file: photos/rig.jpg`',
    ),
  },
);

/** The genres of an article. */
export const GENRES = [
  'news',
  'feature',
  'comment',
  'editorial',
  'brief',
  'photo',
  'index',
  'notice',
  'correction',
] as const;

/** The front matter of an article. */
export const articleSchema = z.strictObject({
  kicker: may(text(), 'The line above the headline 引题.'),
  title: may(texts(), 'The headline 主题; a list for your own line breaks. Without it, the first # of the text.'),
  deck: may(texts(), 'The line below the headline 副题. Without it, a ## right after the #.'),
  byline: may(texts(), 'Who wrote it.'),
  dateline: may(text(), 'Place, date and agency 电头. Without it, found at the head of the first paragraph.'),
  source: may(text(), 'Where the story comes from, such as 新华社.'),
  page: may(page(), 'Page that it must stand on; without it the composer chooses.'),
  priority: may(whole(1, 5), '1 = lead … 5 = brief; 3 when absent.'),
  order: may(
    whole(1, 9999),
    'Order of signing 签发序: a later story never gets the stronger place or the larger head.',
  ),
  section: may(text(), 'Section, such as 要闻.'),
  label: may(text(), 'A standing head 栏题, such as 今日关注.'),
  genre: may(choice(GENRES), 'What it is: news when absent, photo when it has pictures and no text.'),
  group: may(
    text(want('the name of one of issue.yaml’s groups', 'issue.yaml 里一个组的名字')),
    'One of issue.yaml’s groups.',
  ),
  note: may(text(), 'A note of the editors 编者按, set off before the text.'),
  aside: may(texts(want('a list of slugs', '稿名列表')), 'Short pieces boxed with this one 链接, by slug.'),
  keepApart: may(
    texts(want('a list of slugs', '稿名列表')),
    'Articles that must never stand beside, above, below or behind this one.',
  ),
  place: may(
    z.strictObject(
      {
        page: may(page(), 'Page.'),
        column: may(whole(0, 23), 'First column, from 0.'),
        row: may(whole(0, 399), 'First line of the type area, from 0.'),
        columns: may(whole(1, 24), 'Width in columns.'),
      },
      {
        error: want(
          'a pin, as in {page: 2, column: 0, row: 12, columns: 5}',
          '锁定的位置，如 {page: 2, column: 0, row: 12, columns: 5}',
        ),
      },
    ),
    'A pin, honoured or refused with a reason; any part may be absent.',
  ),
  hold: may(flag(), 'true: may be left out when the issue is full.'),
  jump: may(flag(), 'May it be continued on another page? true when absent.'),
  abridged: may(flag(), 'true: wire copy was cut, and the dateline becomes 据…电.'),
  web: may(
    z
      .enum(['true', 'false', 'withdrawn'], {
        error: want('`true`, `false` or `withdrawn`', '`true`、`false` 或 `withdrawn`'),
      })
      .transform((value) => (value === 'withdrawn' ? value : value === 'true')),
    'true, false (print only), or withdrawn.',
  ),
  review: may(texts(), 'Who read it 初审 / 复审 / 终审; kept in the record, not printed.'),
  qr: may(
    webAddress(),
    'Address that a QR code at the foot of the printed story opens, 122 bytes at most; a link on the web.',
  ),
  photos: may(
    z.array(photo, {
      error: want(
        'a list of photos, each on its line: `- file: photos/rig.jpg`',
        '照片列表，每张一行：`- file: photos/rig.jpg`',
      ),
    }),
    'Photos of the article.',
  ),
  keywords: may(texts(want('a list of words', '关键词列表')), 'Keywords, for the archive and the search.'),
  updated: may(dateTime(), 'When it was last changed, for the web, such as 2026-01-08T06:30:00+08:00.'),
  corrects: may(pastArticle(), 'For a correction 更正: the article corrected, as DATE/SLUG.'),
});

/** What `newspaper.yaml` says, values read and no default decided. */
export type NewspaperSource = z.output<typeof newspaperSchema>;
/** What `issue.yaml` says, values read and no default decided. */
export type IssueSource = z.output<typeof issueSchema>;
/** What an article’s front matter says, values read and no default decided. */
export type ArticleSource = z.output<typeof articleSchema>;
