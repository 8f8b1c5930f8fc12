/** Pages and ads of `issue.yaml` with every default decided. */
import type { AdRequest, Format, Issue, PageRequest } from './model.ts';
import type { IssueSource } from './schema/issue.ts';

/** The pages as the desk fixed them: a list by page number, a count, or neither. */
export function decidePages({ pages }: IssueSource): Issue['pages'] {
  if (!Array.isArray(pages)) return pages;
  return [...pages]
    .sort((one, other) => one.number - other.number)
    .map(
      ({ number, name, label, editor, designer, proofreader, color, locked }): PageRequest => ({
        number,
        ...(name && { name }),
        ...(label && { label }),
        ...(editor && { editor }),
        ...(designer && { designer }),
        ...(proofreader && { proofreader }),
        color: color ?? true,
        locked: locked ?? false,
      }),
    );
}

/** Columns and lines of an ad whose size is not given: a page's width by a quarter of its height, an ear two columns wide. */
const EAR = { width: 2, height: 12 } as const;
const FOOT_SHARE = 1 / 4;
const SIDE = 2;

/** The ads; a size that the desk left out follows from the position. */
export function decideAds({ ads = [] }: IssueSource, format: Format | undefined): AdRequest[] {
  const { columns = 8, rows = 104 } = format ?? {};
  const whole = { width: columns, height: rows };
  const usual = {
    foot: { width: columns, height: Math.round(rows * FOOT_SHARE) },
    ear: EAR,
    side: { width: Math.min(SIDE, columns), height: rows },
    full: whole,
  };
  return ads.map(({ file, page, position = 'foot', width, height }) => ({
    file,
    ...(page !== undefined && { page }),
    position,
    width: width ?? usual[position].width,
    height: height ?? usual[position].height,
  }));
}
