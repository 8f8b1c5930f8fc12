/** What the make-up has told of a page’s pictures, and the preflight finds again in the printed page, is told once. */
import type { Fault } from '../../fault.ts';

/** What the preflight finds, and what the make-up calls the same. */
const TOLD: Readonly<Record<string, string>> = {
  'preflight-picture-soft': 'picture-coarse',
  'preflight-picture-coarse': 'picture-too-coarse',
};

/**
 * The faults of the press without its soft and coarse pictures on pages where the make-up has named as many, with their files. One
 * more is inside an advertisement: the page then keeps all, because the preflight cannot tell which is which.
 */
export function notToldYet(press: readonly Fault[], told: readonly Fault[]): readonly Fault[] {
  const count = (faults: readonly Fault[], name: string, page: number | undefined): number =>
    faults.filter((fault) => fault.name === name && fault.page === page).length;
  return press.filter(({ name, page }) => {
    const madeUp = TOLD[name];
    return madeUp === undefined || count(press, name, page) > count(told, madeUp, page);
  });
}
