/** The desk's window: listens to the server, shows one page at a time, and sends what is pressed. */
import { byId, word } from './element.js';
import { showFaults } from './faults.js';
import { drawOverlay } from './overlay.js';
import { showPanel } from './panel.js';
import { restyle, showSheet, slugAt } from './sheet.js';
import { showStrip } from './strip.js';
import { reveal, sizePage, zoomAt, zoomBy, zoomTo } from './zoom.js';

/** The desk looks for other ways when a page has stood still for this long. */
const STILL_MS = 2500;
/** What has just changed is shown for this long. */
const FRESH_MS = 1400;

/** What the server told last. */
let state;
/** The page's drawing that is shown, and the version that was asked for. */
let drawing;
let asked = '';
/** Drawings that came with the state: version → drawing. */
let sent = new Map();
let number = Number(location.hash.slice(1)) || 1;
let isDraft = false;
let looked = [];
let fresh = [];
let isLooking = false;
let isProofing = false;
const shows = { rules: true, marks: true };
let stillTimer;
let freshTimer;

/** For whoever measures: every drawing that was painted, with the time. */
const painted = [];
window.deskPainted = painted;

const pageOf = () => state?.pages.find((page) => page.number === number) ?? state?.pages[0];

function render() {
  const page = pageOf();
  byId('paper').textContent = state.paper || word('desk');
  byId('issue').textContent = state.issue;
  document.title = [page && word('page', { n: page.label }), state.paper, state.issue].filter(Boolean).join(' · ');
  showFaults(state.faults, open);
  showStrip(state.pages, page?.number, open);
  byId('status').textContent = statusOf();
  if (page === undefined) return;
  number = page.number;
  if (page.draftVersion === undefined) isDraft = false;
  showPanel(page, drawing?.number === page.number ? drawing.marks : undefined, {
    isDraft,
    isLooking,
    isProofing,
    onLook: look,
    onDraft,
    onWay: (way) => send('/pin', { way }),
    onUnpin: () => send('/unpin'),
    onProof: proof,
    onMark,
  });
  void show(page);
}

function statusOf() {
  if (state.pages.length === 0) return state.faults.length > 0 ? '' : word('making');
  const { last, isSettled } = state;
  const pages = [...new Set([...last.held, ...last.searched])].sort((one, other) => one - other);
  if (!isSettled) return word('waiting');
  return pages.length === 0
    ? ''
    : `${pages.map((page) => word('page', { n: labelOf(page) })).join(' ')} · ${word('done', { ms: Math.round(last.milliseconds) })}`;
}

/** What is printed on a page as its number. */
const labelOf = (page) => state.pages.find(({ number }) => number === page)?.label ?? page;

/** Brings the page on the desk up to date. */
async function show(page) {
  const wanted = `${page.number} ${isDraft ? page.draftVersion : page.version}`;
  if (wanted === asked) return overlay();
  asked = wanted;
  const next = (!isDraft && sent.get(page.version)) || (await fetchPage(page.number));
  if (next === undefined || asked !== wanted) return;
  const put = await showSheet(next);
  if (asked !== wanted) return;
  const isOther = drawing?.number !== next.number;
  drawing = next;
  byId('making').hidden = true;
  byId('frame').hidden = false;
  byId('marks').innerHTML = next.marks?.svg ?? '';
  if (isOther) byId('stage').scrollTo(0, 0);
  sizePage(next);
  freshen(put);
  overlay();
  requestAnimationFrame(() =>
    requestAnimationFrame(() => painted.push({ number: next.number, version: next.version, put, at: Date.now() })),
  );
  render();
  lookLater(page);
}

async function fetchPage(page) {
  const answer = await fetch(`/${isDraft ? 'draft' : 'page'}/${page}`).catch(() => undefined);
  return answer?.ok ? answer.json() : undefined;
}

function overlay() {
  const page = pageOf();
  if (page === undefined || drawing?.number !== page.number) return;
  byId('frame').dataset.standing = page.standing;
  drawOverlay(page, drawing, { rules: shows.rules, looked, fresh });
  byId('marks').hidden = !shows.marks;
}

/** Modules that were put in anew are outlined for a moment. */
function freshen(keys) {
  fresh = keys.filter((key) => !key.startsWith('rules ') && !key.startsWith('folio '));
  clearTimeout(freshTimer);
  if (fresh.length > 0)
    freshTimer = setTimeout(() => {
      fresh = [];
      overlay();
    }, FRESH_MS);
}

/** Looks for other ways to make up the page when nobody has changed it for a while. */
function lookLater(page) {
  clearTimeout(stillTimer);
  stillTimer = setTimeout(async () => {
    const now = pageOf();
    if (now?.number !== page.number || now.standing !== 'searched' || now.ways.length > 0 || document.hidden) return;
    isLooking = true;
    render();
    await send('/ways');
    isLooking = false;
    render();
  }, STILL_MS);
}

