import type { Field } from './report.ts';

/** What a plain reader found: the data, and every key at any depth in order. */
export interface PlainYaml {
  value: unknown;
  keys: { field: Field; key: string }[];
}

const LINE = /^( *)(- )?(?:([A-Za-z][A-Za-z0-9]{0,29}):(?: (\S.*))?|(\S.*))$/;
/** Quoted text on one line, with the escapes that JSON has too. */
const QUOTED = /^"(?:[^"\\\p{Cc}\u2028\u2029\uFEFF]|\\["\\/nrt])*"$/u;
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
/** Plain text that begins with a letter or slash and holds nothing that YAML could read otherwise. */
const PLAIN = /^[\p{L}/](?:[^:#\p{C}\p{Zl}\p{Zp}]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*$/u;
const SPECIAL = /^(?:true|false|null)$/i;

/** Thrown inside, to leave from any depth: this is not the plain shape. */
const NOT_PLAIN = Symbol('not plain');

interface Line {
  indent: number;
  isItem: boolean;
  key: string | undefined;
  scalar: string | undefined;
}

/**
 * Reads the one plain shape of YAML that nearly all articles have: keys of letters and digits, two blanks a level, lists
 * of texts or blocks, values on one line. Ten times as fast as a parser of all YAML. Undefined for everything else, by one
 * character: then the parser has the word. Where this reader answers it must say what the parser says; tests hold the two
 * against each other, because a difference about `published` would be a leak.
 */
export function readPlain(text: string): PlainYaml | undefined {
  try {
    const lines = text.split('\n').flatMap(lineOf);
    const reader = createReader(lines);
    const value = reader.block(0, []);
    return reader.isAtEnd() ? { value, keys: reader.keys } : undefined;
  } catch (reason) {
    if (reason === NOT_PLAIN) return undefined;
    throw reason;
  }
}

function lineOf(text: string): Line[] {
  if (text === '') return [];
  const parts = LINE.exec(text);
  if (parts === null || text.endsWith(' ')) throw NOT_PLAIN;
  const [, blanks = '', hyphen, key, value, item] = parts;
  // A line without a key is an item of a list of texts.
  if (key === undefined && hyphen === undefined) throw NOT_PLAIN;
  return [{ indent: blanks.length, isItem: hyphen !== undefined, key, scalar: key === undefined ? item : value }];
}

function createReader(lines: readonly Line[]) {
  let at = 0;
  const keys: PlainYaml['keys'] = [];

  const block = (indent: number, field: Field): unknown => {
    const line = lines[at];
    if (line === undefined || line.indent !== indent) throw NOT_PLAIN;
    return line.isItem ? list(indent, field) : map(indent, field, {});
  };

  const list = (indent: number, field: Field): unknown[] => {
    const items: unknown[] = [];
    for (let line = lines[at]; line?.indent === indent && line.isItem; line = lines[at]) {
      const here = [...field, items.length];
      if (line.key === undefined) {
        items.push(scalarOf(line.scalar));
        at++;
      } else items.push(map(indent + 2, here, {}, line));
    }
    return items;
  };

  /** `first`: the key that stands behind an item's hyphen, two columns further left than its line says. */
  const map = (indent: number, field: Field, values: Record<string, unknown>, first?: Line): unknown => {
    for (let line = first ?? lines[at]; line !== undefined; line = lines[at]) {
      if (line !== first && (line.indent !== indent || line.isItem)) break;
      const { key, scalar } = line;
      if (key === undefined || key in values || SPECIAL.test(key)) throw NOT_PLAIN;
      const here = [...field, key];
      keys.push({ field: here, key });
      at++;
      values[key] = scalar === undefined ? block(indent + 2, here) : scalarOf(scalar);
    }
    return values;
  };

  return { block, keys, isAtEnd: () => at === lines.length };
}

function scalarOf(text: string | undefined): unknown {
  if (text === undefined) throw NOT_PLAIN;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text.startsWith('"') && QUOTED.test(text)) return JSON.parse(text);
  if (INTEGER.test(text)) return Number(text);
  if (DATE.test(text)) return text;
  if (PLAIN.test(text) && !SPECIAL.test(text)) return text;
  throw NOT_PLAIN;
}
