import type { Verdict } from '../schema/verdict.ts';
import { decodeFile } from './decode-file.ts';
import { findSwitches } from './look-alikes.ts';
import { type ParsedYaml, readYaml } from './parse-yaml.ts';
import { type FrontMatterParts, splitFrontMatter } from './split-front-matter.ts';

type Mark = 'published' | 'removed';

/** What a file says after a verdict. `removed: false` is the same as none. */
export const MARKS_OF: Readonly<Record<Verdict, Readonly<Partial<Record<Mark, boolean>>>>> = {
  publish: { published: true, removed: false },
  hold: { published: false, removed: false },
  remove: { removed: true },
};

/** changes: lines that became others, in words. Empty when the file says so already: bytes are then the same. */
export type Changed = { bytes: Uint8Array; changes: string[] } | { fault: string };

interface Source {
  parts: FrontMatterParts;
  yaml: ParsedYaml;
}

const FORM =
  'its front matter has a form in which one line alone cannot be changed safely. Change it by hand, or write the keys one a line.';

/**
 * Writes a verdict into an article's file: exactly the line of `published`, or of `removed`, and no other byte. Every result
 * was read again, and says the same as before in all else.
 */
export function changeMarks(bytes: Uint8Array, verdict: Verdict): Changed {
  const source = readSource(bytes);
  if ('fault' in source) return source;
  let now = bytes;
  const changes: string[] = [];
  for (const [mark, wanted] of Object.entries(MARKS_OF[verdict]) as [Mark, boolean][]) {
    const change = changeMark(now, mark, wanted);
    if (change === undefined) continue;
    if ('fault' in change) return change;
    now = change.bytes;
    changes.push(change.change);
  }
  return { bytes: now, changes };
}

/** What the file says of itself; undefined where it has no such key. */
export function marksIn(bytes: Uint8Array): Partial<Record<Mark, unknown>> | undefined {
  const source = readSource(bytes);
  return 'fault' in source ? undefined : (source.yaml.value as Partial<Record<Mark, unknown>>);
}

function readSource(bytes: Uint8Array): Source | { fault: string } {
  const decoded = decodeFile(bytes);
  const parts = 'fault' in decoded ? decoded : splitFrontMatter(decoded.text);
  if ('fault' in parts) return parts;
  const yaml = readYaml(parts.yaml, 2);
  const isMap = typeof yaml.value === 'object' && yaml.value !== null && !Array.isArray(yaml.value);
  return isMap ? { parts, yaml } : { fault: 'its front matter is no block of keys that can be read. Mend it first.' };
}

type Change = { bytes: Uint8Array; change: string } | { fault: string } | undefined;

function changeMark(bytes: Uint8Array, mark: Mark, wanted: boolean): Change {
  const source = readSource(bytes);
  if ('fault' in source) return source;
  const said = marksIn(bytes)?.[mark];
  if (said === wanted || (mark === 'removed' && !wanted && said === undefined)) return undefined;
  const lines = linesOf(bytes);
  const ways = said === undefined ? additions(lines, source, mark, wanted) : replacements(lines, source, mark, wanted);
  for (const { text, change, leaves } of ways) {
    const changed = new TextEncoder().encode(text);
    if (saysOnly(source, changed, mark, leaves)) return { bytes: changed, change };
  }
  return { fault: FORM };
}

interface Way {
  text: string;
  change: string;
  /** What the file then says of the mark. */
  leaves: boolean | undefined;
}

/** A file's lines with their ends, as the compiler counts lines. The byte order mark stays with the first. */
function linesOf(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** A key and true or false on a line of their own, with nothing but a comment behind. */
const LINE =
  /^([ ]*(?:"(?:published|removed)"|'(?:published|removed)'|published|removed)[ \t]*:[ \t]+)(true|false)([ \t]*(?:[ \t]#[^\r\n]*)?(?:\r\n|\r|\n))$/i;

function replacements(lines: readonly string[], { yaml }: Source, mark: Mark, wanted: boolean): Way[] {
  const at = yaml.locate([mark]).line - 1;
  const parts = LINE.exec(lines[at] ?? '');
  if (!parts) return [];
  const [, before = '', value = '', after = ''] = parts;
  const way = (line: string, leaves: boolean | undefined, change: string): Way => {
    return { text: lines.with(at, line).join(''), leaves, change };
  };
  const other = way(before + String(wanted) + after, wanted, `${mark}: ${value.toLowerCase()} → ${wanted}`);
  // A comment stays, and so does a line that keeps another one like it from being taken for a mark. Of a carriage return
  // before it and a line feed behind it one line end would become.
  const joins = lines[at - 1]?.endsWith('\r') && lines[at + 1]?.startsWith('\n');
  const takesAway = mark === 'removed' && !wanted && !after.includes('#') && !joins;
  const without = lines.toSpliced(at, 1).join('');
  if (!takesAway || findSwitches(without.replace(/\r\n?/g, '\n'), ['removed']).length > 0) return [other];
  return [{ text: without, leaves: undefined, change: `${mark}: ${value.toLowerCase()} taken away` }, other];
}

/** Beside the keys that it is about, where files have it; else as the last key. */
const BESIDE: Readonly<Record<Mark, readonly string[]>> = {
  published: ['heat', 'quality', 'score', 'type'],
  removed: ['published', 'heat', 'quality', 'score', 'type'],
};
const PLAIN_LINE = /^( *)\w+:[ \t]+[\w.-]+[ \t]*(?:[ \t]#[^\r\n]*)?(\r\n|\r|\n)$/;

function additions(lines: readonly string[], { parts, yaml }: Source, mark: Mark, wanted: boolean): Way[] {
  const own = yaml.keys.filter(({ field }) => field.length === 1);
  const beside = BESIDE[mark].find((name) => own.some(({ key }) => key === name));
  const ways: Way[] = [];
  const add = (at: number, indent: string, end: string): void => {
    const text = lines.toSpliced(at, 0, `${indent}${mark}: ${wanted}${end}`).join('');
    ways.push({ text, leaves: wanted, change: `${mark}: ${wanted} added` });
  };
  if (beside !== undefined) {
    const at = yaml.locate([beside]).line - 1;
    const found = PLAIN_LINE.exec(lines[at] ?? '');
    if (found) add(at + 1, found[1] ?? '', found[2] ?? '');
  }
  const close = parts.bodyLine - 2;
  const end = /\r\n|\r|\n/.exec(lines[close - 1] ?? '')?.[0] ?? '\n';
  add(close, ' '.repeat((own[0]?.place().column ?? 1) - 1), end);
  return ways;
}

/** Whether a changed file says what it said, but for one mark. */
function saysOnly(before: Source, bytes: Uint8Array, mark: Mark, said: boolean | undefined): boolean {
  const after = readSource(bytes);
  if ('fault' in after || after.parts.body !== before.parts.body) return false;
  const value = after.yaml.value as Readonly<Record<string, unknown>>;
  return (
    Object.hasOwn(value, mark) === (said !== undefined) &&
    value[mark] === said &&
    restOf(value, mark) === restOf(before.yaml.value as Readonly<Record<string, unknown>>, mark)
  );
}

const restOf = (value: Readonly<Record<string, unknown>>, mark: Mark): string =>
  JSON.stringify(Object.entries(value).filter(([key]) => key !== mark));
