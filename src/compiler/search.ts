import type * as v from 'valibot';
import { contentHash, listHash } from '../lib/hash.ts';
import { writeDictionary } from '../lib/search-dictionary.ts';
import { SEARCH, searchFile } from '../schema/paths.ts';
import type { PeriodReference, SearchManifest, SearchVolume, VolumeReference } from '../schema/search.ts';
import { jsonText } from './json-text.ts';
import type { PeriodMemory, Row, SearchMemory } from './memory/memory.ts';
import type { Places } from './memory/places.ts';
import { type SearchBefore, searchBefore, searchFiles } from './memory/search-before.ts';
import type { PublicArticle, TextOutput } from './model.ts';
import { byText } from './order.ts';
import { dictionariesOf, type KnownWords } from './search-dictionaries.ts';
import { type SearchEntry, searchEntry, searchKey } from './search-entry.ts';
import { periodText } from './search-period.ts';
import { periodsOf } from './search-periods.ts';

/** gone: paths of files that the compile before made and that no longer belong. */
export interface SearchMade {
  memory: SearchMemory;
  gone: string[];
}

/** isNew: its source is. */
interface Entry extends SearchEntry {
  row: Row;
  isNew: boolean;
}

interface Work {
  outputs: TextOutput[];
  memory: SearchMemory;
  before: SearchBefore;
}

/**
 * All files that search reads, without those that the compile before made; each is let go when it was taken, since together they hold all
 * articles' text. Takes nothing but what passed the gate. Fills in rows.
 * memory: of the compile before; built: the text of a hashed file that it made.
 */
export function* searchOutputs(
  places: Places,
  memory: SearchMemory,
  built: (path: string) => string,
): Generator<TextOutput, SearchMade> {
  const before = searchBefore(memory, built);
  const work: Work = { outputs: [], memory: { periods: [], volumes: [] }, before };
  const entries = places.rows.map((row, place) => entryOf(row, places.was[place] === -1, before));
  const { volumes, open } = periodsOf(entries.sort((a, b) => a.key - b.key || byText(a.article.slug, b.article.slug)));
  const newest = open && { open: referenceOf(periodOf(open, { volume: -1, place: 0 }, work).period) };
  const references: VolumeReference[] = [];
  for (const [number, periods] of volumes.entries()) {
    yield* work.outputs.splice(0);
    references.push(volumeReference(periods, number, work));
  }
  const manifest: v.InferInput<typeof SearchManifest> = { format: 1, ...newest, volumes: references.reverse() };
  yield* work.outputs.splice(0);
  yield { path: SEARCH, text: jsonText(manifest), kind: 'contents' };
  noteTexts([...(open ? [open] : []), ...volumes.flat()]);
  const now = new Set(searchFiles(work.memory));
  return { memory: work.memory, gone: [...before.files].filter((file) => !now.has(file)).map(searchFile) };
}

/** Whose text is known by where it stands is not read before somebody wants it. */
function entryOf(row: Row, isNew: boolean, before: SearchBefore): Entry {
  const { article, slugHash: hash } = row;
  if (!isNew) return new KnownEntry(row, before);
  const entry = searchEntry(article, hash);
  row.searchWeight = entry.weight;
  return { ...entry, row, isNew };
}

/** An article whose text is read back where it is wanted. */
class KnownEntry implements Entry {
  readonly article: PublicArticle;
  readonly hash: number;
  readonly key: number;
  readonly weight: number;
  readonly row: Row;
  readonly isNew = false;
  readonly #before: SearchBefore;

  constructor(row: Row, before: SearchBefore) {
    this.article = row.article;
    this.hash = row.slugHash;
    this.key = searchKey(row.article, row.slugHash);
    this.weight = row.searchWeight;
    this.row = row;
    this.#before = before;
  }

  readonly text = (): string => this.#before.textOf(this.row);
}

/** Where the next compile finds each text. periods: in the order in which they were kept. */
function noteTexts(periods: readonly Entry[][]): void {
  for (const [number, period] of periods.entries()) {
    for (let at = 0; at < period.length; at++) {
      const { row } = period[at] as Entry;
      row.period = number;
      row.at = at;
    }
  }
}

function write(value: unknown, { outputs, before }: Work): string {
  const text = jsonText(value);
  const file = contentHash(text);
  if (!before.files.has(file)) outputs.push({ path: searchFile(file), text, kind: 'hashed' });
  return file;
}

/** known: the same period as it was, where nothing in it is another. */
function periodOf(entries: readonly Entry[], where: { volume: number; place: number }, work: Work) {
  const key = listHash(entries.map(({ hash }) => hash));
  const hasNew = entries.some(({ isNew }) => isNew);
  const known = hasNew ? undefined : work.before.period(key);
  const file = known?.file ?? write(periodText(entries), work);
  const period: PeriodMemory = { key, file, count: entries.length, ...timesOf(entries), ...where };
  work.memory.periods.push(period);
  return { period, known };
}

const referenceOf = ({ file, count, from, to }: PeriodReference): PeriodReference => ({ file, count, from, to });

function volumeReference(periods: readonly Entry[][], number: number, work: Work): VolumeReference {
  const all = periods.map((period, place) => periodOf(period, { volume: number, place }, work));
  const same = sameVolume(
    all.map(({ known }) => known),
    work.before.memory,
  );
  if (same) {
    work.memory.volumes.push(same);
    return referenceOf(same);
  }
  const from = all.map(({ known }) => (known && known.volume >= 0 ? known : undefined));
  const dictionaries = dictionariesOf(
    periods.map((period, place) => (from[place] ? undefined : period)),
    knownWords(from, work.before),
  );
  const table: SearchVolume = {
    periods: all.map(({ period }) => referenceOf(period)),
    words: dictionaries.map((part) => ({ from: part[0]?.word ?? '', file: write(writeDictionary(part), work) })),
  };
  const entries = periods.flat();
  const reference = { file: write(table, work), count: entries.length, ...timesOf(entries) };
  work.memory.volumes.push({ ...reference, periods: periods.length, words: table.words.map(({ file }) => file) });
  return reference;
}

function sameVolume(periods: readonly (PeriodMemory | undefined)[], { volumes }: SearchMemory) {
  const [first] = periods;
  const volume = first && volumes[first.volume];
  const isSame = periods.every((period, place) => period?.volume === first?.volume && period?.place === place);
  return volume && isSame && volume.periods === periods.length ? volume : undefined;
}

/** The words of periods that stood in a volume, with their places of now: those of one volume after the other. */
function* knownWords(periods: readonly (PeriodMemory | undefined)[], before: SearchBefore): Generator<KnownWords> {
  const volumes = new Map<number, Map<number, number>>();
  for (const [place, period] of periods.entries()) {
    if (!period) continue;
    const moved = volumes.get(period.volume) ?? new Map<number, number>();
    volumes.set(period.volume, moved.set(period.place, place));
  }
  for (const [volume, moved] of volumes) {
    yield before.wordsOf(volume).map((one) => {
      // Most words stand in none of the periods that are others.
      if (one.places.every((place) => moved.get(place) === place)) return one;
      return { word: one.word, places: one.places.flatMap((place) => moved.get(place) ?? []).sort((a, b) => a - b) };
    });
  }
}

/** In seconds. */
function timesOf(entries: readonly SearchEntry[]): { from: number; to: number } {
  return { from: secondsOf(entries[0]), to: secondsOf(entries.at(-1)) };
}

const secondsOf = (entry: SearchEntry | undefined): number => Math.floor((entry?.article.time ?? 0) / 1000);
