/** The page on the desk: modules that are the same stay untouched, the others are put in their places. */
import { byId } from './element.js';

const host = byId('sheet');
const shadow = host.attachShadow({ mode: 'open' });
const house = new CSSStyleSheet();
/** Geometry of the sheet and of each module: key → the version and its style. */
const styles = new Map();

/** Fonts asked for: id → the promise that it is there. */
const fonts = new Map();
/** The style of all pages, as the paper has it. */
let styled;

/** What is drawn, or nothing yet. */
let drawn;

/**
 * Shows a page.
 * @param drawing as `/page/N` gives it
 * @returns keys of the modules that were put in
 */
export async function showSheet(drawing) {
  styled ??= fetch('/styles/sheet.css')
    .then((answer) => answer.text())
    .then((css) => house.replaceSync(css));
  await Promise.all([styled, ...drawing.fonts.map(loadFont)]);
  adopt(drawing);
  const isSamePage = drawn?.number === drawing.number;
  const put = isSamePage ? patch(drawing) : replace(drawing);
  drawn = drawing;
  return isSamePage ? put : [];
}

/** Only the style of a module that is other than before is read again. */
function adopt(drawing) {
  const wanted = [{ key: '', version: drawing.css, css: drawing.css }, ...drawing.modules];
  const adopted = wanted.map(({ key, version, css }) => {
    const known = styles.get(key) ?? { sheet: new CSSStyleSheet() };
    if (known.version !== version) known.sheet.replaceSync(css);
    styles.set(key, { ...known, version });
    return known.sheet;
  });
  shadow.adoptedStyleSheets = [house, ...adopted];
}

/** Forgets the paper's styles, which have changed. */
export function restyle() {
  styled = undefined;
}

/** @param {{id: string, family: string, weight: number, style: string, range?: string}} part */
function loadFont({ id, family, weight, style, range }) {
  if (!fonts.has(id)) {
    const descriptors = { weight: String(weight), style, ...(range === undefined ? {} : { unicodeRange: range }) };
    const face = new FontFace(family, `url(/fonts/${id})`, descriptors);
    document.fonts.add(face);
    // A page with a font that does not come is still a page.
    fonts.set(
      id,
      face.load().catch(() => undefined),
    );
  }
  return fonts.get(id);
}

/** The whole page anew. */
function replace({ sheetClass, areaClass, modules }) {
  const sheet = document.createElement('section');
  sheet.className = `sheet ${sheetClass}`;
  const area = document.createElement('div');
  area.className = `area ${areaClass}`;
  area.append(...modules.map(elementOf));
  sheet.append(area);
  shadow.replaceChildren(sheet);
  return modules.map(({ key }) => key);
}

/** Only modules that are other than before. */
function patch(drawing) {
  const area = shadow.querySelector('.area');
  const sheet = shadow.querySelector('.sheet');
  if (!area || !sheet) return replace(drawing);
  sheet.className = `sheet ${drawing.sheetClass}`;
  area.className = `area ${drawing.areaClass}`;
  const standing = new Map([...area.children].map((child) => [child.dataset.key, child]));
  const put = [];
  let before;
  for (const module of drawing.modules) {
    const known = standing.get(module.key);
    standing.delete(module.key);
    let element = known;
    if (known?.dataset.version !== module.version) {
      element = elementOf(module);
      known?.replaceWith(element);
      put.push(module.key);
    }
    const place = before === undefined ? area.firstElementChild : before.nextElementSibling;
    if (place !== element) area.insertBefore(element, place);
    before = element;
  }
  for (const gone of standing.values()) gone.remove();
  return put;
}

function elementOf({ key, version, html }) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  element.dataset.key = key;
  element.dataset.version = version;
  return element;
}

/** The module at a point of the window, by its slug. @param {number} x @param {number} y */
export function slugAt(x, y) {
  return shadow.elementFromPoint(x, y)?.closest('[data-slug]')?.dataset.slug;
}
