/** The front matter of an article, as the desk may write it. Strict: a key that is not here is a fault. */
import * as z from 'zod';
import { choice, dateTime, file, flag, number, pastArticle, text, texts, want, webAddress, whole } from '../values.ts';
import { may, must, page } from './key.ts';

const photo = z.strictObject(
  {
    file: must(file(), 'The picture, by its path from the issue folder.', '图片，从当期文件夹起的路径。'),
    caption: may(
      text(),
      'Caption; without it, the one in the picture’s XMP, IPTC or EXIF data. `none`: nothing is printed.',
      '图片说明；不写则用图片自带（XMP、IPTC、EXIF）的说明，写 `none` 则不印。',
    ),
    credit: may(
      text(),
      'Who took it; without it, the one in the picture’s XMP, IPTC or EXIF data. `none`: nothing is printed.',
      '摄影者；不写则用图片自带的署名，写 `none` 则不印。',
    ),
    focus: may(
      z.tuple([number(0, 1), number(0, 1)], {
        error: want('two shares from 0 to 1, as in [0.5, 0.4]', '两个 0 到 1 的比例，如 [0.5, 0.4]'),
      }),
      'The point that every crop keeps, as a share of width and height from the upper left; the middle when absent.',
      '裁切时必须保留的一点，从左上角算起占宽、高的比例；不写为正中。',
    ),
    prominence: may(
      choice(['main', 'support', 'head']),
      'main, support, or head (a portrait).',
      'main 主图，support 辅图，head 头像。',
    ),
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
  kicker: may(text(), 'The line above the headline 引题.', '引题。'),
  title: may(
    texts(),
    'The headline 主题; a list for your own line breaks. Without it, the first # of the text.',
    '主题；写成列表即自定分行。不写则取正文第一个 #。',
  ),
  deck: may(
    texts(),
    'The line below the headline 副题. Without it, a ## right after the #.',
    '副题。不写则取紧接 # 的 ##。',
  ),
  byline: may(texts(), 'Who wrote it.', '作者署名。'),
  dateline: may(
    text(),
    'Place, date and agency 电头. Without it, found at the head of the first paragraph.',
    '电头。不写则从首段开头识别。',
  ),
  source: may(text(), 'Where the story comes from, such as 新华社.', '稿件来源，如“新华社”。'),
  page: may(page(), 'Page that it must stand on; without it the composer chooses.', '指定的版次；不写由程序安排。'),
  priority: may(whole(1, 5), '1 = lead … 5 = brief; 3 when absent.', '1 = 头条……5 = 简讯；不写为 3。'),
  order: may(
    whole(1, 9999),
    'Order of signing 签发序: a later story never gets the stronger place or the larger head.',
    '签发序：在后的稿件，位置不强于、标题不大于在前的。',
  ),
  section: may(text(), 'Section, such as 要闻.', '所属版块，如“要闻”。'),
  label: may(text(), 'A standing head 栏题, such as 今日关注.', '栏题，如“今日关注”。'),
  genre: may(
    choice(GENRES),
    'What it is: news when absent, photo when it has pictures and no text.',
    '体裁：不写为 news；有图无文为 photo。',
  ),
  group: may(
    text(want('the name of one of issue.yaml’s groups', 'issue.yaml 里一个组的名字')),
    'One of issue.yaml’s groups.',
    'issue.yaml 里的一个组。',
  ),
  note: may(text(), 'A note of the editors 编者按, set off before the text.', '编者按，排在正文之前，与正文区别。'),
  aside: may(
    texts(want('a list of slugs', '稿名列表')),
    'Short pieces boxed with this one 链接, by slug.',
    '链接：与本稿同框的短稿，写稿名。',
  ),
  keepApart: may(
    texts(want('a list of slugs', '稿名列表')),
    'Articles that must never stand beside, above, below or behind this one.',
    '不得与本稿左右、上下相邻，也不得印在其背面的稿件。',
  ),
  place: may(
    z.strictObject(
      {
        page: may(page(), 'Page.', '版次。'),
        column: may(whole(0, 23), 'First column, from 0.', '起始栏，从 0 数起。'),
        row: may(whole(0, 399), 'First line of the type area, from 0.', '起始行，版心首行为 0。'),
        columns: may(whole(1, 24), 'Width in columns.', '宽，栏数。'),
      },
      {
        error: want(
          'a pin, as in {page: 2, column: 0, row: 12, columns: 5}',
          '锁定的位置，如 {page: 2, column: 0, row: 12, columns: 5}',
        ),
      },
    ),
    'A pin, honoured or refused with a reason; any part may be absent.',
    '锁定的位置：照办，或说明理由后拒绝；各项均可省略。',
  ),
  hold: may(flag(), 'true: may be left out when the issue is full.', 'true：版面不够时可以撤下。'),
  jump: may(
    flag(),
    'May it be continued on another page? true when absent; from an inner page only where it is written, or the story is longer than its page.',
    '可否转版？不写为 true；里版稿件除非比整版还长，要写明才转。',
  ),
  abridged: may(
    flag(),
    'true: wire copy was cut, and the dateline becomes 据…电.',
    'true：通稿有删节，电头改为“据……电”。',
  ),
  web: may(
    z
      .enum(['true', 'false', 'withdrawn'], {
        error: want('`true`, `false` or `withdrawn`', '`true`、`false` 或 `withdrawn`'),
      })
      .transform((value) => (value === 'withdrawn' ? value : value === 'true')),
    'true, false (print only), or withdrawn.',
    'true 上网；false 只见报；withdrawn 已撤稿。',
  ),
  review: may(
    texts(),
    'Who read it 初审 / 复审 / 终审; kept in the record, not printed.',
    '初审、复审、终审人；存档，不见报。',
  ),
  qr: may(
    webAddress(),
    'Address that a QR code at the foot of the printed story opens, 122 bytes at most; a link on the web.',
    '见报时文末二维码的网址，至多 122 字节；网上为链接。',
  ),
  photos: may(
    z.array(photo, {
      error: want(
        'a list of photos, each on its line: `- file: photos/rig.jpg`',
        '照片列表，每张一行：`- file: photos/rig.jpg`',
      ),
    }),
    'Photos of the article.',
    '本稿的照片。',
  ),
  keywords: may(
    texts(want('a list of words', '关键词列表')),
    'Keywords, for the archive and the search.',
    '关键词，供归档和检索。',
  ),
  updated: may(
    dateTime(),
    'When it was last changed, for the web, such as 2026-01-08T06:30:00+08:00.',
    '最后修改时间，供网络版用，如 2026-01-08T06:30:00+08:00。',
  ),
  corrects: may(
    pastArticle(),
    'For a correction 更正: the article corrected, by date and slug, such as 2026-01-07/bridge.',
    '更正：被更正的稿件，写作 日期/稿名，如 2026-01-07/bridge。',
  ),
});

/** What an article’s front matter says, values read and no default decided. */
export type ArticleSource = z.output<typeof articleSchema>;
