/** What lies over the page: where rules are broken, which story is looked at, what has just changed. */
import { byId } from './element.js';

const SVG = 'http://www.w3.org/2000/svg';
const svg = byId('overlay');

/**
 * Draws the overlay.
 * @param page the page's state @param drawing its drawing
 * @param {{rules: boolean, looked: readonly string[], fresh: readonly string[]}} what
 */
export function drawOverlay(page, drawing, { rules, looked, fresh }) {
  svg.setAttribute('viewBox', `0 0 ${drawing.width} ${drawing.height}`);
  svg.setAttribute('width', String(drawing.width));
  svg.setAttribute('height', String(drawing.height));
  const layer = node('g', { transform: `translate(${drawing.origin.x} ${drawing.origin.y})` });
  const find = (slugs) => page.modules.filter(({ slug }) => slugs.includes(slug));
  if (rules) {
    for (const rule of page.rules.filter(({ isHard, slugs }) => isHard && slugs.length > 0)) {
      for (const module of find(rule.slugs)) layer.append(outline('hard', module, 4), tag(rule.rule, module));
    }
    for (const module of page.modules.filter(({ isPinned }) => isPinned)) layer.append(pin(module));
  }
  for (const module of find(looked)) layer.append(outline('looked', module, 5));
  for (const module of page.modules.filter(({ kind, slug, part }) => fresh.includes(`${kind} ${slug} ${part}`)))
    layer.append(outline('fresh', module, 2));
  svg.replaceChildren(layer);
}

function node(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

const outline = (kind, { x, y, width, height }, by) =>
  node('rect', { class: `o-${kind}`, x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by, rx: 3 });

function tag(text, { x, y }) {
  const group = node('g', { class: 'o-tag', transform: `translate(${x - 4} ${y - 30})` });
  group.append(node('rect', { width: text.length * 13 + 18, height: 26, rx: 3 }), node('text', { x: 9, y: 19 }, text));
  return group;
}

const pin = ({ x, y, width }) => node('circle', { class: 'o-pin', cx: x + width - 8, cy: y + 8, r: 7 });
