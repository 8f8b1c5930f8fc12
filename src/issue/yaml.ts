/**
 * YAML to checked values, every fault with its file and line. All scalars are read as text (YAML's failsafe schema):
 * a date stays the date that was written, a telephone number keeps its nought, and the schema says what a number is.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Fault, Phrase, Place } from '../fault.ts';
import { meant, meantValue } from './desk-words.ts';
import { commentInValue, keyMissing, keyTwice, keyUnknown, valueBad, yamlBroken, yamlTooBig } from './faults.ts';
import { oneLine } from './line-ends.ts';
import { holderOf, keysAt } from './schema/keys-at.ts';
import { expectation, want } from './values.ts';
import { wideSignsIn } from './wide-signs.ts';
import { hasWideColon, hasWideEnd, slipOf } from './yaml-slips.ts';
import { parserReason } from './yaml-words.ts';

/** A text of YAML and where it stands. */
export interface YamlSource {
  readonly text: string;
  /** Path relative to the paper's folder. */
  readonly file: string;
  /** Line of the file on which `text` begins; 1 unless it is front matter. */
  readonly firstLine: number;
}

/** Where a value stands: by its keys and indexes from the top. The nearest place known when it is not there. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A YAML file as far as it could be read, and where its keys stand. */
export interface YamlResult<Value> {
  readonly value?: Value;
  readonly faults: readonly Fault[];
  readonly locate: Locate;
}

/** More values than this in one YAML text are an accident or an attack (repeated anchors). */
const MOST_VALUES = 20_000;

/**
 * Reads and checks one YAML text; empty text is an empty map. `value` is what is
 * left when faulty parts are taken out: whoever uses it looks at the faults first.
 */
export function readYaml<Schema extends z.ZodType>(source: YamlSource, schema: Schema): YamlResult<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => ({
    file: source.file,
    line: Math.max(1, lines.linePos(offset).line) + source.firstLine - 1,
  });
  const locate: Locate = (path) => at(offsetOf(document, path));

  const lineAt = (offset: number): string => source.text.split('\n')[Math.max(1, lines.linePos(offset).line) - 1] ?? '';
  const brokenAt = (offset: number, reason: Phrase): Fault => {
    const slip = slipOf(lineAt(offset));
    return yamlBroken(at(offset), slip?.reason ?? reason, slip?.remedy);
  };
  const broken = [...document.errors, ...document.warnings].map((error) =>
    error.code === 'DUPLICATE_KEY'
      ? keyTwice(at(error.pos[0]), /^[^:\s]*/.exec(source.text.slice(error.pos[0]))?.[0] ?? '')
      : brokenAt(error.pos[0], parserReason(error)),
  );
  // The parser stumbles over the first wide colon only; the desk that wrote one wrote them all.
  const withWideColons = (faults: readonly Fault[]): readonly Fault[] => {
    const wide = lines.lineStarts.filter((start) => hasWideColon(lineAt(start)));
    return inOrder(firstOfEachLine([...faults, ...wide.map((start) => brokenAt(start, NO_MAP))]));
  };
  // What a full-width sign does not close swallows the lines below it, and the parser stumbles somewhere among them.
  const unclosed = broken.length === 0 ? [] : lines.lineStarts.filter((start) => hasWideEnd(lineAt(start)));
  if (unclosed.length > 0) return { faults: withWideColons(unclosed.map((start) => brokenAt(start, NO_MAP))), locate };
  if (broken.length > 0) return { faults: withWideColons(firstOfEachLine(broken).slice(0, 3)), locate };

  const reading: Reading = { document, text: source.text, at, brokenAt, faults: [], count: 0, depth: 0 };
  const contents = document.contents as ParsedNode | null;
  const plain = contents === null || isNothing(contents) ? {} : plainValue(contents, reading);
  if (reading.count > MOST_VALUES) return { faults: [yamlTooBig(at(0), MOST_VALUES)], locate };
  if (reading.faults.some((fault) => fault.severity === 'error'))
    return { faults: firstOfEachLine(reading.faults), locate };
  if (typeof plain !== 'object' || Array.isArray(plain)) {
    const fault = brokenAt(document.contents?.range?.[0] ?? 0, NO_MAP);
    return { faults: withWideColons([...reading.faults, fault]), locate };
  }

  const result = schema.safeParse(plain);
  if (result.success) return { value: result.data, faults: reading.faults, locate };
  const faults = result.error.issues.flatMap((issue) =>
    faultsOf(issue, { schema, plain, document, text: source.text, at, locate }),
  );
  for (const issue of result.error.issues) withdraw(plain, issue);
  const rest = schema.safeParse(plain);
  return { ...(rest.success && { value: rest.data }), faults: [...reading.faults, ...faults], locate };
}

