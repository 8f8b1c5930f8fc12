/** The side panel: how the page stands, the rules it breaks, other ways to make it up, its proofs, its stories. */
import { byId, element, fill, word } from './element.js';

const round = (value) => (Math.round(value * 10) / 10).toLocaleString('en');

/**
 * Fills the panel.
 * @param page the page's state
 * @param marks changes since its last proof, if there is one
 * @param actions what the buttons and rows do
 */
export function showPanel(page, marks, actions) {
  const {
    number,
    label,
    name,
    standing,
    fill: share,
    cost,
    isProved,
    rules,
    ways,
    proof,
    modules,
    draftVersion,
  } = page;
  fill(byId('page-facts'), [number, label, name, standing, share, cost, isProved, draftVersion, actions.isDraft], () =>
    facts(page, actions),
  );
  fill(byId('page-rules'), rules, () => ruleList(rules, actions));
  fill(byId('page-ways'), [number, standing, ways, modules.some(({ isPinned }) => isPinned), actions.isLooking], () =>
    wayList(page, actions),
  );
  fill(byId('page-proof'), [number, proof, marks?.list, actions.isProofing], () => proofPart(page, marks, actions));
  fill(byId('page-stories'), modules, () => storyList(modules, actions));
}

function facts({ label, name, standing, fill: share, cost, isProved, draftVersion }, { isDraft, onDraft }) {
  const state = standing === 'searched' && isProved ? 'proved' : standing;
  return [
    element('h2', {}, word('page', { n: label }), name ? element('small', {}, name) : undefined),
    element('p', { class: `chip ${state}` }, word(state)),
    element(
      'dl',
      { class: 'facts' },
      element('div', {}, element('dt', {}, word('fill')), element('dd', {}, `${round(share * 100)} %`)),
      element('div', {}, element('dt', {}, word('cost')), element('dd', {}, round(cost))),
    ),
    draftVersion !== undefined &&
      element(
        'div',
        { class: 'choice', role: 'group', 'aria-label': word('sheet') },
        element(
          'button',
          { type: 'button', 'data-focus': 'good', 'aria-pressed': String(!isDraft), onclick: () => onDraft(false) },
          word('lastGood'),
        ),
        element(
          'button',
          { type: 'button', 'data-focus': 'draft', 'aria-pressed': String(isDraft), onclick: () => onDraft(true) },
          word('draftSheet'),
        ),
      ),
  ];
}

const title = (id, text) => element('h3', { id }, text);

/** Soft rules shown before the rest is asked for. */
const FIRST_RULES = 6;

function ruleList(rules, { onLook }) {
  if (rules.length === 0)
    return [title('rules-title', word('rules')), element('p', { class: 'quiet' }, word('noRules'))];
  const most = Math.max(1, ...rules.map(({ cost }) => cost));
  const rows = rules.map((rule, index) => ruleRow(rule, { index, most, onLook }));
  const hard = rules.filter(({ isHard }) => isHard).length;
  const first = rows.slice(0, hard + FIRST_RULES);
  const rest = rows.slice(hard + FIRST_RULES);
  return [
    title('rules-title', word('rules')),
    element('ul', { class: 'rules' }, ...first),
    rest.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, word('more', { n: rest.length })),
        element('ul', { class: 'rules' }, ...rest),
      ),
  ];
}

function ruleRow({ rule, isHard, title: what, messages, times, cost, slugs }, { index, most, onLook }) {
  return element(
    'li',
    { class: isHard ? 'hard' : 'soft' },
    element(
      'button',
      { type: 'button', 'data-focus': `rule-${index}`, ...looking(slugs, onLook) },
      element('b', {}, rule),
      element(
        'span',
        {},
        what,
        times > 1 ? element('small', {}, ` ×${times}`) : undefined,
        ...messages.map((message) => element('small', { class: 'message' }, message)),
      ),
      isHard
        ? element('em', {}, word('hard'))
        : element('meter', {
            min: 0,
            max: most,
            value: cost,
            'aria-label': `${word('cost')} ${round(cost)}`,
            title: round(cost),
          }),
    ),
  );
}

