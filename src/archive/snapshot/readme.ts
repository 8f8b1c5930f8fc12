/** The plain-text README of a snapshot: what everything is, and how to check and rebuild it, in Chinese and English. */
import type { Issue } from '../../issue/model.ts';
import type { SnapshotRecord } from './record.ts';

/** What the README says besides the issue's own facts. */
export interface SnapshotFacts {
  readonly pages: number;
  /** Name of the issue's folder below `issues/`. */
  readonly folder: string;
}

/** Text of `data/README.txt`. */
export function snapshotReadme(issue: Issue, record: SnapshotRecord, facts: SnapshotFacts): string {
  const { pages, folder } = facts;
  const { paper, id } = issue;
  const publisher = paper.publisher.name ?? paper.name;
  const zh = `${paper.name}　${issue.date}${issue.edition ? `　${issue.edition} 版` : ''}
${'='.repeat(40)}

这是一期报纸的存档快照“${record.snapshot}”，共 ${pages} 版，由${publisher}出版。快照封存之后不再改动；
若有更正，另存一份新的快照（${id}.r2、${id}.r3……），并说明改了什么。${record.reason ? `\n本份为修订版，理由：${record.reason}` : ''}

一、里面有什么

  data/edition/${id}/index.html       网络版首页，用浏览器直接打开即可，不需要服务器
  data/edition/${id}/文章名/           每篇文章一个网页
  data/edition/${id}/page-01/ …       版面原貌，文字可选可查
  data/edition/${id}/${id}.pdf        读者用的整份 PDF
  data/edition/${id}/press/           付印用的 PDF/X-4，每版一个
  data/edition/${id}/pages/           版面图片（若有）
  data/edition/${id}/alto/            每版的 ALTO 4 文字坐标（.xml）和纯文本（.txt）
  data/edition/${id}/mets.xml         METS/MODS：物理结构（期、版）与逻辑结构（栏目、文章、接转部分）
  data/edition/${id}/manifest.json    IIIF Presentation 3 清单
  data/edition/${id}/issue.json       本期的简短记录
  data/edition/${id}/report.json      排版与印前检查报告
  data/source/                        原稿：newspaper.yaml、文章（Markdown）、图片、广告
  data/tools/                         制作所用程序的名称、版本和依赖清单
  data/snapshot.json                  本快照的记录：修订号、文章摘要值、与上一份的差别
  bagit.txt、bag-info.txt、manifest-*.txt、tagmanifest-*.txt    BagIt 1.0（RFC 8493）封装

二、怎样检查是否完好

  任何 BagIt 工具都可以。没有工具时，在本文件夹的上一级（即 bagit.txt 所在处）运行：
      sha512sum --check --quiet manifest-sha512.txt
      sha512sum --check --quiet tagmanifest-sha512.txt
  没有输出就是完好。若装有 Broadsheet：npx broadsheet verify ${record.snapshot}

三、怎样重新制作

  1. 装好 data/tools/versions.json 里写明版本的 Broadsheet（data/tools/package-lock.json 锁定全部依赖）。
  2. 在 Broadsheet 的文件夹里运行：npx broadsheet verify ${record.snapshot} --rebuild
     程序会用 data/source 重新排版，并与 data/edition 逐字节比较。
  也可以单独制作：把 data/source 复制到别处，在那里运行
      npx broadsheet build issues/${folder}
`;
  const en = `${paper.name}, ${issue.date}${issue.edition ? `, edition ${issue.edition}` : ''}
${'='.repeat(40)}

This is the archive snapshot "${record.snapshot}" of one newspaper issue of ${pages} page(s), published by ${publisher}.
A sealed snapshot is never changed; a correction is sealed beside it (${id}.r2, ${id}.r3, ...) and says what it
changes.${record.reason ? `\nThis is a revision. Reason: ${record.reason}` : ''}

1. What is in it

  data/edition/${id}/index.html       the web edition: open it in a browser, no server is needed
  data/edition/${id}/SLUG/            one web page for each article
  data/edition/${id}/page-01/ ...     the pages as printed, in live text
  data/edition/${id}/${id}.pdf        the reader's PDF of all pages
  data/edition/${id}/press/           one PDF/X-4 for each page, as sent to the printer
  data/edition/${id}/pages/           pictures of the pages, where there are any
  data/edition/${id}/alto/            ALTO 4 (.xml: text with coordinates) and plain text (.txt) of each page
  data/edition/${id}/mets.xml         METS/MODS: physical (issue, page) and logical structure (section, article, part)
  data/edition/${id}/manifest.json    IIIF Presentation 3 manifest
  data/edition/${id}/issue.json       short record of the issue
  data/edition/${id}/report.json      report of page make-up and of the checks before printing
  data/source/                        what the desk wrote: newspaper.yaml, articles (Markdown), pictures, advertisements
  data/tools/                         name, versions and dependencies of the program that made it
  data/snapshot.json                  record of this snapshot: revision, digests of the articles, changes since the last one
  bagit.txt, bag-info.txt, manifest-*.txt, tagmanifest-*.txt    the BagIt 1.0 (RFC 8493) packaging

2. How to check that it is whole

  Any BagIt tool will do. Without one, in the folder that holds bagit.txt:
      sha512sum --check --quiet manifest-sha512.txt
      sha512sum --check --quiet tagmanifest-sha512.txt
  No output means that every file is as it was sealed. With Broadsheet: npx broadsheet verify ${record.snapshot}

3. How to make it again

  1. Install the version of Broadsheet named in data/tools/versions.json (data/tools/package-lock.json pins all that it needs).
  2. In Broadsheet's folder: npx broadsheet verify ${record.snapshot} --rebuild
     This makes up the issue again from data/source and compares it with data/edition byte for byte.
  Or make it by itself: copy data/source to another place and run there
      npx broadsheet build issues/${folder}
`;
  return `${zh}\n\n${en}`;
}
