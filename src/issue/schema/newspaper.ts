/** `newspaper.yaml`, as the desk may write it. Strict: a key that is not here is a fault. */
import * as z from 'zod';
import { choice, file, flag, number, text, want, webAddress, whole } from '../values.ts';
import { may, must, PAGE } from './key.ts';

const COLOUR = want('a colour such as "#c8102e", in quotes', '颜色，如 "#c8102e"，要加引号');

const colour = z.strictObject(
  {
    rgb: must(
      text(COLOUR).regex(/^#[0-9a-fA-F]{6}$/, {
        error: COLOUR,
      }),
      'For the web, six hexadecimal digits after a #, in quotes.',
      '网络版用色：# 后六位十六进制数，加引号。',
    ),
    cmyk: must(
      z.tuple([number(0, 100), number(0, 100), number(0, 100), number(0, 100)], {
        error: want('four numbers from 0 to 100, as in [0, 95, 85, 5]', '四个 0 到 100 的数，如 [0, 95, 85, 5]'),
      }),
      'For the press: percent of cyan, magenta, yellow and black.',
      '印刷用色：青、品红、黄、黑的百分数。',
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
    '成品（裁切后）版面的宽和高，毫米。',
  ),
});

const publisherFacts = {
  cn: may(
    text(),
    'National serial number 国内统一连续出版物号, such as CN 43-0001.',
    '国内统一连续出版物号，如 CN 43-0001。',
  ),
  postal: may(text(), 'Postal subscription code 邮发代号.', '邮发代号。'),
  address: may(text(), 'Address of the paper.', '社址。'),
  phone: may(text(), 'Telephone of the paper.', '报社电话。'),
  printer: may(text(), 'The printing house.', '印刷单位。'),
  distribution: may(text(), 'How the paper is distributed.', '发行方式。'),
  price: may(text(), 'Price of one issue.', '每份零售价。'),
};

