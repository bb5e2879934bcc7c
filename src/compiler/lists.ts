import type * as v from 'valibot';
import { groupByLetter } from '../lib/group-by-letter.ts';
import { contentHash, hash32 } from '../lib/hash.ts';
import { roundCount } from '../lib/round-count.ts';
import { type ListKind, listFile, listPartFile } from '../schema/paths.ts';
import type { ListEntry, NameList } from '../schema/publication.ts';
import type { Feed } from './feeds.ts';
import { jsonText } from './json-text.ts';
import type { TextOutput } from './model.ts';
import { byText } from './order.ts';

/** With every digit a list would be another with each article. */
export const entryOf = ({ id, name, articles }: Feed): ListEntry => ({ id, name, count: roundCount(articles.length) });

const byName = (a: Feed, b: Feed): number =>
  byText(a.name.toLowerCase(), b.name.toLowerCase()) || byText(a.name, b.name) || byText(a.id, b.id);

/** JSON of that many characters takes about 9 kB compressed. */
const WHOLE = 40_000;
/** Of a longer list so many stand in its table of contents, those with the most articles. */
const MOST = 24;
/**
 * A part ends after one name in so many, whichever they are, so that a new name leaves the other parts as they are; but it has at least
 * LEAST, and at most MOST_OF_PART, which take 6 kB compressed.
 */
const PART = 96;
const LEAST = 64;
const MOST_OF_PART = 256;

/** list: what all topics or all providers are found by. parts: of a long one, its letters' names. */
export interface ListOutputs {
  list: TextOutput;
  parts: TextOutput[];
}

/** A list in one file while it is short; a longer one letter by letter, so that its table of contents stays small. */
export function listOutputs(kind: ListKind, feeds: readonly Feed[]): ListOutputs {
  const entries = [...feeds].sort(byName).map((feed) => withProvider(kind, feed));
  const whole = jsonText({ format: 1, total: entries.length, entries } satisfies ListInput);
  if (whole.length <= WHOLE) return { list: contents(listFile(kind), whole), parts: [] };
  const parts: TextOutput[] = [];
  const letters = groupByLetter(entries).map(({ letter, entries: members }) => {
    const files = partsOf(members).map((part) => {
      const name = nameOf(part);
      const text = jsonText({ format: 1, total: part.length, entries: part } satisfies ListInput);
      parts.push(contents(listPartFile(kind, name), text));
      return name;
    });
    return { letter, count: members.length, parts: files };
  });
  const most = entries.toSorted((a, b) => b.count - a.count).slice(0, MOST);
  const list: ListInput = { format: 1, total: entries.length, entries: most, letters };
  return { list: contents(listFile(kind), jsonText(list)), parts };
}

type ListInput = v.InferInput<typeof NameList>;

const contents = (path: string, text: string): TextOutput => ({ path, text, kind: 'contents' });

const withProvider = (kind: ListKind, feed: Feed): ListEntry =>
  kind === 'topic' ? entryOf(feed) : { ...entryOf(feed), provider: feed.provider ?? { name: feed.name } };

/** By its first entry. Shorter than a hash that names a file's content. */
const nameOf = ([first]: readonly ListEntry[]): string => contentHash(first?.id ?? '').slice(0, 10);

function partsOf(entries: readonly ListEntry[]): ListEntry[][] {
  const parts: ListEntry[][] = [];
  let part: ListEntry[] = [];
  for (const entry of entries) {
    part.push(entry);
    const ends = part.length >= LEAST && hash32(entry.id) % PART === 0;
    if (!ends && part.length < MOST_OF_PART) continue;
    parts.push(part);
    part = [];
  }
  return part.length > 0 ? [...parts, part] : parts;
}
