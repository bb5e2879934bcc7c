import { slugOf } from '../check-names.ts';
import type { Tie } from '../find-clusters.ts';
import type { PublicArticle } from '../model.ts';
import { type ArticleRest, keptArticle } from './kept-article.ts';
import { type Memory, MemoryFault, type MovingList, type Row } from './memory.ts';
import { type ListName, type PackedMemory, RUNS, type RunName } from './packed-memory.ts';

/** The memory of a packed one. readRest: what is asked for of one article. */
export function unpackMemory(packed: Omit<PackedMemory, 'rests'>, readRest: (place: number) => ArticleRest): Memory {
  const { json, texts } = packed;
  const source = sourceOf(packed, readRest);
  const rows = texts.paths.map((path, place) => new LoadedRow(source, place, path));
  for (const [place, leader, by, ...words] of json.ties) (rows[place] as Row).tie = { leader, by, words };
  // A compile adds to both.
  return { rows, words: [...json.words], terms: [...json.terms], feeds: json.feeds, search: json.search, lists: json.lists };
}

type Numbers = ArrayLike<number>;

interface Source extends Omit<PackedMemory, 'rests'> {
  run: (name: RunName, place: number) => Int32Array;
  starts: Record<RunName, Int32Array>;
  readRest: (place: number) => ArticleRest;
}

function sourceOf(packed: Omit<PackedMemory, 'rests'>, readRest: (place: number) => ArticleRest): Source {
  const count = packed.texts.paths.length;
  const starts = Object.fromEntries(RUNS.map((name) => [name, startsOf(packed.lists[name], count)])) as Record<
    RunName,
    Int32Array
  >;
  return {
    ...packed,
    readRest,
    starts,
    run: (name, place) => {
      const [list, start] = [packed.lists[name], starts[name][place] as number];
      return list.subarray(start + 1, start + 1 + (list[start] as number));
    },
  };
}

/** Where each article's run begins, with its length; and where the last one ends. */
function startsOf(list: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let place = 0, at = 0; place < count; place++) {
    at += 1 + (list[at] as number);
    starts[place + 1] = at;
  }
  return starts;
}

/** Rows as a memory kept them, in runs of those that stand one after the other as they did. */
export interface KeptRows {
  packed: Omit<PackedMemory, 'rests'>;
  /** What articles' sources tell, from a place on; undefined where the first one was not kept. */
  ownFrom: (place: number) => { to: number; list: (name: ListName) => Int32Array } | undefined;
  /** The same of what was found out, where nothing else was since. */
  foundFrom: (name: FoundName, place: number) => { to: number; runs: Int32Array } | undefined;
}

/** What may be found out anew of a row that was kept. */
export type FoundName = 'covers' | 'related';

/** Of words' numbers so many may belong to no word before all are given anew: one in so many. */
const FRAYED = 4;

/** Undefined where no row was kept, or where it is time to number words anew. */
export function keptRows({ rows, words, terms }: Memory): KeptRows | undefined {
  const source = rows.find((row) => row instanceof LoadedRow)?.source;
  if (!source || isFrayed(words) || isFrayed(terms)) return undefined;
  const runFrom = (from: number, isKept: (row: LoadedRow) => boolean) => {
    const first = rows[from];
    if (!(first instanceof LoadedRow)) return undefined;
    let to = from;
    for (let row = rows[to]; row instanceof LoadedRow && row.place - first.place === to - from && isKept(row); row = rows[to])
      to++;
    return to === from ? undefined : { to, start: first.place, end: first.place + to - from };
  };
  const isRun = (name: ListName): name is RunName => (RUNS as readonly ListName[]).includes(name);
  const part = (name: ListName, start: number, end: number): Int32Array =>
    isRun(name)
      ? source.lists[name].subarray(source.starts[name][start], source.starts[name][end])
      : source.lists[name].subarray(start, end);
  return {
    packed: source,
    ownFrom: (place) => {
      const run = runFrom(place, () => true);
      return run && { to: run.to, list: (name) => part(name, run.start, run.end) };
    },
    foundFrom: (name, place) => {
      const run = runFrom(place, (row) => row.isAsKept(name));
      return run && { to: run.to, runs: part(name, run.start, run.end) };
    },
  };
}

