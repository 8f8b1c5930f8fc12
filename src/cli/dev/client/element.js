/** Elements without a library. */

/**
 * Makes an element.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` are listeners, `false` and `undefined` are left out, `html` is trusted markup of our own server
 * @param {...(Node | string | undefined | false)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'html') made.innerHTML = value;
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

const words = JSON.parse(document.querySelector('meta[name="words"]')?.content ?? '{}');

/**
 * A text of the window in the paper's language.
 * @param {string} name
 * @param {Record<string, string | number>} [values] what stands for `{name}`
 */
export const word = (name, values = {}) =>
  (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ''));

/**
 * Fills a part of the window only when what it shows has changed, so that focus and reading position stay.
 * @param {Element} part
 * @param {unknown} shown
 * @param {() => (Node | string | undefined | false)[]} build
 */
export function fill(part, shown, build) {
  const key = JSON.stringify(shown);
  if (part.dataset.key === key) return;
  const focused = part.contains(document.activeElement) ? document.activeElement?.dataset.focus : undefined;
  part.dataset.key = key;
  part.replaceChildren(...build().filter((child) => child !== undefined && child !== false));
  if (focused !== undefined) part.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}
