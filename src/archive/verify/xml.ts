/**
 * A small, strict XML reader for checking records: well-formedness (XML 1.0 with namespaces), no DTD, no external anything.
 * In: text. Out: a tree of elements with the lines that they start on, or the first fault.
 */
import { both, inEnglish, type Phrase } from '../../fault.ts';

/** An element, its names resolved to `{namespace}local`; attributes without prefix have their plain name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, white space kept. */
  readonly text: string;
  readonly line: number;
}

/** Why a text is no XML, and on which line. */
export class XmlFault extends Error {
  readonly why: Phrase;
  readonly line: number;
  constructor(why: Phrase, line: number) {
    super(inEnglish(why));
    this.why = why;
    this.line = line;
  }
}

interface Open {
  readonly raw: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly line: number;
  readonly spaces: Namespaces;
  text: string;
}

type Namespaces = Readonly<Record<string, string>>;

const NAME = /^[\p{L}_][\p{L}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{N}_.\-·]*)?$/u;
/** Loose on names, which are looked at once each: classes of Unicode in the hot pattern would cost ten times as much. */
const TOKEN =
  /<!--((?:(?!--)[\s\S])*)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?(?!xml[\s?])[\s\S]*?\?>|<\/([^\s"'<>/=!?]+)\s*>|<([^\s"'<>/=!?]+)((?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DECLARATION =
  /^\uFEFF?(?:<\?xml\s+version=["']1\.[01]["'](?:\s+encoding=["']UTF-8["'])?(?:\s+standalone=["'](?:yes|no)["'])?\s*\?>)?/i;
const ROOT_SPACES: Namespaces = { xml: 'http://www.w3.org/XML/1998/namespace', '': '' };

/** Reads a document; throws an XmlFault. */
export function readXml(text: string): XmlElement {
  const reader = new Reader(text);
  return reader.document();
}

/** Namespaces that a start tag declares, by prefix. */
function declaredIn(source: string): Namespaces {
  // A document that was refused halfway leaves the pattern in the middle of its last tag.
  ATTRIBUTE.lastIndex = 0;
  const pairs = [...source.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  );
  const declared = pairs.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value]));
}

class Reader {
  readonly #text: string;
  readonly #stack: Open[] = [];
  readonly #names = new Set<string>();
  #root: XmlElement | undefined;
  /** Where the token under the eye begins; lines are counted from the last one that was asked for. */
  #at = 0;
  #counted = { at: 0, line: 1 };

  constructor(text: string) {
    this.#text = text;
  }

  document(): XmlElement {
    const declaration = DECLARATION.exec(this.#text);
    this.#at = declaration?.[0].length ?? 0;
    this.#refuseControls();
    while (this.#at < this.#text.length) {
      TOKEN.lastIndex = this.#at;
      const token = TOKEN.exec(this.#text);
      if (token === null)
        this.#fail(both('a tag, an entity or a comment is broken here', '这里的标签、实体或注释断了'));
      const end = TOKEN.lastIndex;
      this.#token(token);
      this.#at = end;
    }
    const open = this.#stack.at(-1);
    if (open !== undefined)
      this.#fail(
        both(`<${open.raw}> of line ${open.line} is not closed`, `第 ${open.line} 行的 <${open.raw}> 没有闭合`),
      );
    if (this.#root === undefined) this.#fail(both('there is no element', '没有元素'));
    return this.#root;
  }

  /** Controls other than tab, line feed and carriage return are in no XML. */
  #refuseControls(): void {
    for (let at = 0; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      const isControl = code < 32 && code !== 9 && code !== 10 && code !== 13;
      if (!isControl && code !== 0xfffe && code !== 0xffff) continue;
      this.#at = at;
      this.#fail(both('there is a character that XML cannot hold', '有 XML 不许用的字符'));
    }
  }

  #line(): number {
    let { at, line } = this.#counted;
    for (let feed = this.#text.indexOf('\n', at); feed >= 0 && feed < this.#at; feed = this.#text.indexOf('\n', at)) {
      line += 1;
      at = feed + 1;
    }
    this.#counted = { at, line };
    return line;
  }

  #token([whole, , cdata, closing, opening, attributes = '', slash, text]: RegExpExecArray): void {
    if (closing !== undefined) this.#close(closing);
    else if (opening !== undefined) {
      this.#open(opening, attributes);
      if (slash === '/') this.#close(opening);
    } else if (cdata !== undefined || text !== undefined) this.#characters(cdata ?? this.#resolve(text ?? whole));
  }

  #open(raw: string, source: string): void {
    if (this.#stack.length === 0 && this.#root !== undefined)
      this.#fail(both('there is a second root element', '有第二个根元素'));
    const outer = this.#stack.at(-1)?.spaces ?? ROOT_SPACES;
    const spaces = source.includes('xmlns') ? { ...outer, ...declaredIn(source) } : outer;
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = 0;
    for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
      const [, name = '', double, single] = match;
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const key = name.includes(':') ? this.#qualified(name, spaces) : this.#name(name);
      if (attributes.has(key)) this.#fail(both(`the attribute ${name} is given twice`, `属性 ${name} 写了两次`));
      attributes.set(key, this.#resolve((double ?? single ?? '').replace(/[\t\r\n]/g, ' ')));
    }
    const name = this.#qualified(raw, spaces);
    this.#stack.push({ raw, name, attributes, children: [], line: this.#line(), spaces, text: '' });
  }

  #close(raw: string): void {
    const open = this.#stack.pop();
    if (open === undefined || open.raw !== raw)
      this.#fail(
        both(
          `</${raw}> closes ${open ? `<${open.raw}>` : 'nothing'}`,
          `</${raw}> 闭合的是 ${open ? `<${open.raw}>` : '空'}`,
        ),
      );
    const { name, attributes, children, text, line } = open;
    const element = { name, attributes, children, text, line };
    const parent = this.#stack.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #characters(text: string): void {
    if (text.includes(']]>')) this.#fail(both(']]> stands in text', '文字里有 ]]>'));
    const open = this.#stack.at(-1);
    if (open !== undefined) open.text += text;
    else if (text.trim() !== '') this.#fail(both('there is text outside the root element', '根元素外有文字'));
  }

  #qualified(name: string, spaces: Namespaces): string {
    this.#name(name);
    const [local = '', prefix = ''] = name.split(':').reverse();
    const space = spaces[prefix];
    if (space === undefined) this.#fail(both(`the prefix ${prefix} is not declared`, `前缀 ${prefix} 没有声明`));
    return space === '' ? local : `{${space}}${local}`;
  }

  #name(name: string): string {
    if (!this.#names.has(name) && !NAME.test(name)) this.#fail(both(`${name} is no name`, `${name} 不是合法的名字`));
    this.#names.add(name);
    return name;
  }

  #resolve(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));|&/g, (whole, hex, decimal, name) => {
      if (name !== undefined && ENTITIES[name] !== undefined) return ENTITIES[name];
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (name !== undefined || whole === '&' || !(code > 0 && code <= 0x10ffff))
        this.#fail(both(`${whole} is no entity`, `${whole} 不是实体`));
      return String.fromCodePoint(code);
    });
  }

  #fail(why: Phrase): never {
    throw new XmlFault(why, this.#line());
  }
}
