/** Tables whose cells run on as text, since the legs that they stand in are too narrow for them. */
import { both, type Fault } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import type { LegLine } from '../../typeset/model.ts';
import { BODY } from '../../units.ts';
import { advice, nameOf, titled } from '../faults.ts';
import type { LegBox, Module } from '../plan.ts';
import type { WarningSource } from './warnings.ts';

/** Warnings of tables that are not set as tables, or in rows of two lines and more, one a table, each with the words that it begins with. */
export function tablesAsText({ issue, plan }: WarningSource): readonly Fault[] {
  return plan.pages.flatMap((page) =>
    page.modules.flatMap((module) => {
      const article = issue.articles.find(({ slug }) => slug === module.slug);
      if (article === undefined) return [];
      return openingsOf(module).map(({ line, leg }) => {
        const begins = `“${line.runs.map((run) => run.text).join('')}…”`;
        const characters = leg.width / BODY;
        return advice({
          ...(line.kind === 'table-folded' ? folded : asText)(begins, article, characters),
          todo: both(
            'Give it fewer columns or shorter cells, or give the story a wider column: a `place:` of other `columns`, or a page with more room.',
            '请减少表格的列数、缩短各格的字，或让该稿用更宽的栏：改 `place:` 里的 `columns`，或换一个宽松的版。',
          ),
          article,
          page: page.number,
        });
      });
    }),
  );
}

const asText = (begins: string, article: Article, characters: number) => ({
  name: 'table-as-text',
  what: both(
    `The table ${begins} of ${nameOf(article)} is wider than its column of ${characters} characters: it is set as running text.`,
    `${titled(article)}的表格${begins}在 ${characters} 字的栏里排不下，已排成文字。`,
  ),
});

const folded = (begins: string, article: Article, characters: number) => ({
  name: 'table-folded',
  what: both(
    `The table ${begins} of ${nameOf(article)} is wider than its column of ${characters} characters: each of its rows takes two lines or more.`,
    `${titled(article)}的表格${begins}在 ${characters} 字的栏里一行排不下，每行已折成两行或更多。`,
  ),
});

/** The first lines of such tables, each with the leg that it stands in. */
const openingsOf = ({ boxes }: Module): readonly { readonly line: LegLine; readonly leg: LegBox }[] =>
  boxes
    .filter((box): box is LegBox => box.kind === 'leg')
    .flatMap((leg) =>
      leg.lines.filter(({ kind, opens }) => kind.startsWith('table-') && opens).map((line) => ({ line, leg })),
    );
