/** Proof sheets of a whole run: what `build --proof` and `check --proof` make beside everything else. */
import type { BrowserDoor } from '../../browser/open.ts';
import type { Fault } from '../../fault.ts';
import type { Ready } from '../build/ready.ts';
import type { Desk } from '../desk.ts';
import { takeProofs } from './take.ts';

/** Takes the proofs of all pages, stamped where a page is refused; answers their files, absolute. */
export async function proofSheets(
  { reporter }: Pick<Desk, 'reporter'>,
  made: Pick<Ready, 'issue' | 'plan' | 'pictures' | 'folder'>,
  faults: readonly Fault[],
  door: () => Promise<BrowserDoor>,
): Promise<readonly string[]> {
  const refused = faults.filter(({ severity }) => severity === 'error').map(({ page }) => page);
  const drafts = new Set(refused.filter((page) => page !== undefined));
  const taken = await reporter.stage('proof sheets', () => takeProofs({ ...made, drafts }, door));
  return taken.map(({ file }) => file);
}
