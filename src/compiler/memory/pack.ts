import { once } from '../../lib/once.ts';
import type { Picture } from '../../schema/picture.ts';
import type { Corpus, PublicArticle, SourceProvider } from '../model.ts';
import { packedTerm, withTerm } from '../term-index.ts';
import { IntList, Renumbering } from './int-list.ts';
import type { ArticleRest } from './kept-article.ts';
import { localPicturesOf, picturesOf } from './make-row.ts';
import type { Memory, Row } from './memory.ts';
import { LISTS, type ListName, type NumberName, OWN_LISTS, type PackedMemory, type PackedTables } from './packed-memory.ts';
import { type FoundName, type KeptRows, keptRows, placeBefore } from './unpack.ts';

/** A list in which each thing stands once. */
class Table<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<unknown, number>();
  readonly #keyOf: (value: T) => unknown;

  /** kept: those that have a number already, in order. */
  constructor(keyOf: (value: T) => unknown, kept: readonly T[]) {
    this.#keyOf = keyOf;
    for (const value of kept) this.number(value);
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

export function packMemory(memory: Memory, sources: { corpus: Corpus; pictures: ReadonlyMap<string, Picture> }): PackedMemory {
  const { rows } = memory;
  const encoder = new TextEncoder();
  const kept = keptRows(rows);
  const { tables, words, terms } = numberings(memory, kept);
  const lists = Object.fromEntries(LISTS.map((name) => [name, new IntList(rows.length)])) as Record<ListName, IntList>;
  if (kept) for (const name of OWN_LISTS) lists[name].pushAll(kept.list(name));
  const providerOf = once((provider: SourceProvider) => tables.providers.number(provider) + 1);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Row;
    packFound(row, lists);
    if (kept && place < kept.count) continue;
    const { article } = row;
    lists.category.push(tables.categories.number([article.category, article.categoryName]));
    lists.provider.push(providerOf(article.provider) - 1);
    lists.topics.pushList(article.topics.map((topic) => tables.topics.number(topic)));
    packOwn(row, lists, words, terms);
  }
  packRuns('covers', rows, kept, (row) => lists.covers.pushList(row.covers), lists.covers);
  // After all words have their numbers: what is told of a relation are words that both articles have. Of kept ones they stay.
  packRuns('related', rows, kept, (row) => lists.related.pushList(renumbered(row.related, terms)), lists.related);
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
      (row) => placeBefore(row) ?? encoder.encode(JSON.stringify(restOf(row.article, sources.corpus, sources.pictures))),
    ),
  };
}

/**
 * The numbers of names and words. They have them in the order in which articles name them, so that those of the articles that a memory
 * begins with are the first, and stay.
 */
function numberings(memory: Memory, kept: KeptRows | undefined) {
  const { categories = [], topics = [], providers = [], words = [], terms = [] } = kept?.packed.json ?? {};
  /** How many of all are those of the kept articles. */
  const first = (all: readonly unknown[], most: (rows: KeptRows) => number): number =>
    !kept || kept.isAll ? all.length : most(kept) + 1;
  const topicCount = first(topics, ({ list }) => highestInRuns(list('topics')));
  return {
    tables: {
      categories: new Table<[string, string]>(
        ([id, name]) => `${id}\n${name}`,
        categories.slice(
          0,
          first(categories, ({ list }) => highest(list('category'))),
        ),
      ),
      topics: new Table<string>(String, topics.slice(0, topicCount)),
      providers: new Table<SourceProvider>(
        (provider) => JSON.stringify(provider),
        providers.slice(
          0,
          first(providers, ({ list }) => highest(list('provider'))),
        ),
      ),
    },
    words: new Renumbering(
      memory.words.length,
      first(words, ({ list }) => highestInRuns(list('storyTerms'))),
    ),
    terms: new Renumbering(
      memory.terms.length,
      first(terms, ({ list }) => packedTerm(highestInRuns(list('subjectTerms')))),
    ),
  };
}

function highest(list: Int32Array): number {
  let most = -1;
  for (let at = 0; at < list.length; at++) most = Math.max(most, list[at] as number);
  return most;
}

function highestInRuns(list: Int32Array): number {
  let most = -1;
  for (let at = 0; at < list.length; ) {
    const end = at + 1 + (list[at] as number);
    for (at++; at < end; at++) if ((list[at] as number) > most) most = list[at] as number;
  }
  return most;
}

/** One run for each row; those that stand as they were kept are copied together. */
function packRuns(
  name: FoundName,
  rows: readonly Row[],
  kept: KeptRows | undefined,
  add: (row: Row) => void,
  list: IntList,
): void {
  for (let place = 0; place < rows.length; ) {
    const known = kept?.asKept(name, place);
    if (known) list.pushAll(known.runs);
    else add(rows[place] as Row);
    place = known?.to ?? place + 1;
  }
}

/** What a compile found out about an article among the others. */
function packFound(row: Row, lists: Record<ListName, IntList>): void {
  lists.isCovered.push(row.isCovered ? 1 : 0);
  lists.isFull.push(row.isFull ? 1 : 0);
  lists.period.push(row.period);
  lists.at.push(row.at);
}

/** What its source tells. */
function packOwn(row: Row, lists: Record<ListName, IntList>, words: Renumbering, terms: Renumbering): void {
  const { story, subject } = row;
  lists.urls.pushList(row.urls);
  lists.relatedUrls.pushList(row.relatedUrls);
  lists.pictures.pushList(row.pictures);
  lists.storyTerms.pushList(Array.from(story.terms, (term) => words.of(term)));
  lists.subjectTerms.pushList(Array.from(subject.packed, (one) => withTerm(one, terms.of(packedTerm(one)))));
  lists.storyTitle.push(story.titleTerms);
  lists.subjectTitle.push(subject.titleTerms);
  lists.stories.push(row.stories);
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
    slugHash: numbers(rows, ({ slugHash }) => slugHash),
    heat: numbers(rows, ({ article }) => article.heat ?? Number.NaN),
    weight: numbers(rows, ({ weight }) => weight),
    leadWeight: numbers(rows, ({ leadWeight }) => leadWeight),
    searchWeight: numbers(rows, ({ searchWeight }) => searchWeight),
  };
}

function numbers(rows: readonly Row[], of: (row: Row) => number): Float64Array {
  const all = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) all[place] = of(rows[place] as Row);
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
