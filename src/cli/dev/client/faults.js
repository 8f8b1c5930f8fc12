/** What is wrong, above the page: file and line, what happened, what to do. */
import { byId, element, fill, word } from './element.js';

/**
 * @param faults all faults of the issue
 * @param {(page: number) => void} open
 */
export function showFaults(faults, open) {
  const part = byId('faults');
  part.hidden = faults.length === 0;
  fill(part, faults, () => {
    const errors = faults.filter(({ severity }) => severity === 'error');
    const warnings = faults.filter(({ severity }) => severity !== 'error');
    return [
      errors.length > 0 && element('ul', { class: 'faults' }, ...errors.map((fault) => row(fault, open))),
      warnings.length > 0 &&
        element(
          'details',
          { class: 'warnings' },
          element('summary', {}, `${word('warning')} ${warnings.length}`),
          element('ul', { class: 'faults' }, ...warnings.map((fault) => row(fault, open))),
        ),
    ];
  });
}

function row({ severity, where, message, hint, page }, open) {
  return element(
    'li',
    { class: severity },
    element(
      'p',
      {},
      element('b', {}, word(severity === 'error' ? 'error' : 'warning')),
      where && element('code', {}, where),
      page !== undefined &&
        element('button', { type: 'button', class: 'plain', onclick: () => open(page) }, word('page', { n: page })),
      ' ',
      ...withCode(message),
    ),
    element('p', { class: 'hint' }, word('what'), ...withCode(hint)),
  );
}

/** A sentence whose `words to be typed` stand between backticks. */
const withCode = (sentence) =>
  sentence.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
