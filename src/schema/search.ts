import * as v from 'valibot';
import { ArticleType, DraftReason } from './card.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Seconds since 1970. */
const time = v.pipe(v.number(), v.integer());

/** A period: the articles of a stretch of time in one file, with all that search looks at. from, to: its oldest and newest article. */
const PeriodReference = v.object({ file: text, count, from: time, to: time });
export type PeriodReference = v.InferOutput<typeof PeriodReference>;

/** A volume: periods that follow each other and will not grow, with a dictionary of their words. */
const VolumeReference = v.object({ file: text, count, from: time, to: time });
export type VolumeReference = v.InferOutput<typeof VolumeReference>;

/**
 * `data/search/manifest.json`: where search begins; revalidated. open: the period of the newest articles, in no volume.
 * volumes: newest first.
 */
export const SearchManifest = v.object({
  format: v.literal(1),
  open: v.optional(PeriodReference),
  volumes: v.array(VolumeReference),
});
export type SearchManifest = v.InferOutput<typeof SearchManifest>;

/**
 * `data/search/<hash>.json`, a volume's table: its periods, oldest first (dictionaries name them by their place here), and its
 * dictionaries in the order of their words: `from` is the first word of each. Without dictionaries all periods are to be read.
 */
export const SearchVolume = v.object({
  periods: v.array(PeriodReference),
  words: v.array(v.object({ from: text, file: text })),
});
export type SearchVolume = v.InferOutput<typeof SearchVolume>;

/** `data/search/<hash>.json`, part of a volume's dictionary, as `lib/search-dictionary.ts` reads it. */
export const SearchDictionary = v.object({ words: text, places: text });
export type SearchDictionary = v.InferOutput<typeof SearchDictionary>;

/**
 * `data/search/<hash>.json`, a period. Its lists are as long as there are articles, oldest first; what repeats is named by its place in
 * `names`. slugs: as `lib/search-slug.ts` writes them. since: seconds after the article before. topics: places of each.
 * texts (bodies), types, languages: what few have, by the article's place.
 */
export const SearchPeriod = v.object({
  names: v.object({ providers: v.array(v.tuple([text, text])), topics: v.array(text), categories: v.array(text) }),
  from: time,
  since: v.array(count),
  providers: v.array(count),
  categories: v.array(count),
  topics: v.array(v.array(count)),
  slugs: v.array(text),
  titles: v.array(text),
  excerpts: v.array(text),
  texts: v.optional(v.record(text, text), {}),
  types: v.optional(v.record(text, ArticleType), {}),
  languages: v.optional(v.record(text, text), {}),
  /** In development only. */
  drafts: v.optional(v.record(text, DraftReason), {}),
});
export type SearchPeriod = v.InferOutput<typeof SearchPeriod>;
