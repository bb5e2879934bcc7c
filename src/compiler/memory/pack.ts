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
  readonly all: T[];
  readonly #numbers = new Map<unknown, number>();
  readonly #keyOf: (value: T) => unknown;

  /** kept: those that have a number already, in order. */
  constructor(keyOf: (value: T) => unknown, kept: readonly T[]) {
    this.#keyOf = keyOf;
    this.all = [...kept];
    for (const [number, value] of kept.entries()) this.#numbers.set(keyOf(value), number);
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
  const kept = keptRows(memory);
  const numbering = numberings(memory, kept);
  const lists = Object.fromEntries(LISTS.map((name) => [name, new IntList(rows.length)])) as Record<ListName, IntList>;
  for (let place = 0; place < rows.length; ) {
    const run = kept?.ownFrom(place);
    if (run) for (const name of OWN_LISTS) lists[name].pushAll(run.list(name));
    else packOwn(rows[place] as Row, lists, numbering);
    place = run?.to ?? place + 1;
  }
  for (const row of rows) packFound(row, lists);
  packRuns('covers', rows, kept, (row) => lists.covers.pushList(row.covers), lists.covers);
  // After all words have their numbers: what is told of a relation are words that both articles have.
  packRuns('related', rows, kept, (row) => lists.related.pushList(renumbered(row.related, numbering.term)), lists.related);
  const made = Object.fromEntries(LISTS.map((name) => [name, lists[name].all()])) as Record<ListName, Int32Array>;
  return {
    json: { ...tablesOf(rows), feeds: memory.feeds, search: memory.search, lists: memory.lists, ...numbering.names(made) },
    texts: { paths: rows.map(({ article }) => article.path), files: rows.map(({ file }) => file) },
    lists: made,
    numbers: numbersOf(rows),
    // Together they are as long as all titles and excerpts: each is made when it is written.
    rests: rows.map((row) => placeBefore(row) ?? (() => JSON.stringify(restOf(row.article, sources.corpus, sources.pictures)))),
  };
}

type Names = Pick<PackedTables, 'categories' | 'providers' | 'topics' | 'words' | 'terms'>;

/** names: to be asked last, with all lists as they are kept. Nothing stands in them that no article has any more. */
interface Numberings {
  category: Table<[string, string]>;
  topic: Table<string>;
  provider: (provider: SourceProvider) => number;
  word: (word: number) => number;
  term: (term: number) => number;
  names: (lists: Record<ListName, Int32Array>) => Names;
}

/** The numbers of names and words: in the order in which articles name them, or as they were where rows were kept. */
function numberings(memory: Memory, kept: KeptRows | undefined): Numberings {
  const { categories = [], topics = [], providers = [] } = kept?.packed.json ?? {};
  const category = new Table<[string, string]>(([id, name]) => `${id}\n${name}`, categories);
  const topic = new Table<string>(String, topics);
  const provider = new Table<SourceProvider>((one) => JSON.stringify(one), providers);
  const [words, terms] = [new Renumbering(memory.words.length), new Renumbering(memory.terms.length)];
  const same = (number: number): number => number;
  return {
    category,
    topic,
    provider: once((one: SourceProvider) => provider.number(one) + 1),
    word: kept ? same : (word) => words.of(word),
    term: kept ? same : (term) => terms.of(term),
    names: (lists) => ({
      categories: blanked(category.all, usedIn(lists.category), ['', '']),
      topics: blanked(topic.all, usedInRuns(lists.topics), ''),
      providers: blanked(provider.all, usedIn(lists.provider), { name: '', images: [] }),
      words: kept
        ? blanked(memory.words, usedInRuns(lists.storyTerms), '')
        : words.met.map((word) => memory.words[word] as string),
      terms: kept
        ? blanked(memory.terms, usedInRuns(lists.subjectTerms, packedTerm), '')
        : terms.met.map((term) => memory.terms[term] as string),
    }),
  };
}

/** A list with nothing in the places that nobody uses. */
const blanked = <T>(all: readonly T[], isUsed: (number: number) => boolean, nothing: T): T[] =>
  all.map((one, number) => (isUsed(number) ? one : nothing));

function usedIn(list: Int32Array): (number: number) => boolean {
  const used = new Set(list);
  return (number) => used.has(number);
}

function usedInRuns(list: Int32Array, numberOf = (value: number): number => value): (number: number) => boolean {
  let used = new Uint8Array(4096);
  for (let at = 0; at < list.length; ) {
    const end = at + 1 + (list[at] as number);
    for (at++; at < end; at++) {
      const number = numberOf(list[at] as number);
      if (number >= used.length) used = longer(used, number + 1);
      used[number] = 1;
    }
  }
  return (number) => used[number] === 1;
}

function longer(list: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(Math.max(least, list.length * 2));
  all.set(list);
  return all;
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
    const run = kept?.foundFrom(name, place);
    if (run) list.pushAll(run.runs);
    else add(rows[place] as Row);
    place = run?.to ?? place + 1;
  }
}

/** What a compile found out about an article among the others. */
function packFound(row: Row, lists: Record<ListName, IntList>): void {
  lists.isCovered.push(row.isCovered ? 1 : 0);
  lists.period.push(row.period);
  lists.at.push(row.at);
}

/** What its source tells. */
function packOwn(row: Row, lists: Record<ListName, IntList>, { category, topic, provider, word, term }: Numberings): void {
  const { article, story, subject } = row;
  lists.category.push(category.number([article.category, article.categoryName]));
  lists.provider.push(provider(article.provider) - 1);
  lists.topics.pushList(article.topics.map((name) => topic.number(name)));
  lists.urls.pushList(row.urls);
  lists.relatedUrls.pushList(row.relatedUrls);
  lists.pictures.pushList(row.pictures);
  lists.storyTerms.pushList(Array.from(story.terms, word));
  lists.subjectTerms.pushList(Array.from(subject.packed, (one) => withTerm(one, term(packedTerm(one)))));
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
    relatedLast: numbers(rows, ({ relatedLast }) => relatedLast),
  };
}

function numbers(rows: readonly Row[], of: (row: Row) => number): Float64Array {
  const all = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) all[place] = of(rows[place] as Row);
  return all;
}

function renumbered(related: ArrayLike<number>, termOf: (term: number) => number): Int32Array {
  const list = new Int32Array(related.length);
  list.set(related);
  for (let at = 0; at < list.length; ) {
    const end = at + 2 + (list[at + 1] as number);
    for (let word = at + 2; word < end; word++) list[word] = termOf(list[word] as number);
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
