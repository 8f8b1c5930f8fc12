/** XML as text: elements from names, attributes and children, with everything escaped. No parser, no tree to keep. */

/** A finished piece of XML; only `element` and `textNode` make one. */
export interface Xml {
  readonly xml: string;
}

/** Attributes in the order written; an undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Children are written as given; an element without children is closed at once. */
export function element(name: string, attributes: Attributes, children: readonly (Xml | undefined)[] = []): Xml {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) head += ` ${key}="${typeof value === 'number' ? value : escapeAttribute(value)}"`;
  }
  const inner = children.filter((child) => child !== undefined);
  if (inner.length === 0) return { xml: `${head}/>` };
  const isText = inner.every((child) => !child.xml.startsWith('<'));
  const body = inner.map((child) => child.xml).join(isText ? '' : '\n');
  return { xml: isText ? `${head}>${body}</${name}>` : `${head}>\n${body}\n</${name}>` };
}

/** An element that holds text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Xml {
  return element(name, attributes, [{ xml: escapeText(text) }]);
}

/** A whole document, UTF-8, ending with a line feed. */
export function xmlDocument(root: Xml): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`);
}

/** Characters that XML 1.0 cannot hold (§2.2 Char: controls, lone surrogates) become U+FFFD; none can be printed either. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** Text in which nothing has to be escaped, as nearly all is: one look instead of seven. */
const PLAIN = /^[ !#-%'-;=?-\u{D7FF}\u{E000}-\u{FFFD}]*$/u;

function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return legal(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** Line feeds and tabs as references too: a reader would make spaces of them (XML 1.0 §3.3.3). */
function escapeAttribute(text: string): string {
  if (PLAIN.test(text)) return text;
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
