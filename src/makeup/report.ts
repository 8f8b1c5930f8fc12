/** The pages as `report.json` lists them. */
import type { HardFinding, Module, Plan, SoftFinding } from './plan.ts';

/** A module of the report: where it stands, without what it draws. */
export type ReportModule = Omit<Module, 'boxes'>;

/** A page of the report. */
export interface ReportPage {
  readonly number: number;
  readonly name?: string;
  readonly grid: { readonly columns: number; readonly rows: number; readonly measure: number };
  /** False where the page does not close: the modules are those of a draft, `fill` is 0. */
  readonly made: boolean;
  readonly fill: number;
  readonly hard: readonly HardFinding[];
  readonly soft: readonly SoftFinding[];
  readonly optimal: boolean;
  readonly modules: readonly ReportModule[];
}

/** The report's part of every page of a plan. */
export function reportPages(plan: Plan): readonly ReportPage[] {
  return plan.pages.map(({ number, name, grid, fill, hard, soft, optimal, draft = false, modules }) => ({
    number,
    ...(name !== undefined && { name }),
    grid,
    made: !draft,
    fill: draft ? 0 : fill,
    hard,
    soft,
    optimal,
    modules: modules.map(({ boxes: _, ...module }) => module),
  }));
}
