/** What `new` writes: the examples of a paper in its own language. Each comment of a key is that key when # is taken off. */

/** The texts of one language. */
export interface ScaffoldTexts {
  readonly newspaper: string;
  readonly issue: string;
  readonly article: string;
}

/** For papers in Chinese. */
export const CHINESE: ScaffoldTexts = {
  newspaper: `# 报纸。只有报名 name 必填；去掉某行前面的 # 就启用那一项；每一期用“broadsheet new 日期”新建，里面有稿件样例。
name: 我的报纸
# nameplate: nameplate.svg      # 报头图片，与本文件放在一起
# language: zh-CN
# url: https://example.org/
# publisher: 某某报社
# cn: CN 00-0000                # 国内统一连续出版物号
# format: broadsheet            # 或 tabloid，或 {trim: [390, 550]}（毫米）
# colours: {nameplate: {rgb: "#c8102e", cmyk: [0, 95, 85, 5]}}
# press: {condition: CGATS TR 002, inkLimit: 240, resolution: 200, bleed: 3, marks: true}
`,
  issue: `# 本期。各项都可不写；文件夹名就是日期。
# number: 1                     # 总期号
# weather: 多云，3℃—11℃
# pages: 4                      # 或逐版列出，两种写法只用一种：
# pages:
#   - {number: 1, name: 要闻, label: A01, editor: 某某}
#   - {number: 2, name: 综合}
# groups:
#   spring: {title: 新春走基层, note: 编者按……}
# ads:
#   - {file: ads/tea.pdf, page: 2, position: foot, width: 8, height: 25}
# fillers:
#   - {file: ads/public-service.svg}
`,
  article: `---
# 文件名就是稿件的网址。要用哪一项，去掉它前面的 #。
title: 在这里写标题
# kicker: 引题
# deck: 副题
# byline: 记者 某某
# section: 要闻
# priority: 1                   # 1 = 头条 … 5 = 简讯
# page: 1
# photos:
#   - file: photos/first-story-1.jpg
#     caption: 图说。
#     credit: 某某 摄
#     focus: [0.5, 0.4]
---

本报讯（记者 某某）在这里写正文。段落之间空一行。

## 小标题

第二段。
`,
};

/** For papers in English. */
export const ENGLISH: ScaffoldTexts = {
  newspaper: `# The paper. Only the name is required; take a # off to use that key. “broadsheet new DATE” makes an issue with examples.
name: The Daily Example
language: en
# nameplate: nameplate.svg      # a picture of the nameplate, beside this file
# url: https://example.org/
# publisher: Example Press Ltd
# address: 1 Market Street
# price: £1.50
# format: broadsheet            # or tabloid, or {trim: [390, 550]} in millimetres
# colours: {nameplate: {rgb: "#12305c", cmyk: [95, 75, 20, 25]}}
# press: {condition: CGATS TR 002, inkLimit: 240, resolution: 200, bleed: 3, marks: true}
`,
  issue: `# This issue. Everything may be absent; the folder's name is the date.
# number: 1                     # the running number
# weather: Rain clearing by noon. High 11°C, low 4°C.
# pages: 4                      # or a list, one of the two:
# pages:
#   - {number: 1, name: News, label: A1, editor: A. Editor}
#   - {number: 2, name: Local}
# groups:
#   flood: {title: After the flood, note: "From the editor: ..."}
# ads:
#   - {file: ads/tea.pdf, page: 2, position: foot, width: 8, height: 25}
# fillers:
#   - {file: ads/public-service.svg}
`,
  article: `---
# The file's name is the article's address. Take the # off what you need.
title: Write the headline here
# kicker: A line above it
# deck: A line below it
# byline: A. Reporter
# section: News
# priority: 1                   # 1 = lead … 5 = brief
# page: 1
# photos:
#   - file: photos/first-story-1.jpg
#     caption: What the picture shows.
#     credit: A. Photographer
#     focus: [0.5, 0.4]
---

Write the story here. An empty line ends a paragraph.

## A subhead

The second paragraph.
`,
};

/** What nobody means to print: the headlines of the examples. */
export const EXAMPLE_TITLES: ReadonlySet<string> = new Set(
  [CHINESE, ENGLISH].map(({ article }) => /^title: (.+)$/m.exec(article)?.[1] ?? ''),
);
