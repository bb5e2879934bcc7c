import { once } from '../../lib/once.ts';
import type { Picture } from '../../schema/picture.ts';
import type { Corpus, PublicArticle, SourceProvider } from '../model.ts';
import { packedTerm, withTerm } from '../term-index.ts';
import { IntList, Renumbering } from './int-list.ts';
import type { ArticleRest } from './kept-article.ts';
import { localPicturesOf, picturesOf } from './make-row.ts';
import type { Memory, Row } from './memory.ts';

/** A memory as parts that are quick to read: JSON, lists of whole numbers, numbers, and bytes that are read one by one. */
export interface PackedMemory {
  json: PackedTables;
  texts: Record<TextName, string[]>;
  lists: Record<ListName, Int32Array>;
  numbers: Record<NumberName, Float64Array>;
  /** Of each article its bytes, or its place before where they are kept already. */
  rests: (number | Uint8Array)[];
}

/** Of each article: its path in the content folder, and the hash that names its file. None of them holds a zero. */
export const TEXTS = ['paths', 'files'] as const;
export type TextName = (typeof TEXTS)[number];

/** One number of each article. */
export const COLUMNS = [
  'category',
  'provider',
  'storyTitle',
  'subjectTitle',
  'isCovered',
  'stories',
  'period',
  'at',
  'day',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Of each article how many numbers, then those. */
export const RUNS = ['topics', 'urls', 'relatedUrls', 'pictures', 'covers', 'storyTerms', 'subjectTerms', 'related'] as const;
export type RunName = (typeof RUNS)[number];

export const LISTS = [...COLUMNS, ...RUNS] as const;
export type ListName = (typeof LISTS)[number];

export const NUMBERS = ['time', 'heat', 'weight', 'leadWeight', 'searchWeight'] as const;
export type NumberName = (typeof NUMBERS)[number];

export interface PackedTables extends Pick<Memory, 'feeds' | 'search'> {
  categories: [string, string][];
  providers: SourceProvider[];
  topics: string[];
  words: string[];
  terms: string[];
  /** place, leader's place, by, words. */
  ties: [number, number, 'words' | 'title' | 'hand', ...string[]][];
  rests: Record<string, string>;
}

/** A list in which each thing stands once. */
class Table<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<unknown, number>();
  readonly #keyOf: (value: T) => unknown;

  constructor(keyOf: (value: T) => unknown) {
    this.#keyOf = keyOf;
  }

  number(value: T): number {
    const key = this.#keyOf(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** restOf: the place before of an article that was kept. */
export function packMemory(
  memory: Memory,
  sources: { corpus: Corpus; pictures: ReadonlyMap<string, Picture>; restOf: (article: PublicArticle) => number | undefined },
): PackedMemory {
  const { rows } = memory;
  const encoder = new TextEncoder();
  const tables = {
    categories: new Table<[string, string]>(([id, name]) => `${id}\n${name}`),
    topics: new Table<string>(String),
    providers: new Table<SourceProvider>((provider) => JSON.stringify(provider)),
  };
  const lists = Object.fromEntries(LISTS.map((name) => [name, new IntList(rows.length)])) as Record<ListName, IntList>;
  const words = new Renumbering(memory.words.length);
  const terms = new Renumbering(memory.terms.length);
  const providerOf = once((provider: SourceProvider) => tables.providers.number(provider) + 1);
  for (const row of rows) {
    const { article } = row;
    lists.category.push(tables.categories.number([article.category, article.categoryName]));
    lists.provider.push(providerOf(article.provider) - 1);
    lists.topics.pushList(article.topics.map((topic) => tables.topics.number(topic)));
    packLists(row, lists, words, terms);
  }
  // After all words have their numbers: what is told of a relation are words that both articles have.
  for (const { related } of rows) lists.related.pushList(renumbered(related, terms));
  return {
    json: {
      ...tablesOf(rows),
      feeds: memory.feeds,
      search: memory.search,
      categories: tables.categories.all,
      providers: tables.providers.all,
      topics: tables.topics.all,
      words: words.met.map((term) => memory.words[term] ?? ''),
      terms: terms.met.map((term) => memory.terms[term] ?? ''),
    },
    texts: { paths: rows.map(({ article }) => article.path), files: rows.map(({ file }) => file) },
    lists: Object.fromEntries(LISTS.map((name) => [name, lists[name].all()])) as Record<ListName, Int32Array>,
    numbers: numbersOf(rows),
    rests: rows.map(
      ({ article }) =>
        sources.restOf(article) ?? encoder.encode(JSON.stringify(restOf(article, sources.corpus, sources.pictures))),
    ),
  };
}

function packLists(row: Row, lists: Record<ListName, IntList>, words: Renumbering, terms: Renumbering): void {
  const { story, subject } = row;
  const storyTerms = new Int32Array(story.terms.length);
  for (let at = 0; at < storyTerms.length; at++) storyTerms[at] = words.of(story.terms[at] as number);
  const subjectTerms = new Int32Array(subject.packed.length);
  for (let at = 0; at < subjectTerms.length; at++) {
    const one = subject.packed[at] as number;
    subjectTerms[at] = withTerm(one, terms.of(packedTerm(one)));
  }
  lists.urls.pushList(row.urls);
  lists.relatedUrls.pushList(row.relatedUrls);
  lists.pictures.pushList(row.pictures);
  lists.covers.pushList(row.covers);
  lists.storyTerms.pushList(storyTerms);
  lists.subjectTerms.pushList(subjectTerms);
  lists.storyTitle.push(story.titleTerms);
  lists.subjectTitle.push(subject.titleTerms);
  lists.isCovered.push(row.isCovered ? 1 : 0);
  lists.stories.push(row.stories);
  lists.period.push(row.period);
  lists.at.push(row.at);
  lists.day.push(row.day);
}

function tablesOf(rows: readonly Row[]): Pick<PackedTables, 'ties' | 'rests'> {
  return {
    ties: rows.flatMap(({ tie }, place): PackedTables['ties'] => (tie ? [[place, tie.leader, tie.by, ...tie.words]] : [])),
    rests: Object.fromEntries(rows.flatMap(({ rest }, place) => (rest === undefined ? [] : [[place, rest]]))),
  };
}

function numbersOf(rows: readonly Row[]): Record<NumberName, Float64Array> {
  return {
    time: numbers(rows, ({ article }) => article.time),
    heat: numbers(rows, ({ article }) => article.heat ?? Number.NaN),
    weight: numbers(rows, ({ weight }) => weight),
    leadWeight: numbers(rows, ({ leadWeight }) => leadWeight),
    searchWeight: numbers(rows, ({ searchWeight }) => searchWeight),
  };
}

function numbers(rows: readonly Row[], of: (row: Row) => number): Float64Array {
  const all = new Float64Array(rows.length);
  for (const [place, row] of rows.entries()) all[place] = of(row);
  return all;
}

function renumbered(related: ArrayLike<number>, terms: Renumbering): Int32Array {
  const list = new Int32Array(related.length);
  list.set(related);
  for (let at = 0; at < list.length; ) {
    const end = at + 2 + (list[at + 1] as number);
    for (let word = at + 2; word < end; word++) list[word] = terms.of(list[word] as number);
    at = end;
  }
  return list;
}

function restOf(article: PublicArticle, corpus: Corpus, pictures: ReadonlyMap<string, Picture>): ArticleRest {
  const { title, excerpt, originalUrl, ampWebUrl, cdnAmpWebUrl, urls, type, images, related, video, lang } = article;
  const shown = picturesOf(article, corpus, pictures).filter(([key]) => !key.startsWith('logo:'));
  const rest = { title, excerpt, originalUrl, ampWebUrl, cdnAmpWebUrl, urls, type, images, related, video, lang };
  const local = localPicturesOf(article, corpus);
  return {
    ...rest,
    ...(shown.length > 0 && { pictures: Object.fromEntries(shown) }),
    ...(local.length > 0 && { local }),
  } as ArticleRest;
}
