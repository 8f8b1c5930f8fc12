/** How large the page is shown. */
import { byId } from './element.js';

const stage = byId('stage');
const frame = byId('frame');
const scaled = byId('scaled');

/** White around the page, CSS px. */
const AROUND = 24;
const STEP = 1.2;

/** `page`, `width`, or a factor. */
let wanted = 'page';
let size = { width: 1, height: 1 };

/** The page's own size. @param {{width: number, height: number}} given */
export function sizePage(given) {
  size = given;
  apply();
}

/** @param {'page' | 'width' | number} to */
export function zoomTo(to) {
  const middle = middleOf();
  wanted = to;
  apply();
  backTo(middle);
}

/** @param {1 | -1} direction */
export const zoomBy = (direction) => zoomTo(Math.min(4, Math.max(0.1, factor() * STEP ** direction)));

/** Between the whole page and the size that it prints at, around a point of the window. @param {MouseEvent} event */
export function zoomAt(event) {
  const box = frame.getBoundingClientRect();
  const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  wanted = wanted === 'page' || wanted === 'width' ? 1 : 'page';
  apply();
  backTo(at);
}

/** Brings a rectangle of the page into view. */
export function reveal({ x, y, width, height }) {
  const by = factor();
  const left = frame.offsetLeft + x * by;
  const top = frame.offsetTop + y * by;
  const isSeen =
    left >= stage.scrollLeft &&
    top >= stage.scrollTop &&
    left + Math.min(width * by, 200) <= stage.scrollLeft + stage.clientWidth &&
    top + Math.min(height * by, 200) <= stage.scrollTop + stage.clientHeight;
  if (!isSeen) stage.scrollTo({ left: left - 40, top: top - 40, behavior: 'smooth' });
}

function factor() {
  const width = (stage.clientWidth - 2 * AROUND) / size.width;
  if (wanted === 'width') return width;
  return wanted === 'page' ? Math.min(width, (stage.clientHeight - 2 * AROUND) / size.height) : wanted;
}

function apply() {
  const by = Math.max(0.05, factor());
  frame.style.width = `${size.width * by}px`;
  frame.style.height = `${size.height * by}px`;
  scaled.style.transform = `scale(${by})`;
  document.documentElement.style.setProperty('--by', String(1 / by));
}

function middleOf() {
  const box = frame.getBoundingClientRect();
  const seen = stage.getBoundingClientRect();
  return {
    x: (seen.left + seen.width / 2 - box.left) / Math.max(1, box.width),
    y: (seen.top + seen.height / 2 - box.top) / Math.max(1, box.height),
  };
}

function backTo({ x, y }) {
  stage.scrollLeft = frame.offsetLeft + x * frame.offsetWidth - stage.clientWidth / 2;
  stage.scrollTop = frame.offsetTop + y * frame.offsetHeight - stage.clientHeight / 2;
}

// What scrolls can be scrolled with the keyboard.
stage.tabIndex = 0;
new ResizeObserver(apply).observe(stage);