/** Takes the faulty part out of the plain data, so that the rest can be judged in the same run. */
function withdraw(plain: unknown, finding: Finding): void {
  const [key, ...above] = [...finding.path].reverse();
  const unknown = finding.code === 'unrecognized_keys' ? finding.keys : [];
  const holder = valueAt(plain, unknown.length > 0 ? finding.path : above.reverse());
  if (typeof holder !== 'object' || holder === null) return;
  for (const name of unknown) Reflect.deleteProperty(holder, name);
  if (unknown.length > 0 || key === undefined) return;
  if (Array.isArray(holder)) withdraw(plain, { ...finding, code: 'custom', path: finding.path.slice(0, -1) });
  else Reflect.deleteProperty(holder, key);
}

/** A broken line often breaks in several ways; the first says enough. */
const firstOfEachLine = (faults: readonly Fault[]): Fault[] =>
  faults.filter(({ place }, index) => faults.findIndex((other) => other.place?.line === place?.line) === index);

const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0));

interface Reading {
  readonly document: Document.Parsed;
  /** The YAML's source. */
  readonly text: string;
  readonly at: (offset: number) => Place;
  /** What is wrong with a line: its slip, or a reason where it is none of the usual ones. */
  readonly brokenAt: (offset: number, reason: Phrase) => Fault;
  readonly faults: Fault[];
  count: number;
  depth: number;
}

const isNothing = (node: unknown): boolean =>
  isScalar(node) && node.type === 'PLAIN' && ['', '~', 'null'].includes(String(node.source ?? ''));

/** A node as plain data of texts, lists and maps; keys without a value are left out. */
function plainValue(node: ParsedNode, reading: Reading): unknown {
  reading.count++;
  if (reading.count > MOST_VALUES || reading.depth > 50) return '';
  if (isAlias(node)) {
    const target = node.resolve(reading.document) as ParsedNode | undefined;
    if (target === undefined) reading.faults.push(reading.brokenAt(node.range[0], NOT_NAMED));
    reading.depth++;
    const value = target ? plainValue(target, reading) : '';
    reading.depth--;
    return value;
  }
  if (isMap(node)) return plainMap(node.items as readonly PairNode[], reading);
  if (isSeq(node))
    return (node.items as readonly ParsedNode[])
      .filter((item) => !isNothing(item))
      .map((item) => plainValue(item, reading))
      .filter((value) => value !== '');
  return plainText(node, reading);
}

const NO_MAP: Phrase = { en: 'it is not a map of keys and values.', zh: '它不是“键: 值”的写法。' };
const NOT_NAMED: Phrase = { en: 'a value begins with & or *.', zh: '值以 & 或 * 开头。' };

interface PairNode {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function plainMap(pairs: readonly PairNode[], reading: Reading): Record<string, unknown> {
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of pairs) {
    // What was meant for a key and its value, `标题：…`, is all key where a plain colon follows later on the line.
    if (isScalar(key) && String(key.value).includes('：'))
      reading.faults.push(reading.brokenAt(key.range[0], { en: 'a key holds ：.', zh: '键里有“：”。' }));
    else if (!isScalar(key))
      reading.faults.push(
        yamlBroken(reading.at(key?.range?.[0] ?? 0), { en: 'a key is not a text.', zh: '有一个键不是文字。' }),
      );
    else if (value !== null) {
      const plain = isNothing(value) ? plainText(value, reading) && '' : plainValue(value, reading);
      if (plain !== '') map[String(key.value)] = plain;
    }
  }
  return map;
}