/** `newspaper.yaml`. */
export const newspaperSchema = z.strictObject({
  name: must(
    text(want('the name of the paper', '报名')),
    'The name of the paper; set as the nameplate when no picture is named.',
    '报名；没有报头图片时，排成报头。',
  ),
  nameplate: may(
    file(want('the path of a picture, such as nameplate.svg', '图片路径，如 nameplate.svg')),
    'A picture of the nameplate, beside newspaper.yaml.',
    '报头图片，与 newspaper.yaml 放在一起。',
  ),
  language: may(
    text(want('a language tag such as zh-CN or en', '语言代码，如 zh-CN 或 en')),
    'Language of the paper (BCP 47); zh-CN when absent. With zh-TW, zh-HK or zh-Hant all that the paper says of itself is in traditional characters, drawn in their mainland shapes.',
    '报纸的语言（BCP 47）；不写为 zh-CN。写 zh-TW、zh-HK 或 zh-Hant，报纸自己的用语全是繁体字，字形为大陆标准。',
  ),
  url: may(
    webAddress(),
    'Root of the paper’s web site, for feeds and canonical links.',
    '网站首页网址，供订阅源和规范链接使用。',
  ),
  publisher: may(
    z.union([z.string(), z.strictObject({ name: may(text(), 'Its name.', '单位名称。'), ...publisherFacts })], {
      error: want(
        'the name of the publisher, or a map with its name and facts',
        '出版单位的名称，或写明名称等项的一组值',
      ),
    }),
    'The publisher 主办单位 / 出版单位: its name, or a map with `name` and the seven facts that follow here.',
    '主办单位、出版单位：写名称，或一组值：`name` 加下面七项。',
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
    'broadsheet 对开（390 × 550 毫米），tabloid 四开（275 × 390 毫米），或 {trim: [宽, 高]}，毫米。',
  ),
  columns: may(
    whole(1, 24),
    'Basic columns 基本栏 of the page; broadsheet 8, tabloid 6.',
    '全版基本栏数；对开 8，四开 6。',
  ),
  measure: may(
    whole(5, 60),
    'Characters to a basic column; broadsheet 13, tabloid 12.',
    '每基本栏字数；对开 13，四开 12。',
  ),
  lines: may(whole(10, 400), 'Lines of the type area; broadsheet 104, tabloid 72.', '版心行数；对开 104，四开 72。'),
  kinsoku: may(
    choice(['basic', 'gb', 'strict']),
    'How strictly marks are kept from line ends; gb when absent.',
    '标点避头尾的宽严；不写为 gb。',
  ),
  margins: may(
    z.strictObject({
      top: may(
        whole(0, 2000),
        'From the upper trim edge to the type area, in whole CSS pixels.',
        '上裁切边到版心，CSS 像素，整数。',
      ),
      left: may(
        whole(0, 2000),
        'From the left trim edge to the type area, in whole CSS pixels.',
        '左裁切边到版心，CSS 像素，整数。',
      ),
    }),
    'Margins in whole CSS pixels (1/96 inch); centred when absent.',
    '版心位置，CSS 像素（1/96 英寸），整数；不写则居中。',
  ),
  colours: may(
    z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/), colour),
    'House colours, each by a name of its own (NAME below).',
    '报社专用色，各有名称（下面写作 NAME）。',
  ),
  makeup: may(
    z.record(z.string().regex(/^R\d{2}$/), number(0, 1000)),
    'Weights of the soft rules, by rule number.',
    '软规则的分值，按规则编号写。',
  ),
  limits: may(
    z.strictObject({
      articles: may(whole(1, 10_000), 'Articles of one issue.', '一期的稿件数。'),
      articleBytes: may(whole(1000, 100_000_000), 'Bytes of one article.', '一篇稿件的字节数。'),
      yamlBytes: may(
        whole(1000, 10_000_000),
        'Bytes of newspaper.yaml and of issue.yaml.',
        'newspaper.yaml、issue.yaml 各自的字节数。',
      ),
      pictureBytes: may(whole(1000, 999_999_999), 'Bytes of one photo or ad.', '一张照片或一则广告的字节数。'),
      picturePixels: may(
        whole(10_000, 1_000_000_000),
        'Pixels of one photo or ad, width times height.',
        '一张照片或一则广告的像素数，宽乘高。',
      ),
      photos: may(whole(1, 1000), 'Photos of one article.', '一篇稿件的照片数。'),
      pages: may(whole(1, PAGE), 'Pages of one issue.', '一期的版数。'),
      tableCells: may(whole(10, 100_000), 'Cells of one table.', '一张表格的格数。'),
    }),
    'Bounds on the size of the input, against accidents.',
    '来稿大小的上限，以防误放文件。',
  ),
  press: may(
    z.strictObject({
      condition: may(
        text(),
        'Identifier of the output condition; CGATS TR 002 when absent.',
        '印刷条件标识；不写为 CGATS TR 002。',
      ),
      profile: may(
        file(want('the path of an ICC profile', 'ICC 色彩特性文件的路径')),
        'The printer’s own ICC profile, beside newspaper.yaml.',
        '印厂自己的 ICC 色彩特性文件，与 newspaper.yaml 放在一起。',
      ),
      inkLimit: may(
        number(100, 400),
        'Total area coverage in percent; 240 when absent.',
        '总墨量上限，百分数；不写为 240。',
      ),
      resolution: may(
        number(100, 600),
        'Photo pixels per inch at the placed size; 200 when absent.',
        '照片按上版尺寸每英寸的像素数；不写为 200。',
      ),
      bleed: may(number(0, 20), 'Bleed in millimetres; 3 when absent.', '出血，毫米；不写为 3。'),
      marks: may(
        flag(),
        'Crop, registration and colour marks outside the trim; true when absent.',
        '成品尺寸外的裁切线、套准线和色标；不写为 true。',
      ),
      preflight: may(
        z.strictObject({
          'text-inks': may(
            number(0, 100),
            'Warn of text in several inks under so many points; 10 when absent.',
            '多色文字小于此 pt 数则提醒；不写为 10。',
          ),
          'text-rich': may(
            number(100, 400),
            'Warn of black text with more ink, percent; 220 when absent.',
            '黑字总墨量超过此百分数则提醒；不写为 220。',
          ),
          'text-reversed': may(
            number(0, 100),
            'Warn of white text under so many points; 8 when absent.',
            '反白字小于此 pt 数则提醒；不写为 8。',
          ),
          hairline: may(
            number(0, 10),
            'Warn of lines under so many points; 0.25 when absent.',
            '线条细于此 pt 数则提醒；不写为 0.25。',
          ),
          'picture-soft': may(
            number(0, 1200),
            'Warn of pictures under so many pixels an inch; 149 when absent, or one less than `press.resolution` where that is no more.',
            '图片每英寸不足此像素数则提醒；不写为 149，`press.resolution` 不大于此数时为它减 1。',
          ),
          'picture-coarse': may(
            number(0, 1200),
            'Refuse pictures under so many pixels an inch; 99 when absent.',
            '图片每英寸不足此像素数则拒绝；不写为 99。',
          ),
          'lineart-soft': may(
            number(0, 2400),
            'Warn of 1-bit pictures under so many pixels an inch; 799 when absent.',
            '1 位线条稿每英寸不足此像素数则提醒；不写为 799。',
          ),
          'lineart-coarse': may(
            number(0, 2400),
            'Refuse them under so many; 549 when absent.',
            '1 位线条稿每英寸不足此像素数则拒绝；不写为 549。',
          ),
          'ink-peak': may(
            number(0, 100),
            'Percent over the ink limit that one pixel may have; 2 when absent.',
            '单个像素可超出总墨量上限的百分数；不写为 2。',
          ),
          'ink-mean': may(
            number(0, 100),
            'The same of the mean over 15 mm²; 0 when absent.',
            '任意 15 mm² 平均墨量可超出上限的百分数；不写为 0。',
          ),
        }),
        'Numbers of the preflight’s rules that the printer wants otherwise.',
        '预检规则中印厂另有要求的数值。',
      ),
    }),
    'What the printer asks for.',
    '印厂的要求。',
  ),
});

/** What `newspaper.yaml` says, values read and no default decided. */
export type NewspaperSource = z.output<typeof newspaperSchema>;
