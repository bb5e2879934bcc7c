import type { Field } from './report.ts';

/** What a plain reader found: the data, and every key at any depth in order. keys: found anew each time they are asked for. */
export interface PlainYaml {
  value: unknown;
  readonly keys: PlainKey[];
}

interface PlainKey {
  field: Field;
  key: string;
}

/** Quoted text on one line that is what stands between the quotes. */
const ASCII_QUOTED = /^"[ !#-[\]-~]*"$/;
/** Quoted text on one line, with the escapes that JSON has too. */
const QUOTED = /^"(?:[^"\\\p{Cc}\u2028\u2029\uFEFF]|\\["\\/nrt])*"$/u;
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
/** PLAIN, of signs that nothing depends on. */
const ASCII_PLAIN = /^[A-Za-z/][ -"$-9;-~]*$/;
/** Plain text that begins with a letter or slash and holds nothing that YAML could read otherwise. */
const PLAIN = /^[\p{L}/](?:[^:#\p{C}\p{Zl}\p{Zp}]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*$/u;
const SPECIAL = /^(?:true|false|null)$/i;
const LONGEST_KEY = 30;
const [FEED, BLANK, QUOTE, HYPHEN, COLON] = [0x0a, 0x20, 0x22, 0x2d, 0x3a];

/** Thrown inside, to leave from any depth: this is not the plain shape. */
const NOT_PLAIN = Symbol('not plain');

/**
 * Reads the one plain shape of YAML that nearly all articles have: keys of letters and digits, two blanks a level, lists
 * of texts or blocks, values on one line. Twenty times as fast as a parser of all YAML. Undefined for everything else, by one
 * character: then the parser has the word. Where this reader answers it must say what the parser says; tests hold the two
 * against each other, because a difference about `published` would be a leak.
 */
export function readPlain(text: string): PlainYaml | undefined {
  try {
    const lines = new Lines(text);
    const value = blockOf(lines, 0);
    return lines.isAtEnd
      ? {
          value,
          get keys() {
            return keysOf(value, [], []);
          },
        }
      : undefined;
  } catch (reason) {
    if (reason === NOT_PLAIN) return undefined;
    throw reason;
  }
}

/** Lines that are not empty, one at a time. */
class Lines {
  readonly #text: string;
  #next = 0;
  isAtEnd = false;
  /** Of the line that it stands at: blanks at its beginning, before an item's hyphen too. */
  indent = 0;
  isItem = false;
  /** Undefined in an item of a list of texts. */
  key: string | undefined;
  /** Undefined where a block is to follow. */
  scalar: string | undefined;

  constructor(text: string) {
    this.#text = text;
    this.next();
  }

  next(): void {
    const text = this.#text;
    let at = this.#next;
    while (at < text.length && text.charCodeAt(at) === FEED) at++;
    if (at >= text.length) {
      this.isAtEnd = true;
      return;
    }
    const start = at;
    while (text.charCodeAt(at) === BLANK) at++;
    this.indent = at - start;
    this.isItem = text.charCodeAt(at) === HYPHEN && text.charCodeAt(at + 1) === BLANK;
    if (this.isItem) at += 2;
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    if (at === end || text.charCodeAt(end - 1) === BLANK) throw NOT_PLAIN;
    this.#next = end + 1;
    this.#read(at, end);
  }

  #read(start: number, end: number): void {
    const text = this.#text;
    const colon = keyEnd(text, start);
    const isAlone = colon + 1 === end;
    if (colon > start && (isAlone || text.charCodeAt(colon + 1) === BLANK)) {
      this.key = text.slice(start, colon);
      this.scalar = isAlone ? undefined : text.slice(colon + 2, end);
      return;
    }
    // A line without a key is an item of a list of texts.
    if (!this.isItem) throw NOT_PLAIN;
    this.key = undefined;
    this.scalar = text.slice(start, end);
  }
}

const isLetter = (sign: number): boolean => (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
const isDigit = (sign: number): boolean => sign >= 0x30 && sign <= 0x39;

/** Where the colon behind a key stands; `start` where there is no key. */
function keyEnd(text: string, start: number): number {
  let at = start;
  let sign = text.charCodeAt(at);
  while (isLetter(sign) || (isDigit(sign) && at > start)) sign = text.charCodeAt(++at);
  return sign === COLON && at - start <= LONGEST_KEY ? at : start;
}

function blockOf(lines: Lines, indent: number): unknown {
  if (lines.isAtEnd || lines.indent !== indent) throw NOT_PLAIN;
  return lines.isItem ? listOf(lines, indent) : mapOf(lines, indent, false);
}

function listOf(lines: Lines, indent: number): unknown[] {
  const items: unknown[] = [];
  while (!lines.isAtEnd && lines.indent === indent && lines.isItem) {
    if (lines.key === undefined) {
      items.push(scalarOf(lines.scalar));
      lines.next();
    } else items.push(mapOf(lines, indent + 2, true));
  }
  return items;
}

/** isBehindHyphen: its first key stands behind an item's hyphen, two columns further left than its line says. */
function mapOf(lines: Lines, indent: number, isBehindHyphen: boolean): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (let isFirst = isBehindHyphen; !lines.isAtEnd; isFirst = false) {
    if (!isFirst && (lines.indent !== indent || lines.isItem)) break;
    const { key, scalar } = lines;
    // No value is undefined, so this tells what `in` would, several times as fast; names of Object.prototype are declined too.
    if (key === undefined || values[key] !== undefined || isSpecial(key)) throw NOT_PLAIN;
    lines.next();
    values[key] = scalar === undefined ? blockOf(lines, indent + 2) : scalarOf(scalar);
  }
  return values;
}

const isSpecial = (text: string): boolean => (text.length === 4 || text.length === 5) && SPECIAL.test(text);

function scalarOf(text: string | undefined): unknown {
  if (text === undefined) throw NOT_PLAIN;
  const sign = text.charCodeAt(0);
  if (sign === QUOTE) {
    if (ASCII_QUOTED.test(text)) return text.slice(1, -1);
    if (QUOTED.test(text)) return JSON.parse(text);
  } else if (isDigit(sign) || sign === HYPHEN) {
    if (INTEGER.test(text)) return Number(text);
    if (DATE.test(text)) return text;
  } else if (text === 'true' || text === 'false') return text === 'true';
  else if ((ASCII_PLAIN.test(text) || PLAIN.test(text)) && !isSpecial(text)) return text;
  throw NOT_PLAIN;
}

/** By the order of writing, which objects keep: no key of the plain shape is a number. */
function keysOf(value: unknown, field: Field, keys: PlainKey[]): PlainKey[] {
  if (typeof value !== 'object' || value === null) return keys;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) keysOf(item, [...field, index], keys);
    return keys;
  }
  for (const [key, inside] of Object.entries(value)) {
    const here = [...field, key];
    keys.push({ field: here, key });
    keysOf(inside, here, keys);
  }
  return keys;
}