function plainText(node: ParsedNode, reading: Reading): string {
  if (!isScalar(node)) return '';
  // An anchor that nothing refers to was meant to be read.
  if (node.anchor !== undefined && !reading.text.includes(`*${node.anchor}`))
    reading.faults.push(reading.brokenAt(node.range[0], NOT_NAMED));
  if (node.comment && node.type === 'PLAIN' && /^[^\s#!=-]/.test(node.comment))
    reading.faults.push(commentInValue(reading.at(node.range[0]), node.comment.split('\n')[0] ?? ''));
  // YAML folds the line ends of a text into blanks, which Chinese does not have between its characters.
  const isFolded = node.type === 'PLAIN' || node.type === 'BLOCK_FOLDED';
  const written = reading.text.slice(node.range[0], node.range[1]);
  if (isFolded && written.includes('\n'))
    return oneLine(node.type === 'PLAIN' ? written : written.replace(/^.*\n/, ''));
  return String(node.value).trim();
}

/** Character offset of the value at a path, or of the deepest part of the path that is there. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    if (pair) offset = (pair.key as ParsedNode).range?.[0] ?? offset;
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!pair && node) offset = (node as ParsedNode).range?.[0] ?? offset;
  }
  return offset;
}

interface Checked {
  readonly schema: z.ZodType;
  readonly plain: unknown;
  readonly document: Document.Parsed;
  readonly at: (offset: number) => Place;
  /** The YAML's source. */
  readonly text: string;
  readonly locate: Locate;
}

type Finding = z.core.$ZodIssue;

function faultsOf(finding: Finding, checked: Checked): Fault[] {
  const key = nameOf(finding.path);
  if (finding.code === 'unrecognized_keys') {
    const allowed = keysAt(checked.schema, finding.path);
    return finding.keys.map((unknown) => {
      const under = finding.path.length === 0 ? holderOf(unknown, allowed, checked.schema) : undefined;
      const guess = under === undefined ? meant(unknown, allowed) : undefined;
      const place = checked.locate([...finding.path, unknown]);
      return keyUnknown(place, unknown, { allowed, ...(guess && { guess }), ...(under && { under }) });
    });
  }
  if (finding.code === 'invalid_key')
    return [
      valueBad(checked.locate(finding.path), key, {
        got: { en: 'not a name that is allowed here', zh: '这里不许用的名字' },
        expected: expectation(RECORD),
      }),
    ];
  const deeper = finding.code === 'invalid_union' ? insideUnion(finding, checked) : undefined;
  if (deeper) return deeper;
  const value = valueAt(checked.plain, finding.path);
  const place = checked.locate(finding.path);
  if (value === undefined) return [keyMissing(place, key, expectation(finding.message))];
  const guess = typeof value === 'string' ? meantValue(value, finding) : undefined;
  const written = typeof value === 'string' ? value : writtenAt(finding.path, checked);
  const wide = /[A-Za-z0-9]/.test(written.normalize('NFKC')) ? wideSignsIn(written) : undefined;
  const got = shown(value);
  return [
    valueBad(place, key, {
      expected: expectation(finding.message),
      got,
      ...(guess && { guess }),
      ...(wide && { wide }),
    }),
  ];
}

/** The first line of what is written for a list or a map. */
function writtenAt(path: readonly PropertyKey[], { document, text }: Checked): string {
  const node = document.getIn(path, true) as ParsedNode | undefined;
  return node?.range === undefined ? '' : (text.slice(node.range[0], node.range[1]).split('\n')[0] ?? '');
}

const RECORD = want(
  'a plain name: for `makeup` a rule number such as R23, elsewhere letters, digits and hyphens',
  '普通名字：`makeup` 里用规则号，如 R23；别处用字母、数字和连字符',
);

/** Of a union, the branch that the value was meant to be: the one whose own faults lie deeper than its kind. */
function insideUnion(finding: Finding & { code: 'invalid_union' }, checked: Checked): Fault[] | undefined {
  const branch = finding.errors.find((errors) => errors.length > 0 && errors.every(isDeeper));
  return branch?.flatMap((inner) => faultsOf({ ...inner, path: [...finding.path, ...inner.path] }, checked));
}

const isDeeper = (inner: Finding): boolean => inner.path.length > 0 || inner.code === 'unrecognized_keys';

function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index ? '.' : ''}${String(step)}`))
    .join('');
}

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  let value = plain;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

function shown(value: unknown): Phrase {
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  return Array.isArray(value) ? { en: 'a list', zh: '一个列表' } : { en: 'a map', zh: '一组“键: 值”' };
}
