import type * as v from 'valibot';
import { contentHash } from '../lib/hash.ts';
import { writeDictionary } from '../lib/search-dictionary.ts';
import { SEARCH, searchFile } from '../schema/paths.ts';
import type { PeriodReference, SearchManifest, SearchVolume, VolumeReference } from '../schema/search.ts';
import { jsonText } from './json-text.ts';
import type { PublicArticle, TextOutput } from './model.ts';
import { byText } from './order.ts';
import { dictionariesOf } from './search-dictionaries.ts';
import { type SearchEntry, searchEntry } from './search-entry.ts';
import { periodText } from './search-period.ts';
import { periodsOf } from './search-periods.ts';

/** With fewer periods in a volume, reading all of them costs less than asking a dictionary first. */
const WORTH_A_DICTIONARY = 1;

/** All files that search reads. Takes nothing but what passed the gate. */
export function searchOutputs(articles: readonly PublicArticle[]): TextOutput[] {
  const outputs: TextOutput[] = [];
  const write = (value: unknown): string => {
    const text = jsonText(value);
    const file = contentHash(text);
    outputs.push({ path: searchFile(file), text, kind: 'hashed' });
    return file;
  };
  const entries = articles.map(searchEntry).sort((a, b) => a.key - b.key || byText(a.article.slug, b.article.slug));
  const { volumes, open } = periodsOf(entries);
  const manifest: v.InferInput<typeof SearchManifest> = {
    format: 1,
    ...(open && { open: periodReference(open, write) }),
    volumes: volumes.map((periods) => volumeReference(periods, write)).reverse(),
  };
  outputs.push({ path: SEARCH, text: jsonText(manifest), kind: 'contents' });
  return outputs;
}

type Write = (value: unknown) => string;

function periodReference(entries: readonly SearchEntry[], write: Write): PeriodReference {
  return { file: write(periodText(entries)), count: entries.length, ...timesOf(entries) };
}

function volumeReference(periods: readonly SearchEntry[][], write: Write): VolumeReference {
  const dictionaries = periods.length < WORTH_A_DICTIONARY ? [] : dictionariesOf(periods);
  const table: SearchVolume = {
    periods: periods.map((period) => periodReference(period, write)),
    words: dictionaries.map((part) => ({ from: part[0]?.word ?? '', file: write(writeDictionary(part)) })),
  };
  const all = periods.flat();
  return { file: write(table), count: all.length, ...timesOf(all) };
}

/** In seconds. */
function timesOf(entries: readonly SearchEntry[]): { from: number; to: number } {
  return { from: secondsOf(entries[0]), to: secondsOf(entries.at(-1)) };
}

const secondsOf = (entry: SearchEntry | undefined): number => Math.floor((entry?.article.time ?? 0) / 1000);
