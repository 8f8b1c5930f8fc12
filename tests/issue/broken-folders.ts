/** Broken folders, small: one for each fault, with the faults that reading it must give, as `name file:line`. */
import type { Files } from './desk.ts';

const GOOD = '---\ntitle: 好\n---\n正文。\n';

export interface Broken {
  readonly files: Files;
  readonly faults: readonly string[];
  readonly date?: string;
  readonly paper?: string | null;
}

export const BROKEN: Readonly<Record<string, Broken>> = {
  'no newspaper.yaml anywhere above': { files: { 'a.md': GOOD }, paper: null, faults: ['newspaper-missing'] },
  'a date that does not exist': {
    files: { 'a.md': GOOD },
    date: '2026-02-30',
    faults: ['date-impossible issues/2026-02-30'],
  },
  'a folder that is no date': { files: { 'a.md': GOOD }, date: 'today', faults: ['date-impossible issues/today'] },
  'an edition that the folder contradicts': {
    files: { 'issue.yaml': 'edition: B\n', 'a.md': GOOD },
    date: '2026-01-08-A',
    faults: ['edition-conflict issue.yaml:1'],
  },
  'the example of `new` as it was written': {
    files: { 'a.md': GOOD, 'first-story.md': '---\ntitle: 在这里写标题\n---\n正文。\n' },
    faults: ['example-unchanged first-story.md:2'],
  },
  'broken YAML in an article': {
    files: { 'a.md': '---\ntitle: "好\nkicker: x\n---\n正文。\n' },
    faults: ['yaml-broken a.md:3'],
  },
  'broken YAML in issue.yaml': {
    files: { 'issue.yaml': 'pages: 4\nads: [\n', 'a.md': GOOD },
    faults: ['yaml-broken issue.yaml:3'],
  },
  'broken YAML in newspaper.yaml': {
    files: { 'a.md': GOOD },
    paper: 'name: x\n name: y\n',
    faults: ['yaml-broken newspaper.yaml:1'],
  },
  'two stories in one file': {
    files: { 'a.md': '---\ntitle: 一\n---\n正文。\n\n---\ntitle: 二\npage: 2\n---\n正文。\n' },
    faults: ['front-matter-twice a.md:6'],
  },
  'a story that two hands changed': {
    files: {
      'a.md': '---\ntitle: 好\n---\n\n<<<<<<< HEAD\n甲版。\n||||||| 3f1\n原稿。\n=======\n乙版。\n>>>>>>> night\n',
    },
    faults: ['merge-unfinished a.md:5'],
  },
  'an issue.yaml that two hands changed': {
    files: { 'issue.yaml': 'number: 1\r\n<<<<<<<\r\npages: 2\r\n=======\r\npages: 4\r\n>>>>>>>\r\n', 'a.md': GOOD },
    faults: ['merge-unfinished issue.yaml:2'],
  },
  'a newspaper.yaml whose first mark was deleted': {
    files: { 'a.md': GOOD },
    paper: 'name: x\n=======\nname: y\n>>>>>>> night\n',
    faults: ['merge-unfinished newspaper.yaml:2'],
  },
  'a key twice': { files: { 'a.md': '---\ntitle: 一\ntitle: 二\n---\n正文。\n' }, faults: ['yaml-broken a.md:3'] },
  'front matter that is a sentence': {
    files: { 'a.md': '---\ntitle：好\n---\n正文。\n' },
    faults: ['yaml-broken a.md:2'],
  },
  'a tag that YAML would swallow': {
    files: { 'a.md': '---\ntitle: !大 好\n---\n正文。\n' },
    faults: ['yaml-broken a.md:2'],
  },
  'a key that is a list': { files: { 'a.md': '---\n? [a, b]\n: c\n---\n正文。\n' }, faults: ['yaml-broken a.md:2'] },
  'a billion laughs': {
    files: {
      'issue.yaml': `groups: &z {a: {title: x}}\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'zbcdefgh'[index]}, `.repeat(20)}]\n`).join('')}`,
      'a.md': GOOD,
    },
    faults: ['yaml-too-big issue.yaml:1'],
  },
  'an unknown key': { files: { 'a.md': '---\ntitle: 好\nkiker: x\n---\n正文。\n' }, faults: ['key-unknown a.md:3'] },
  'an unknown key inside': {
    files: { 'issue.yaml': 'pages:\n  - number: 1\n    nmae: 要闻\n', 'a.md': GOOD },
    faults: ['key-unknown issue.yaml:3'],
  },
  'a value of the wrong kind': {
    files: { 'a.md': '---\ntitle: 好\npriority: high\n---\n正文。\n' },
    faults: ['value-bad a.md:3'],
  },
  'a value out of bounds': { files: { 'a.md': '---\npriority: 6\n---\n正文。\n' }, faults: ['value-bad a.md:2'] },
  'a date inside that does not exist': {
    files: { 'a.md': '---\nupdated: 2026-02-30T06:30:00+08:00\n---\n正文。\n' },
    faults: ['value-bad a.md:2'],
  },
  'a correction of nothing': {
    files: { 'a.md': '---\ncorrects: yesterday\n---\n正文。\n' },
    faults: ['value-bad a.md:2'],
  },
  'a QR code that runs a script': {
    files: { 'a.md': '---\nqr: "javascript:alert(1)"\n---\n正文。\n' },
    faults: ['value-bad a.md:2'],
  },
  'a QR code too fine for newsprint': {
    files: { 'a.md': `---\nqr: https://example.org/${'a'.repeat(103)}\n---\n正文。\n` },
    faults: ['qr-too-long a.md:2'],
  },
  'a story of nothing but a QR code': {
    files: { 'a.md': '---\ntitle: 好\nqr: https://example.org/x\n---\n' },
    faults: ['article-empty a.md:5'],
  },
  'a language that is none': {
    files: { 'a.md': GOOD },
    paper: 'name: x\nlanguage: chinese language\n',
    faults: ['value-bad newspaper.yaml:2'],
  },
  'no name': { files: { 'a.md': GOOD }, paper: 'language: en\n', faults: ['key-missing newspaper.yaml:1'] },
  'a colour without quotes': {
    files: { 'a.md': GOOD },
    paper: 'name: x\ncolours:\n  red: {cmyk: [0, 95, 85, 5],\n    rgb: #c8102e\n  }\n',
    faults: ['comment-in-value? newspaper.yaml:4', 'key-missing newspaper.yaml:4'],
  },
  'a colour that is none': {
    files: { 'a.md': GOOD },
    paper: 'name: x\ncolours:\n  red: {rgb: red, cmyk: [0, 95, 85, 5]}\n',
    faults: ['value-bad newspaper.yaml:3'],
  },
  'a colour with five inks': {
    files: { 'a.md': GOOD },
    paper: 'name: x\ncolours:\n  red: {rgb: "#ff0000", cmyk: [0, 95, 85, 5, 5]}\n',
    faults: ['value-bad newspaper.yaml:3'],
  },
  'a colour with too much ink': {
    files: { 'a.md': GOOD },
    paper: 'name: x\ncolours:\n  deep: {rgb: "#000000", cmyk: [90, 90, 90, 90]}\n',
    faults: ['colour-over-ink newspaper.yaml:3'],
  },
  'a type area wider than the page': {
    files: { 'a.md': GOOD },
    paper: 'name: x\ncolumns: 12\n',
    faults: ['grid-too-big newspaper.yaml:2'],
  },
  'more lines than the page is high': {
    files: { 'a.md': GOOD },
    paper: 'name: x\nlines: 120\n',
    faults: ['grid-too-big newspaper.yaml:2'],
  },
  'a nameplate that is not there': {
    files: { 'a.md': GOOD },
    paper: 'name: x\nnameplate: plate.svg\n',
    faults: ['file-missing newspaper.yaml:2'],
  },
  'a kicker without a headline': {
    files: { 'a.md': '---\nkicker: 引题\n---\n正文。\n' },
    faults: ['title-missing a.md:2'],
  },
  'a kicker over a headline whose key is misspelt': {
    files: { 'a.md': '---\nkicker: 引题\n标题: 好\n---\n正文。\n' },
    faults: ['key-unknown a.md:3'],
  },
  'a deck without a headline': {
    files: { 'a.md': '---\npage: 1\ndeck: 副题\n---\n正文。\n' },
    faults: ['title-missing a.md:3'],
  },
  'an unclosed fence': { files: { 'a.md': '\n---\ntitle: 好\n\n正文。\n' }, faults: ['front-matter-unclosed a.md:2'] },
  'neither text nor picture': { files: { 'a.md': '---\ntitle: 好\n---\n\n' }, faults: ['article-empty a.md:4'] },
  'an empty file': { files: { 'a.md': '' }, faults: ['article-empty a.md:1'] },
  'a photo that is not there': {
    files: {
      'a.md': '---\ntitle: 好\nphotos:\n  - caption: 图\n    file: photos/rig.jpg\n---\n',
      'photos/rigs.jpg': 'x',
    },
    faults: ['photo-missing a.md:5'],
  },
  'an image of the text that is not there': {
    files: { 'a.md': '正文。\n\n![图](photos/x.jpg)\n' },
    faults: ['photo-missing a.md:3'],
  },
  'a photo that is still to come': {
    files: { 'a.md': '---\nphotos: [{file: photos/a-1.jpg}]\n---\n正文。\n' },
    faults: ['photo-to-come a.md:2'],
  },
  'a photo without a file': {
    files: { 'a.md': '---\nphotos:\n  - caption: 图\n---\n正文。\n' },
    faults: ['key-missing a.md:3'],
  },
  'a photo outside the folder': {
    files: { 'a.md': '---\nphotos: [{file: ../../secret.jpg}]\n---\n正文。\n', '../../secret.jpg': 'x' },
    faults: ['path-unsafe a.md:2'],
  },
  'a photo from the root': {
    files: { 'a.md': '---\nphotos: [{file: /etc/x.jpg}]\n---\n正文。\n' },
    faults: ['path-unsafe a.md:2'],
  },
  'a photo from the web': { files: { 'a.md': '![](https://example.org/x.jpg)\n' }, faults: ['path-unsafe a.md:1'] },
  'a photo that is a program': {
    files: { 'a.md': '---\nphotos: [{file: x.exe}]\n---\n正文。\n', 'x.exe': 'x' },
    faults: ['picture-kind a.md:2', 'file-unread? x.exe'],
  },
  'an ad that is not there': {
    files: { 'issue.yaml': 'ads:\n  - file: ads/tea.pdf\n    page: 1\n', 'a.md': GOOD },
    faults: ['file-missing issue.yaml:2'],
  },
  'an ad that does not fit': {
    files: { 'issue.yaml': 'ads:\n  - {file: ads/tea.pdf, width: 9, height: 105}\n', 'a.md': GOOD, 'ads/tea.pdf': 'x' },
    faults: ['ad-outside issue.yaml:2', 'ad-outside issue.yaml:2'],
  },
  'a filler outside the folder': {
    files: { 'issue.yaml': 'fillers: [{file: ../x.svg}]\n', 'a.md': GOOD },
    faults: ['path-unsafe issue.yaml:1'],
  },
  'a pin outside the page': {
    files: { 'a.md': '---\nplace:\n  column: 5\n  columns: 4\n  row: 104\n---\n正文。\n' },
    faults: ['pin-outside a.md:4', 'pin-outside a.md:5'],
  },
  'a pin on another page': {
    files: { 'a.md': '---\npage: 1\nplace: {page: 2}\n---\n正文。\n' },
    faults: ['page-conflict a.md:3'],
  },
  'a page outside the issue': {
    files: { 'issue.yaml': 'pages: 4\n', 'a.md': '---\npage: 5\n---\n正文。\n' },
    faults: ['page-outside a.md:2'],
  },
  'an ad on a page outside the issue': {
    files: {
      'issue.yaml': 'pages: [{number: 1}, {number: 3}]\nads: [{file: ads/x.svg, page: 2}]\n',
      'ads/x.svg': '',
      'a.md': GOOD,
    },
    faults: ['page-outside issue.yaml:2'],
  },
  'a page twice': {
    files: { 'issue.yaml': 'pages:\n  - number: 1\n  - number: 1\n', 'a.md': GOOD },
    faults: ['page-twice issue.yaml:3'],
  },
  'a group that is not there': {
    files: { 'issue.yaml': 'groups: {lianghui: {title: 聚焦两会}}\n', 'a.md': '---\ngroup: lianhui\n---\n正文。\n' },
    faults: ['group-empty? issue.yaml:1', 'group-unknown a.md:2'],
  },
  'an aside that is not there': {
    files: { 'a.md': '---\naside: [b]\n---\n正文。\n' },
    faults: ['slug-unknown a.md:2'],
  },
  'keepApart naming itself': { files: { 'a.md': '---\nkeepApart: a\n---\n正文。\n' }, faults: ['slug-itself a.md:2'] },
  'an aside of two stories': {
    files: { 'a.md': '---\naside: c\n---\n正文。\n', 'b.md': '---\naside:\n  - c\n---\n正文。\n', 'c.md': GOOD },
    faults: ['aside-shared b.md:3'],
  },
  'a link to no article': { files: { 'a.md': '第一段。\n\n见[另一篇](b)。\n' }, faults: ['slug-unknown a.md:3'] },
  'an index of no article': {
    files: { 'a.md': '---\ngenre: index\n---\n- bridge\n- bridg\n', 'bridge.md': GOOD },
    faults: ['slug-unknown a.md:5'],
  },
  'a slug with blanks and capitals': { files: { 'My Story.md': GOOD }, faults: ['slug-unsafe My Story.md'] },
  'the copy that a file manager makes': {
    files: { 'bridge.md': GOOD, 'bridge 副本.md': GOOD },
    faults: ['slug-unsafe bridge 副本.md'],
  },
  'a slug in Chinese': { files: { '外贸.md': GOOD }, faults: ['slug-unsafe 外贸.md'] },
  'a slug with dots': { files: { '..x.md': GOOD, 'a..b.md': GOOD }, faults: ['slug-unsafe a..b.md'] },
  'a slug that the edition uses': {
    files: { 'page-01.md': GOOD, 'press.md': GOOD },
    faults: ['slug-reserved page-01.md', 'slug-reserved press.md'],
  },
  'the same slug twice but for capitals': {
    files: { 'bridge.md': GOOD, 'Bridge.md': GOOD },
    faults: ['slug-unsafe Bridge.md', 'slug-duplicate bridge.md'],
  },
  'GBK bytes': { files: { 'a.md': Uint8Array.from([0xd0, 0xc2, 0xce, 0xc5]) }, faults: ['not-utf8 a.md'] },
  'a PDF by the name of a story': { files: { 'a.md': '%PDF-1.7 x' }, faults: ['not-text a.md'] },
  'UTF-16 bytes': { files: { 'a.md': Uint8Array.from([0xff, 0xfe, 0xb0, 0x65]) }, faults: ['not-utf8 a.md'] },
  'a script in a link': { files: { 'a.md': '正文。\n\n[看](javascript:alert(1))\n' }, faults: ['link-unsafe a.md:3'] },
  'a script behind entities': {
    files: { 'a.md': '[看](java&#115;cript&colon;alert)\n' },
    faults: ['link-unsafe a.md:1'],
  },
  'a data address': { files: { 'a.md': '[看](data:text/html,x)\n' }, faults: ['link-unsafe a.md:1'] },
  'a path of this machine': { files: { 'a.md': '[看](../other/index.html)\n' }, faults: ['link-unsafe a.md:1'] },
  'a table without end': {
    files: { 'a.md': `| 甲 | 乙 |\n|---|---|\n${'| 1 | 2 |\n'.repeat(20)}` },
    paper: 'name: x\nlimits: {tableCells: 30}\n',
    faults: ['table-too-big a.md:1'],
  },
  'a table row longer than the head': {
    files: { 'a.md': '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n' },
    faults: ['table-row-too-long a.md:4'],
  },
  'quotes nested without end': {
    files: { 'a.md': `正文。\n\n${'> '.repeat(60)}深\n` },
    faults: ['nested-too-deep a.md:3'],
  },
  'an article too long': {
    files: { 'a.md': '长'.repeat(400) },
    paper: 'name: x\nlimits: {articleBytes: 1000}\n',
    faults: ['file-too-big a.md'],
  },
  'a picture too big': {
    files: { 'a.md': '![](photos/x.jpg)\n', 'photos/x.jpg': new Uint8Array(1001) },
    paper: 'name: x\nlimits: {pictureBytes: 1000}\n',
    faults: ['file-too-big a.md:1'],
  },
  'too many articles': {
    files: { 'a.md': GOOD, 'b.md': GOOD, 'c.md': GOOD },
    paper: 'name: x\nlimits: {articles: 2}\n',
    faults: ['too-many issues/2026-01-08'],
  },
  'too many pages': {
    files: { 'issue.yaml': 'number: 1\npages: 9\n', 'a.md': GOOD },
    paper: 'name: x\nlimits: {pages: 8}\n',
    faults: ['too-many issue.yaml:2'],
  },
  'no article': { files: { 'issue.yaml': 'pages: 1\n' }, faults: ['issue-empty issues/2026-01-08'] },
  'an empty value where one is needed': {
    files: { 'issue.yaml': 'ads:\n  - file: ""\n', 'a.md': GOOD },
    faults: ['key-missing issue.yaml:2'],
  },
  'too many photos': {
    files: { 'a.md': '![](a.jpg) ![](b.jpg)\n', 'a.jpg': '', 'b.jpg': '' },
    paper: 'name: x\nlimits: {photos: 1}\n',
    faults: ['too-many a.md'],
  },
};