/** Shows the modules while the pointer or the focus is on a row; a click brings them into view. */
const looking = (slugs, onLook) => ({
  onclick: () => onLook(slugs, true),
  onmouseenter: () => onLook(slugs),
  onmouseleave: () => onLook([]),
  onfocus: () => onLook(slugs),
  onblur: () => onLook([]),
});

function wayList({ standing, ways, modules }, { isLooking, onWay, onUnpin }) {
  const isPinned = modules.some((module) => module.isPinned);
  const others = ways.map(({ cost, miniature }, index) =>
    element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'way',
          'data-focus': `way-${index}`,
          'aria-label': word('choose', { n: index + 1, cost: round(cost) }),
          title: word('choose', { n: index + 1, cost: round(cost) }),
          onclick: () => onWay(index),
        },
        element('span', { html: miniature }),
        element('span', { class: 'way-name' }, index === 0 ? word('current') : String(index + 1), ` · ${round(cost)}`),
      ),
    ),
  );
  const note = isLooking ? word('waysWait') : standing === 'searched' && ways.length > 0 ? '' : word('noWays');
  return [
    title('ways-title', word('ways')),
    ways.length > 1
      ? element('ol', { class: 'ways' }, ...others)
      : element('p', { class: 'quiet' }, note || word('noWays')),
    isPinned &&
      element('button', { type: 'button', class: 'plain', 'data-focus': 'unpin', onclick: onUnpin }, word('unpin')),
  ];
}

function proofPart({ number, proof }, marks, { isProofing, onProof, onMark }) {
  const list = marks?.list ?? [];
  const rows = list.map(({ number: mark, slug, html }) =>
    element(
      'li',
      { value: mark },
      element('button', {
        type: 'button',
        'data-focus': `mark-${mark}`,
        html,
        onclick: () => onMark(mark, slug),
        onmouseenter: () => onMark(mark, slug, true),
      }),
    ),
  );
  return [
    title('proof-title', word('proof')),
    proof === undefined
      ? element('p', { class: 'quiet' }, word('noProof'))
      : element(
          'p',
          { class: 'quiet' },
          element(
            'a',
            { href: `/proofs/${number}`, target: '_blank', 'data-focus': 'open' },
            word('openProof', { n: proof }),
          ),
          list.length === 0 ? ` · ${word('noChanges')}` : undefined,
        ),
    list.length > 0 && element('ol', { class: 'changes' }, ...rows),
    element(
      'button',
      { type: 'button', class: 'plain', 'data-focus': 'proof', disabled: isProofing, onclick: onProof },
      isProofing ? '……' : word('takeProof'),
    ),
  ];
}

function storyList(modules, { onLook }) {
  const rows = modules.map(
    ({ kind, slug, part, title: name, characters, short, jump, isPinned, file, column, row, columns, rows: height }) =>
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            'data-focus': `story-${kind}-${slug}-${part}`,
            'data-slug': slug,
            title: file ?? slug,
            ...looking([slug], onLook),
          },
          element('b', {}, name),
          element(
            'small',
            {},
            [
              kind === 'article' ? (file?.split('/').at(-1) ?? slug) : word(kind),
              characters && kind === 'article' ? word('characters', { n: characters }) : undefined,
              word('column', { c: column + 1, r: row + 1, w: columns, h: height }),
              short > 0 ? word('short', { n: short }) : undefined,
              jump && part === 1 ? word('jump', { n: jump.to }) : undefined,
              jump && part === 2 ? word('continued', { n: jump.from }) : undefined,
              isPinned ? word('pinned') : undefined,
            ]
              .filter(Boolean)
              .join(' · '),
          ),
        ),
      ),
  );
  return [title('stories-title', word('stories')), element('ul', { class: 'stories' }, ...rows)];
}
