import type { SourceProvider } from '../model.ts';
import type { Memory } from './memory.ts';

/** What few compiles ask for of an article: its place before, where that is kept already, or what makes its text. */
export type Rest = number | (() => string);

/** A memory as parts that are quick to read: JSON, lists of whole numbers, numbers, and bytes that are read one by one. */
export interface PackedMemory {
  json: PackedTables;
  texts: Record<TextName, string[]>;
  lists: Record<ListName, Int32Array>;
  numbers: Record<NumberName, Float64Array>;
  rests: Rest[];
}

/** Of each article: its path in the content folder, and the hash that names its file. None of them holds a zero. */
export const TEXTS = ['paths', 'files'] as const;
export type TextName = (typeof TEXTS)[number];

/** One number of each article. */
const OWN_COLUMNS = ['category', 'provider', 'storyTitle', 'subjectTitle', 'stories', 'day'] as const;
const COLUMNS = [...OWN_COLUMNS, 'isCovered', 'period', 'at'] as const;

/** Of each article how many numbers, then those. */
const OWN_RUNS = ['topics', 'urls', 'relatedUrls', 'pictures', 'storyTerms', 'subjectTerms'] as const;
export const RUNS = [...OWN_RUNS, 'covers', 'related'] as const;
export type RunName = (typeof RUNS)[number];

export const LISTS = [...COLUMNS, ...RUNS] as const;
export type ListName = (typeof LISTS)[number];

/** What an article's source alone tells. */
export const OWN_LISTS = [...OWN_COLUMNS, ...OWN_RUNS] as const;

export const NUMBERS = ['time', 'slugHash', 'heat', 'weight', 'leadWeight', 'searchWeight', 'relatedLast'] as const;
export type NumberName = (typeof NUMBERS)[number];

export interface PackedTables extends Pick<Memory, 'feeds' | 'search' | 'lists'> {
  categories: [string, string][];
  providers: SourceProvider[];
  topics: string[];
  words: string[];
  terms: string[];
  /** place, leader's place, by, words. */
  ties: [number, number, 'words' | 'title' | 'hand', ...string[]][];
  rests: Record<string, string>;
}