/** Outlines modules; a click brings them into view too. */
function look(slugs, isAsked = false) {
  looked = slugs;
  overlay();
  const module = pageOf()?.modules.find(({ slug }) => slugs.includes(slug));
  if (isAsked && module && drawing)
    reveal({ ...module, x: module.x + drawing.origin.x, y: module.y + drawing.origin.y });
}

function onMark(mark, slug, isPassing = false) {
  for (const shown of byId('marks').querySelectorAll('[data-mark]'))
    shown.classList.toggle('looked', shown.dataset.mark === String(mark));
  const box = byId('marks').querySelector(`[data-mark="${mark}"]`)?.getBBox();
  if (box && drawing && !isPassing)
    reveal({ x: box.x + drawing.origin.x, y: box.y + drawing.origin.y, width: box.width, height: box.height });
  if (!isPassing) look([slug]);
}

function onDraft(wanted) {
  isDraft = wanted;
  render();
}

async function proof() {
  if (isProofing) return;
  isProofing = true;
  render();
  await send('/proof');
  isProofing = false;
  render();
}

async function send(path, body = {}) {
  await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page: number, ...body }),
  }).catch(() => undefined);
}

function open(page) {
  if (!state.pages.some((one) => one.number === page)) return;
  number = page;
  isDraft = false;
  looked = [];
  history.replaceState(null, '', `#${page}`);
  render();
}

function turn(by) {
  const at = state?.pages.findIndex((page) => page.number === number) ?? 0;
  const next = state?.pages[at + by];
  if (next) open(next.number);
}

/** @param {'rules' | 'marks'} layer */
function toggle(layer) {
  shows[layer] = !shows[layer];
  byId(`${layer}-on`).setAttribute('aria-pressed', String(shows[layer]));
  overlay();
}

const keys = {
  ArrowLeft: () => turn(-1),
  ArrowRight: () => turn(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  '+': () => zoomBy(1),
  '=': () => zoomBy(1),
  '-': () => zoomBy(-1),
  0: () => zoomTo('page'),
  w: () => zoomTo('width'),
  o: () => toggle('rules'),
  r: () => toggle('marks'),
  p: proof,
  t: theme,
  1: () => choose(0),
  2: () => choose(1),
  3: () => choose(2),
};

function choose(way) {
  if (pageOf()?.ways[way]) void send('/pin', { way });
}

/** Light, dark, or as the machine is set. */
function theme() {
  const root = document.documentElement;
  const isDark = getComputedStyle(root).colorScheme.includes('dark')
    ? root.dataset.theme === 'dark' ||
      (root.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches)
    : false;
  root.dataset.theme = isDark ? 'light' : 'dark';
  localStorage.setItem('desk-theme', root.dataset.theme);
}

function listen() {
  const stream = new EventSource('/events');
  stream.onmessage = ({ data }) => {
    const told = JSON.parse(data);
    if (told.last.saved.some((file) => file.startsWith('styles/'))) restyle();
    sent = new Map(told.drawings.map((one) => [one.version, one]));
    state = told;
    window.deskState = told;
    document.body.classList.remove('offline');
    render();
  };
  stream.onerror = () => {
    document.body.classList.add('offline');
    byId('status').textContent = word('offline');
  };
}

const saved = localStorage.getItem('desk-theme');
if (saved) document.documentElement.dataset.theme = saved;

const buttons = {
  previous: () => turn(-1),
  next: () => turn(1),
  smaller: () => zoomBy(-1),
  larger: () => zoomBy(1),
  whole: () => zoomTo('page'),
  wide: () => zoomTo('width'),
  'rules-on': keys.o,
  'marks-on': keys.r,
  theme,
};
for (const [id, press] of Object.entries(buttons)) byId(id).addEventListener('click', press);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) return;
  const press = keys[event.key] ?? keys[event.key.toLowerCase()];
  // In the page's own scroll area the arrows scroll while there is something to scroll.
  if (press === undefined || (event.key.startsWith('Page') && event.target === byId('stage'))) return;
  event.preventDefault();
  press();
});

byId('frame').addEventListener('dblclick', zoomAt);
byId('frame').addEventListener('click', ({ clientX, clientY }) => {
  const slug = slugAt(clientX, clientY);
  if (slug === undefined) return;
  look([slug]);
  document.querySelector(`.stories [data-slug="${CSS.escape(slug)}"]`)?.scrollIntoView({ block: 'nearest' });
});
window.addEventListener('hashchange', () => open(Number(location.hash.slice(1)) || 1));

listen();
