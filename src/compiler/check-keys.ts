import { nearestName } from '../lib/edit-distance.ts';
import { FrontMatter, ImageInput, ProviderInput, RelatedInput } from '../schema/front-matter.ts';
import { type GateKey, gateVerdict, type SwitchFinder, type Verdict } from './look-alikes.ts';
import { hasKey, type ParsedYaml } from './parse-yaml.ts';
import { type Field, printableKey, type Report } from './report.ts';

const names = (schema: { entries: object }): ReadonlySet<string> => new Set(Object.keys(schema.entries));
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

/** Whether all keys are known, told quickly; false where a closer look is needed. */
function hasKnownKeys(value: unknown): boolean {
  return isBlock(value) && hasOnly(value, KNOWN.article, (key, inside) => isKnownPart(key, inside) || isKnownList(key, inside));
}

type Block = Readonly<Record<string, unknown>>;
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value);

/** isKnown: asked for values that hold others. */
function hasOnly(block: Block, known: ReadonlySet<string>, isKnown: (key: string, value: object) => boolean): boolean {
  for (const key of Object.keys(block)) {
    if (!known.has(key)) return false;
    const value = block[key];
    if (typeof value === 'object' && value !== null && !isKnown(key, value)) return false;
  }
  return true;
}

function isKnownPart(key: string, value: object): boolean {
  if (key === 'provider') return isBlock(value) && hasOnly(value, KNOWN.provider, isImages);
  return isImages(key, value);
}

const isImages = (key: string, value: object): boolean =>
  key === 'images' && isEach(value, (item) => hasOnly(item, KNOWN.image, () => false));

const isKnownList = (key: string, value: object): boolean =>
  key === 'related' ? isEach(value, (item) => hasOnly(item, KNOWN.related, isKnownPart)) : isEach(value, () => false);

/** Whether a list holds texts, numbers and known blocks. */
const isEach = (value: object, isKnown: (item: Block) => boolean): boolean =>
  Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null || (isBlock(item) && isKnown(item)));

/** Remembers what it found about a name: a corpus has few names and many keys. */
export function createKeyChecker(): (yaml: ParsedYaml, report: Report) => void {
  const verdicts = new Map<string, Verdict | undefined>();
  const verdictOf = (key: string): Verdict | undefined => {
    if (!verdicts.has(key)) verdicts.set(key, gateVerdict(key));
    return verdicts.get(key);
  };
  return (yaml, report) => {
    if (hasKnownKeys(yaml.value)) return;
    for (const { field, key, place } of yaml.keys) {
      const block = blockOf(field);
      if (block !== undefined && KNOWN[block].has(key)) continue;
      const verdict = verdictOf(key);
      if (verdict !== undefined) report.error(shownField(field), verdictMessage(key, field, verdict), place());
      // What a broken file's keys are, only its parser guesses.
      else if (block !== undefined && yaml.faults.length === 0)
        report.warn(shownField(field), unknownMessage(key, [...KNOWN[block]]), place());
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
export function checkSwitches(text: string, yaml: ParsedYaml, findSwitches: SwitchFinder, report: Report): void {
  const absent = (['published', 'removed'] as const satisfies readonly GateKey[]).filter((key) => !hasKey(yaml, key));
  for (const { to, line } of findSwitches(text, absent)) {
    report.error(
      [],
      `This line looks like it sets "${to}", but no key of that name is read from it. Write "${to}: true" or "${to}: false" as a line of its own between the --- lines.`,
      { line, column: 1 },
    );
  }
}
