/** `issue.yaml`, as the desk may write it. Strict: a key that is not here is a fault. */
import * as z from 'zod';
import { choice, file, flag, text, want, whole } from '../values.ts';
import { may, must, PAGE, page } from './key.ts';

const EDITION = want('a short name of letters and digits, such as A', '字母和数字的短名，如 A');

const pageEntry = z.strictObject({
  number: must(page(), 'Number of the page.', '版次。'),
  name: may(text(), 'Name of the page 版名, such as 要闻.', '版名，如“要闻”。'),
  label: may(
    text(),
    'Printed number when it is not the plain one, such as A01.',
    '印出的版号，与版次写法不同时用，如 A01。',
  ),
  editor: may(text(), 'Editor 责任编辑.', '责任编辑。'),
  designer: may(text(), 'Page designer 版式.', '版式设计。'),
  proofreader: may(text(), 'Proofreader 校对.', '校对。'),
  color: may(flag(), 'Is the page printed in colour? Default true.', '是否彩印？不写为 true。'),
  locked: may(
    flag(),
    'May nothing be moved on the page any more? Default false.',
    '本版是否锁定，不再另排稿件？不写为 false。',
  ),
});

const ad = z.strictObject({
  file: must(
    file(want('the path of the ad, such as ads/tea.pdf', '广告文件路径，如 ads/tea.pdf')),
    'The ad: pdf, jpg, png, tif or svg.',
    '广告文件：pdf、jpg、png、tif 或 svg。',
  ),
  page: may(page(), 'Page that it was sold for; without it the composer chooses.', '售定的版次；不写由程序安排。'),
  position: may(
    choice(['foot', 'ear', 'side', 'full']),
    'foot of the page (default), ear 报眼, side, or full page.',
    'foot 通栏底（不写即此），ear 报眼，side 边栏，full 整版。',
  ),
  width: may(whole(1, 24), 'Width in basic columns; the whole page when absent.', '宽，几个基本栏；不写为全版宽。'),
  height: may(whole(1, 400), 'Height in lines of the type area.', '高，版心行数。'),
});

const PAGES = want('a number of pages, or a list of them', '版数，或各版的列表');

/** `issue.yaml`. */
export const issueSchema = z.strictObject({
  number: may(whole(1, 999_999_999), 'Running issue number 总期号.', '总期号。'),
  edition: may(
    text(EDITION).regex(/^[A-Za-z0-9]{1,8}$/, {
      error: EDITION,
    }),
    'Name of the edition for a paper with several a day; the output folder is then the date and this, such as 2026-01-08-A.',
    '一天几个版本的报纸，本版本的名称；输出文件夹是日期加上它，如 2026-01-08-A。',
  ),
  weather: may(text(), 'Weather, set in the ear 报眼.', '天气，排在报眼。'),
  pages: may(
    z.union([whole(1, PAGE), z.array(pageEntry).min(1, { error: PAGES })], { error: PAGES }),
    'How many pages, or a list with one entry a page; without it, as many as the copy needs.',
    '版数，或逐版列表；不写则按稿量定。',
  ),
  groups: may(
    z.record(
      z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u),
      z.strictObject({
        title: must(
          text(want('the head over the group', '这一组的总题')),
          'The common head 栏题 over the stories.',
          '这组稿件的总栏题。',
        ),
        note: may(text(), 'A note 编者按 under it.', '栏题下的编者按。'),
      }),
    ),
    'Stories kept together under one head 组稿, by a name that the articles use (NAME below).',
    '组稿：同一栏题下排在一起的稿件，稿件用组名归入（组名下面写作 NAME）。',
  ),
  ads: may(z.array(ad, { error: want('a list of ads', '广告列表') }), 'Ads of the issue.', '本期广告。'),
  fillers: may(
    z.array(
      z.strictObject({
        file: must(file(), 'The filler: pdf, jpg, png, tif or svg.', '补白文件：pdf、jpg、png、tif 或 svg。'),
      }),
      {
        error: want('a list of fillers, each with `file`', '补白列表，每项写 `file`'),
      },
    ),
    'Small ads of the house that may be used or left out to close a page.',
    '公益广告等补白，版面需要时用，不需要则不用。',
  ),
});

/** What `issue.yaml` says, values read and no default decided. */
export type IssueSource = z.output<typeof issueSchema>;
