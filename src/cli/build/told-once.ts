/** What the make-up has told of a page’s pictures, and the preflight finds again in the printed page, is told once. */
import type { Fault } from '../../fault.ts';

const MADE_UP = 'picture-coarse';
const PRINTED = 'preflight-picture-soft';

/**
 * The faults of the press without its soft pictures on pages where the make-up has named as many, with their files. One more
 * is inside an advertisement: the page then keeps all, because the preflight cannot tell which is which.
 */
export function notToldYet(press: readonly Fault[], told: readonly Fault[]): readonly Fault[] {
  const count = (faults: readonly Fault[], name: string, page: number | undefined): number =>
    faults.filter((fault) => fault.name === name && fault.page === page).length;
  return press.filter(({ name, page }) => name !== PRINTED || count(press, PRINTED, page) > count(told, MADE_UP, page));
}
