/** What a plate is made for 印刷条件: the press, the sheet, the paper's name; kept with a signed-off page and compared later. */
import path from 'node:path';
import { both, type Fault, FaultError, inChinese, inEnglish, type Phrase } from '../../fault.ts';
import type { HouseColour, Issue, IssueFolder } from '../../issue/model.ts';
import type { OutputProfile } from '../../press/model.ts';
import { releasedOtherDay, releasedTerms } from '../faults.ts';
import type { ReleasedPage } from './store.ts';

/** The settings that a plate shows or was separated by. */
export interface PlateTerms {
  /** YYYY-MM-DD; editions of a day may share a plate. */
  readonly date: string;
  readonly paper: string;
  readonly condition: string;
  /** The profile's own name, and the SHA-256 of its bytes. */
  readonly profile: { readonly name: string; readonly sha256: string };
  readonly inkLimit: number;
  readonly bleed: number;
  readonly marks: boolean;
  readonly colours: Readonly<Record<string, HouseColour>>;
}

/** One of the terms that is other than it was. */
export interface OtherTerm {
  readonly term: 'date' | 'paper' | 'condition' | 'profile' | 'inkLimit' | 'bleed' | 'marks' | 'colours';
  /** As a person calls it, and both values. */
  readonly name: Phrase;
  readonly was: Phrase;
  readonly is: Phrase;
}

/** What plates of this issue are made for. */
export function termsOf({ date, paper }: Pick<Issue, 'date' | 'paper'>, profile: ProfileName): PlateTerms {
  const { condition, inkLimit, bleed, marks } = paper.press;
  const { name, sha256 } = profile;
  return {
    date,
    paper: paper.name,
    condition,
    profile: { name, sha256 },
    inkLimit,
    bleed,
    marks,
    colours: paper.colours,
  };
}

type ProfileName = Pick<OutputProfile, 'name' | 'sha256'>;

/** What is other between two plates; nothing for a page that an earlier version signed off without its terms. */
export function otherTerms(before: PlateTerms | undefined, now: PlateTerms): readonly OtherTerm[] {
  if (before === undefined) return [];
  const all: readonly OtherTerm[] = [
    { term: 'date', name: both('date', '日期'), was: before.date, is: now.date },
    { term: 'paper', name: both('name of the paper', '报名'), was: quoted(before.paper), is: quoted(now.paper) },
    { term: 'condition', name: both('output condition', '输出条件'), was: before.condition, is: now.condition },
    { term: 'profile', name: both('profile', '特性文件'), ...profiles(before.profile, now.profile) },
    {
      term: 'inkLimit',
      name: both('ink limit', '总墨量上限'),
      was: percent(before.inkLimit),
      is: percent(now.inkLimit),
    },
    { term: 'bleed', name: both('bleed', '出血'), was: `${before.bleed} mm`, is: `${now.bleed} mm` },
    { term: 'marks', name: both('marks', '印刷标记'), was: yesOrNo(before.marks), is: yesOrNo(now.marks) },
    ...Object.entries(before.colours).map(
      ([name, colour]): OtherTerm => ({
        term: 'colours',
        name: both(`house colour “${name}”`, `专用颜色“${name}”`),
        was: inks(colour),
        is: inks(now.colours[name]),
      }),
    ),
  ];
  return all.filter(({ was, is }) => inEnglish(was) !== inEnglish(is));
}

const quoted = (name: string): string => `“${name}”`;
const percent = (share: number): string => `${share} %`;
const yesOrNo = (is: boolean): Phrase => (is ? both('with', '有') : both('without', '无'));

/** Two profiles of one name are told apart by their bytes. */
function profiles(before: ProfileName, now: ProfileName): Pick<OtherTerm, 'was' | 'is'> {
  const isOneName = before.name === now.name && before.sha256 !== now.sha256;
  const called = ({ name, sha256 }: ProfileName): string =>
    isOneName ? `“${name}” (SHA-256 ${sha256.slice(0, 8)}…)` : quoted(name);
  return { was: called(before), is: called(now) };
}

function inks(colour: HouseColour | undefined): Phrase {
  if (colour === undefined) return both('none', '无');
  const { rgb, cmyk } = colour;
  return `${rgb}, C ${cmyk[0]} M ${cmyk[1]} Y ${cmyk[2]} K ${cmyk[3]}`;
}

/** The terms that are other, as one part of a sentence. */
export const termsNamed = (terms: readonly OtherTerm[]): Phrase =>
  both(
    terms.map(({ name, was, is }) => `${inEnglish(name)} ${inEnglish(was)} (now ${inEnglish(is)})`).join(', '),
    terms.map(({ name, was, is }) => `${inChinese(name)} ${inChinese(was)}（现为 ${inChinese(is)}）`).join('、'),
  );

/** Plates of two output conditions: one file with one output intent would say of one of them what is not so. */
export const isOtherPress = (terms: readonly OtherTerm[]): boolean =>
  terms.some(({ term }) => term === 'condition' || term === 'profile');

/** What the issue's plates would be made for today; the profile is read for nothing but its name. */
async function termsToday(issue: Issue, { paper }: IssueFolder): Promise<PlateTerms> {
  const { readProfile } = await import('../../press/profile.ts');
  const { profile } = issue.paper.press;
  return termsOf(
    issue,
    profile === undefined ? await readProfile() : await readProfile(path.join(paper, profile), profile),
  );
}

/** A profile that cannot be read is told where the pages beside it are made. */
function whyNone(error: unknown): undefined {
  if (!(error instanceof FaultError)) throw error;
}

/** Each signed-off page whose plate was made for something else than the issue's other pages will be. */
export async function termFaults(
  issue: Issue,
  folder: IssueFolder,
  released: ReadonlyMap<number, Pick<ReleasedPage, 'terms'>>,
): Promise<readonly Fault[]> {
  if (released.size === 0) return [];
  const now = await termsToday(issue, folder).catch(whyNone);
  if (now === undefined) return [];
  return [...released].flatMap(([page, { terms }]) => {
    const others = otherTerms(terms, now).filter(({ term }) => term !== 'date');
    return [
      ...(terms === undefined || terms.date === now.date ? [] : [releasedOtherDay(issue.id, page, terms.date)]),
      ...(others.length === 0 ? [] : [releasedTerms(issue.id, page, termsNamed(others), !isOtherPress(others))]),
    ];
  });
}
