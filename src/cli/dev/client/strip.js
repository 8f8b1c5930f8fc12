/** All pages as small pictures, with how each stands. */
import { byId, element, fill, word } from './element.js';

/**
 * @param pages states of all pages
 * @param {number} current
 * @param {(page: number) => void} open
 */
export function showStrip(pages, current, open) {
  const list = byId('pages');
  while (list.children.length > pages.length) list.lastElementChild?.remove();
  for (const [index, page] of pages.entries()) {
    const item = list.children[index] ?? list.appendChild(element('li'));
    fill(
      item,
      [page.number, page.label, page.name, page.standing, page.version, page.isProved, page.number === current],
      () => [button(page, page.number === current, open)],
    );
  }
}

function button({ number, label, name, standing, miniature, isProved, rules }, isCurrent, open) {
  const isBroken = rules.some(({ isHard }) => isHard);
  const state = isBroken && standing !== 'draft' ? 'failed' : standing === 'searched' && isProved ? 'proved' : standing;
  return element(
    'button',
    {
      type: 'button',
      'data-focus': `page-${number}`,
      'aria-current': isCurrent ? 'page' : undefined,
      onclick: () => open(number),
    },
    element('span', { html: miniature }),
    element(
      'span',
      { class: 'page-name' },
      element('i', { class: `dot ${state}`, title: word(state) }),
      label,
      name ? ` ${name}` : '',
    ),
    element('span', { class: 'hidden' }, word(state)),
  );
}
