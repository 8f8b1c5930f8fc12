/** How the archive's faults are told. */
import { type Fault, inChinese, inEnglish, type Phrase } from '../../fault.ts';

/** `what` happened and what is to be done about it, in both languages. */
export function fault(name: string, what: Phrase, todo: Phrase, file?: string): Fault {
  return {
    name,
    exit: 1,
    severity: 'error',
    message: inEnglish(what),
    hint: inEnglish(todo),
    zh: { message: inChinese(what), hint: inChinese(todo) },
    ...(file === undefined ? {} : { place: { file } }),
  };
}
