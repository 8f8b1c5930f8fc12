/** `new DATE`: an empty issue folder whose comments show what may be written. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../fault.ts';
import { isDate } from './calendar.ts';
import { dateGiven, issueExists } from './faults.ts';
import { issueName } from './folder.ts';
import type { TextFile } from './import/compose.ts';

export interface Scaffold {
  /** Paths relative to the paper's folder. */
  readonly written: readonly string[];
  /** With an error among them nothing was written. */
  readonly faults: readonly Fault[];
}

/** Makes `issues/DATE/` in a paper's folder (DATE may end in an edition, -A), and newspaper.yaml if there is none. */
export async function scaffoldIssue(paperFolder: string, date: string): Promise<Scaffold> {
  if (!isDate(issueName(date)?.date ?? '')) return { written: [], faults: [dateGiven(date, 'edition')] };
  const folder = `issues/${date}`;
  if (existsSync(path.join(paperFolder, folder))) return { written: [], faults: [issueExists(folder)] };
  const files: TextFile[] = [
    { path: `${folder}/issue.yaml`, text: ISSUE },
    { path: `${folder}/first-story.md`, text: ARTICLE },
  ];
  if (!existsSync(path.join(paperFolder, 'newspaper.yaml'))) files.push({ path: 'newspaper.yaml', text: NEWSPAPER });
  for (const below of ['photos', 'ads']) await mkdir(path.join(paperFolder, folder, below), { recursive: true });
  for (const file of files) await writeFile(path.join(paperFolder, file.path), file.text, { flag: 'wx' });
  return { written: files.map((file) => file.path), faults: [] };
}

const NEWSPAPER = `# The paper. Only the name is required; docs/writing.md explains every key.
name: 我的报纸
# nameplate: nameplate.svg      # a picture of the nameplate, beside this file
# language: zh-CN
# url: https://example.org/
# publisher: 某某报社
# cn: CN 00-0000                # 国内统一连续出版物号
# format: broadsheet            # or tabloid, or {trim: [390, 550]} in millimetres
# colours: {nameplate: {rgb: "#c8102e", cmyk: [0, 95, 85, 5]}}
# press: {condition: CGATS TR 002, inkLimit: 240, resolution: 200, bleed: 3, marks: true}
`;

const ISSUE = `# This issue. Everything may be absent; the folder's name is the date.
# number: 1                     # 总期号
# weather: 多云，3℃—11℃
# pages: 4                      # or a list:
# pages:
#   - {number: 1, name: 要闻, label: A01, editor: 某某}
#   - {number: 2, name: 综合}
# groups:
#   spring: {title: 新春走基层, note: 编者按……}
# ads:
#   - {file: ads/tea.pdf, page: 2, position: foot, width: 8, height: 25}
# fillers:
#   - {file: ads/public-service.svg}
`;

const ARTICLE = `---
# The file's name is the article's address. Take the # off what you need.
title: 在这里写标题
# kicker: 引题
# deck: 副题
# byline: 记者 某某
# section: 要闻
# priority: 1                   # 1 = lead … 5 = brief
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
`;
