import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { readPlain } from './read-plain.ts';
import type { Field, Place } from './report.ts';

/** value: plain data. keys: every key at any depth, in order. locate: a field's place, its key's where it has one. */
export interface ParsedYaml {
  value: unknown;
  readonly keys: { field: Field; key: string; place: () => Place }[];
  faults: { field: Field; message: string; place: Place }[];
  locate: (field: Field) => Place;
}

/** Sentences of our own: the parser's quote what stands in the file. */
const SENTENCES: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins no known escape. Write \\\\ for a backslash itself, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit the lines around it. Indent keys of one block by the same number of spaces.',
  BAD_SCALAR_START: 'A value begins with a sign that YAML keeps for itself. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second key stands on the line, or a value holds a colon. Put values with ": " in quotes.',
  DUPLICATE_KEY: 'The key stands here a second time. Keep one of the two.',
  MISSING_CHAR: 'A colon, comma, quote or bracket is missing. Look at the end of this line and of the one before.',
  MULTILINE_IMPLICIT_KEY:
    'A line without a colon stands where a key is expected, or a value holds a colon. Quote values with ": ".',
  MULTIPLE_DOCS: 'A second YAML document begins here. Keep one between the --- lines.',
  TAB_AS_INDENT: 'A tab is used for indentation. Use spaces.',
  NON_STRING_KEY: 'A key must be a plain word.',
};
const OTHERWISE = 'This is not valid YAML. Compare with the keys around it; values with special signs belong in quotes.';
const DEEPEST = 40;
const TOO_DEEP = `The YAML is nested too deep. Keep it below ${DEEPEST} levels.`;

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  stringKeys: true,
  // Checked below in linear time, and with every place of it.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * Parses YAML that starts on line `firstLine` of its file. Warnings count as faults. Aliases, anchors, tags, duplicate keys,
 * `__proto__` and absurd depth are faults too. With any fault, `value` is undefined.
 */
export function parseYaml(text: string, firstLine: number): ParsedYaml {
  const place = placeFinder(text, firstLine);
  try {
    const document = parseDocument(text, OPTIONS);
    const seen = collect(document, place);
    for (const { code, pos } of [...document.errors, ...document.warnings]) {
      seen.faults.push({ field: [], message: SENTENCES[code] ?? OTHERWISE, place: place(pos[0]) });
    }
    const value = seen.faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return { value, ...seen, locate: (field) => place(offsetOf(document, field)) };
  } catch {
    // Brackets nested by the thousand exhaust the parser's stack; nothing else of it throws.
    const fault = { field: [], message: TOO_DEEP, place: place(0) };
    return { value: undefined, keys: [], faults: [fault], locate: () => place(0) };
  }
}

/**
 * parseYaml, by the shortest way: plain shapes are read without the parser, which is asked only for the places of faults.
 */
export function readYaml(text: string, firstLine: number): ParsedYaml {
  const plain = readPlain(text);
  if (plain === undefined) return parseYaml(text, firstLine);
  let parsed: ParsedYaml | undefined;
  const whole = (): ParsedYaml => {
    parsed ??= parseYaml(text, firstLine);
    return parsed;
  };
  const locate = (field: Field): Place => whole().locate(field);
  return {
    value: plain.value,
    // Both name the same keys in the same order. Nobody asks for them where each is one that is known.
    get keys() {
      return plain.keys.map((key, index) => ({ ...key, place: () => whole().keys[index]?.place() ?? locate(key.field) }));
    },
    faults: [],
    locate,
  };
}

/** Whether a key stands at the left margin, in a file with faults too. */
export function hasKey(yaml: ParsedYaml, name: string): boolean {
  const { value } = yaml;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.hasOwn(value, name);
  return yaml.keys.some(({ field, key }) => field.length === 1 && key === name);
}

/** Finds an offset's place. The table of lines is made when the first place is asked for: most files have no fault. */
function placeFinder(text: string, firstLine: number): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

type Seen = Pick<ParsedYaml, 'keys' | 'faults'>;

function collect(document: Document, place: (offset: number) => Place): Seen {
  const seen: Seen = { keys: [], faults: [] };
  let isTooDeep = false;
  const fault = (node: Node, field: Field, message: string): void => {
    seen.faults.push({ field, message, place: place(node.range?.[0] ?? 0) });
  };
  const visit = (node: unknown, field: Field): void => {
    if (!isNode(node)) return;
    if (isAlias(node)) return fault(node, field, 'YAML aliases (*name) are not taken. Write the value out.');
    if (node.anchor !== undefined)
      fault(node, field, 'YAML anchors (&name) are not taken. Write the value out, or put it in quotes.');
    if (node.tag !== undefined) fault(node, field, 'YAML tags (!name) are not taken. Remove it, or put the value in quotes.');
    if (!isCollection(node)) return;
    if (field.length > DEEPEST) {
      if (!isTooDeep) fault(node, field.slice(0, 4), TOO_DEEP);
      isTooDeep = true;
      return;
    }
    if (isMap(node)) visitMap(node, field);
    else node.items.forEach((item, index) => visit(item, [...field, index]));
  };
  const visitMap = (map: YAMLMap, field: Field): void => {
    const names = new Set<string>();
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      const name = String(key?.value ?? '');
      const here = [...field, name];
      if (key !== undefined && (key.anchor !== undefined || key.tag !== undefined))
        fault(key, here, 'A key must be a plain word.');
      if (name === '__proto__') fault(key ?? map, field, 'The key __proto__ is not taken. Remove it.');
      if (names.has(name)) fault(key ?? map, here, 'The key stands here a second time. Keep one of the two.');
      names.add(name);
      seen.keys.push({ field: here, key: name, place: () => place(key?.range?.[0] ?? 0) });
      visit(pair.value, here);
    }
  };
  visit(document.contents, []);
  return seen;
}

/** Where a field stands: its key, for an item of a list the item; as near as the document goes. */
function offsetOf(document: Document, field: Field): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of field) {
    if (!isCollection(node)) return offset;
    const pair: unknown =
      typeof part === 'number'
        ? node.items[part]
        : node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === part);
    if (pair === undefined) return offset;
    node = isPair(pair) ? pair.value : pair;
    const marked = isPair(pair) ? pair.key : pair;
    if (isNode(marked)) offset = marked.range?.[0] ?? offset;
  }
  return offset;
}
