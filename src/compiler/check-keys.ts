import { nearestName } from '../lib/edit-distance.ts';
import { FrontMatter, ImageInput, ProviderInput, RelatedInput } from '../schema/front-matter.ts';
import { findSwitches, type GateKey, gateVerdict, type Verdict } from './look-alikes.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { type Field, printableKey, type Report } from './report.ts';

const names = (schema: { entries: object }): readonly string[] => Object.keys(schema.entries);
const KNOWN = {
  article: names(FrontMatter),
  related: names(RelatedInput),
  provider: names(ProviderInput),
  image: names(ImageInput),
} as const;

/** The kind of block that a field's last key stands in; undefined inside blocks that nobody knows. */
function blockOf(field: Field): keyof typeof KNOWN | undefined {
  const start = field[0] === 'related' && typeof field[1] === 'number' ? 2 : 0;
  const [depth, first, second, third] = [field.length - start, field[start], field[start + 1], field[start + 2]];
  if (depth === 1) return start === 0 ? 'article' : 'related';
  if (depth === 2 && first === 'provider') return 'provider';
  if (depth === 3 && first === 'images' && typeof second === 'number') return 'image';
  return depth === 4 && first === 'provider' && second === 'images' && typeof third === 'number' ? 'image' : undefined;
}

/** Remembers what it found about a name: a corpus has few names and many keys. */
export function createKeyChecker(): (yaml: ParsedYaml, report: Report) => void {
  const verdicts = new Map<string, Verdict | undefined>();
  const verdictOf = (key: string): Verdict | undefined => {
    if (!verdicts.has(key)) verdicts.set(key, gateVerdict(key));
    return verdicts.get(key);
  };
  return (yaml, report) => {
    for (const { field, key, place } of yaml.keys) {
      const block = blockOf(field);
      if (block !== undefined && KNOWN[block].includes(key)) continue;
      const verdict = verdictOf(key);
      if (verdict !== undefined) report.error(shownField(field), verdictMessage(key, field, verdict), place());
      // What a broken file's keys are, only its parser guesses.
      else if (block !== undefined && yaml.faults.length === 0)
        report.warn(shownField(field), unknownMessage(key, KNOWN[block]), place());
    }
  };
}

/** The field itself when its key may be printed, else the block that holds it. */
const shownField = (field: Field): Field => (printableKey(String(field.at(-1))) === undefined ? field.slice(0, -1) : field);

function verdictMessage(key: string, field: Field, verdict: Verdict): string {
  if (verdict.kind === 'means') {
    return 'is a key that could be meant to keep the article unpublished, and nothing here reads it. Use "published: false" for that, or remove the key.';
  }
  if (key === verdict.to && field.length > 1) {
    return `stands inside another block, where nothing reads "${verdict.to}". Write it at the start of a line of its own, without spaces before it.`;
  }
  return `looks like "${verdict.to}" and is not spelled so. Write "${verdict.to}" exactly, or rename the key.`;
}

function unknownMessage(key: string, known: readonly string[]): string {
  const near = printableKey(key) === undefined ? undefined : nearestName(key, known);
  return near === undefined
    ? 'is a key that nobody knows here. It is ignored.'
    : `is a key that nobody knows here. Did you mean "${near}"?`;
}

/**
 * Errors for `published: no` and the like that stand where no parser reads them. `text` is the whole file.
 * Only keys that the front matter does not have are looked for.
 */
export function checkSwitches(text: string, keys: ReadonlySet<string>, report: Report): void {
  const absent = (['published', 'removed'] as const satisfies readonly GateKey[]).filter((key) => !keys.has(key));
  for (const { to, line } of findSwitches(text, absent)) {
    report.error(
      [],
      `This line looks like it sets "${to}", but no key of that name is read from it. Write "${to}: true" or "${to}: false" as a line of its own between the --- lines.`,
      { line, column: 1 },
    );
  }
}