const isFrayed = (words: readonly string[]): boolean => words.filter((word) => word === '').length * FRAYED > words.length;

/** A row of which a compile reads little: its lists are found when they are asked for. */
class LoadedRow implements Row {
  readonly source: Source;
  readonly place: number;
  readonly article: PublicArticle;
  readonly slugHash: number;
  file: string;
  rest: string | undefined;
  weight: number;
  leadWeight: number;
  searchWeight: number;
  day: number;
  period: number;
  at: number;
  readonly stories: number;
  isCovered: boolean;
  relatedLast: number;
  tie: Tie | undefined;
  #covers: MovingList | undefined;
  #related: MovingList | undefined;

  constructor(source: Source, place: number, path: string) {
    const { json, texts, lists, numbers } = source;
    this.source = source;
    this.place = place;
    this.article = articleAt(source, place, path);
    this.slugHash = numbers.slugHash[place] as number;
    this.file = texts.files[place] as string;
    this.rest = json.rests[place];
    this.weight = numbers.weight[place] as number;
    this.leadWeight = numbers.leadWeight[place] as number;
    this.searchWeight = numbers.searchWeight[place] as number;
    this.day = lists.day[place] as number;
    this.period = lists.period[place] as number;
    this.at = lists.at[place] as number;
    this.stories = lists.stories[place] as number;
    this.isCovered = lists.isCovered[place] === 1;
    this.relatedLast = numbers.relatedLast[place] as number;
    this.tie = undefined;
  }
  get urls(): Numbers {
    return this.source.run('urls', this.place);
  }

  get relatedUrls(): Numbers {
    return this.source.run('relatedUrls', this.place);
  }

  get pictures(): Numbers {
    return this.source.run('pictures', this.place);
  }

  get covers(): MovingList {
    return this.#covers ?? this.source.run('covers', this.place);
  }

  set covers(covers: MovingList) {
    this.#covers = covers;
  }

  get related(): MovingList {
    return this.#related ?? this.source.run('related', this.place);
  }

  set related(related: MovingList) {
    this.#related = related;
  }

  isAsKept(name: FoundName): boolean {
    return (name === 'covers' ? this.#covers : this.#related) === undefined;
  }

  get story(): Row['story'] {
    const titleTerms = this.source.lists.storyTitle[this.place] as number;
    return { terms: this.source.run('storyTerms', this.place), titleTerms };
  }

  get subject(): Row['subject'] {
    const titleTerms = this.source.lists.subjectTitle[this.place] as number;
    return { packed: this.source.run('subjectTerms', this.place), titleTerms };
  }
}

/** What rows that were kept name of others, one run after the other, where one of them is asked. */
export const keptLists = (row: Row): Record<FoundName, Int32Array> | undefined =>
  row instanceof LoadedRow ? row.source.lists : undefined;

/** The place of a row in the memory that was kept; undefined where it is new. */
export const placeBefore = (row: Row): number | undefined => (row instanceof LoadedRow ? row.place : undefined);

function articleAt({ json, lists, numbers, run, readRest }: Source, place: number, path: string): PublicArticle {
  const [category, categoryName] = json.categories[lists.category[place] as number] ?? ['', ''];
  const provider = json.providers[lists.provider[place] as number];
  if (!provider) throw new MemoryFault('an article has no provider');
  const heat = numbers.heat[place] as number;
  const topics: string[] = [];
  for (const topic of run('topics', place)) topics.push(json.topics[topic] as string);
  const head = {
    path,
    slug: slugOf(path),
    category,
    categoryName,
    time: numbers.time[place] as number,
    heat: Number.isNaN(heat) ? undefined : heat,
    provider,
    topics,
  };
  return keptArticle(head, () => readRest(place));
}
