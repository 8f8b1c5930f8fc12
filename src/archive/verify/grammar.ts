/**
 * A grammar for XML records, checked element by element: which children in which order, which attributes with which
 * kinds of value, and that every reference finds its name. In: a grammar as data and a document. Out: what is wrong.
 *
 * The grammars beside this file restate, for the elements that we use, what the official schemas ask for; the schema
 * files themselves are not ours to carry.
 */
import { both, type Phrase } from '../../fault.ts';
import type { XmlElement } from './xml.ts';

/** Kind of an attribute's or an element's text. */
export type ValueKind =
  | 'string'
  | 'id'
  | 'idref'
  | 'idrefs'
  | 'float'
  | 'integer'
  | 'language'
  | 'date-time'
  | 'sha256'
  | 'uri'
  | readonly string[];

/** What an element may hold. */
export interface Rule {
  /** Children in order as a pattern over their names, each followed by one space; absent = none. Names are local in the grammar's namespace. */
  readonly children?: RegExp;
  /** Kind of the text when the element holds text; absent = only white space. */
  readonly text?: ValueKind;
  /** Kinds by attribute name; a `!` at the end of the name marks a required one: `ID!`. */
  readonly attributes?: Readonly<Record<string, ValueKind>>;
  /** Children are of another grammar and not looked at here. */
  readonly foreign?: boolean;
}

/** What a document of one namespace may hold: its root, and a rule for each element by its local name. */
export interface Grammar {
  readonly namespace: string;
  readonly root: string;
  readonly rules: Readonly<Record<string, Rule>>;
}

/** One thing that is wrong. */
export interface Offence {
  readonly line: number;
  readonly message: Phrase;
}

const XLINK = '{http://www.w3.org/1999/xlink}';
const XSI = '{http://www.w3.org/2001/XMLSchema-instance}';

const TESTS: Readonly<Record<string, RegExp>> = {
  string: /^/,
  id: /^[\p{L}_][\p{L}\p{N}_.\-·]*$/u,
  idref: /^\S+$/,
  idrefs: /^\S+(?: \S+)*$/,
  float: /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|INF|-INF|NaN)$/,
  integer: /^\d+$/,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  sha256: /^[0-9a-f]{64}$/,
  uri: /^\S+$/,
};

/** Checks a document against a grammar. */
export function offences(document: XmlElement, grammar: Grammar): readonly Offence[] {
  const check = new Check(grammar);
  if (local(document.name, grammar) !== grammar.root) {
    return [
      {
        line: document.line,
        message: both(
          `the root is ${document.name}, not ${grammar.root}`,
          `根元素是 ${document.name}，应为 ${grammar.root}`,
        ),
      },
    ];
  }
  check.element(document);
  return [...check.found, ...check.dangling()];
}

interface Declared {
  readonly kinds: ReadonlyMap<string, ValueKind>;
  readonly required: readonly string[];
}

class Check {
  readonly found: Offence[] = [];
  readonly #grammar: Grammar;
  readonly #ids = new Set<string>();
  readonly #attributesOf = new Map<string, Declared>();
  readonly #references: { readonly id: string; readonly line: number }[] = [];

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  element(element: XmlElement): void {
    const name = local(element.name, this.#grammar);
    const rule = name === undefined ? undefined : this.#grammar.rules[name];
    if (name === undefined || rule === undefined) {
      this.#say(element, both(`${element.name} does not belong here`, `${element.name} 不该在这里`));
      return;
    }
    this.#attributes(element, name, rule);
    this.#text(element, name, rule);
    if (rule.foreign) return;
    const names = element.children.map((child) => local(child.name, this.#grammar) ?? child.name);
    const isAllowed =
      rule.children === undefined
        ? names.length === 0
        : rule.children.test(`${names.join(' ')}${names.length > 0 ? ' ' : ''}`);
    if (!isAllowed)
      this.#say(
        element,
        both(
          `${name} may not hold: ${names.slice(0, 6).join(', ') || 'nothing'}`,
          `${name} 里不能是：${names.slice(0, 6).join('、') || '空'}`,
        ),
      );
    for (const child of element.children) this.element(child);
  }

  dangling(): readonly Offence[] {
    return this.#references
      .filter(({ id }) => !this.#ids.has(id))
      .map(({ id, line }) => ({ line, message: both(`nothing has the ID ${id}`, `没有 ID 为 ${id} 的元素`) }));
  }

  #attributes(element: XmlElement, name: string, rule: Rule): void {
    const { kinds, required } = this.#declared(name, rule);
    for (const [attribute, value] of element.attributes) {
      if (attribute.startsWith(XSI)) continue;
      const kind = kinds.get(attribute);
      if (kind === undefined)
        this.#say(element, both(`${name} has no attribute ${attribute}`, `${name} 没有 ${attribute} 这个属性`));
      else this.#value(element, `${name}/@${attribute}`, kind, value);
    }
    for (const attribute of required) {
      if (!element.attributes.has(attribute))
        this.#say(element, both(`${name} lacks its attribute ${attribute}`, `${name} 缺属性 ${attribute}`));
    }
  }

  /** A rule's attributes by their names as the reader gives them. */
  #declared(name: string, rule: Rule): Declared {
    const known = this.#attributesOf.get(name);
    if (known !== undefined) return known;
    const entries = Object.entries(rule.attributes ?? {});
    const plain = (key: string) => key.replace(/!$/, '').replace('xlink:', XLINK);
    const declared = {
      kinds: new Map(entries.map(([key, kind]) => [plain(key), kind])),
      required: entries.filter(([key]) => key.endsWith('!')).map(([key]) => plain(key)),
    };
    this.#attributesOf.set(name, declared);
    return declared;
  }

  #text(element: XmlElement, name: string, rule: Rule): void {
    if (rule.text !== undefined) this.#value(element, name, rule.text, element.text);
    else if (element.text.trim() !== '') this.#say(element, both(`${name} may not hold text`, `${name} 里不能有文字`));
  }

  #value(element: XmlElement, where: string, kind: ValueKind, value: string): void {
    const fits = typeof kind === 'string' ? TESTS[kind]?.test(value) : kind.includes(value);
    if (!fits)
      this.#say(element, both(`${where} may not be "${value.slice(0, 40)}"`, `${where} 不能是“${value.slice(0, 40)}”`));
    if (kind === 'id') {
      if (this.#ids.has(value)) this.#say(element, both(`the ID ${value} is given twice`, `ID ${value} 用了两次`));
      this.#ids.add(value);
    }
    if (kind === 'idref' || kind === 'idrefs') {
      for (const id of value.split(' ')) this.#references.push({ id, line: element.line });
    }
  }

  #say(element: XmlElement, message: Phrase): void {
    this.found.push({ line: element.line, message });
  }
}

/** The local name of an element of the grammar's namespace. */
function local(name: string, grammar: Grammar): string | undefined {
  const prefix = `{${grammar.namespace}}`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}
