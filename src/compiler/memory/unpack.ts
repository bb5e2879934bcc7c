import { slugOf } from '../check-names.ts';
import type { Tie } from '../find-clusters.ts';
import type { PublicArticle } from '../model.ts';
import { type ArticleRest, keptArticle } from './kept-article.ts';
import { type Memory, MemoryFault, type Row } from './memory.ts';
import { type ListName, type PackedMemory, RUNS, type RunName } from './packed-memory.ts';

/** The memory of a packed one. readRest: what is asked for of one article. */
export function unpackMemory(packed: Omit<PackedMemory, 'rests'>, readRest: (place: number) => ArticleRest): Memory {
  const { json, texts } = packed;
  const source = sourceOf(packed, readRest);
  const rows = texts.paths.map((path, place) => new LoadedRow(source, place, path));
  for (const [place, leader, by, ...words] of json.ties) (rows[place] as Row).tie = { leader, by, words };
  // A compile adds to both.
  return { rows, words: [...json.words], terms: [...json.terms], feeds: json.feeds, search: json.search };
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

/** The rows that a memory begins with as they were kept, at their places. */
export interface KeptRows {
  count: number;
  /** There were no others. */
  isAll: boolean;
  packed: Omit<PackedMemory, 'rests'>;
  /** A list as far as they go. */
  list: (name: ListName) => Int32Array;
  /** Runs of those that stand as they were kept, from a place on; undefined where the first one does not. */
  asKept: (name: FoundName, from: number) => { to: number; runs: Int32Array } | undefined;
}

/** What may be found out anew of a row that was kept. */
export type FoundName = 'covers' | 'related';

export function keptRows(rows: readonly Row[]): KeptRows | undefined {
  const [first] = rows;
  if (!(first instanceof LoadedRow)) return undefined;
  const source = first.source;
  let count = 0;
  for (let row = rows[0]; row instanceof LoadedRow && row.source === source && row.place === count; row = rows[count]) count++;
  if (count === 0) return undefined;
  const isRun = (name: ListName): name is RunName => (RUNS as readonly ListName[]).includes(name);
  return {
    count,
    isAll: count === source.texts.paths.length,
    packed: source,
    list: (name) => source.lists[name].subarray(0, isRun(name) ? source.starts[name][count] : count),
    asKept: (name, from) => {
      let to = from;
      while (to < count && (rows[to] as LoadedRow).isAsKept(name)) to++;
      return to === from
        ? undefined
        : { to, runs: source.lists[name].subarray(source.starts[name][from], source.starts[name][to]) };
    },
  };
}

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
  isFull: boolean;
  tie: Tie | undefined;
  #covers: Numbers | undefined;
  #related: Numbers | undefined;
  #newCovers = false;
  #newRelated = false;

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
    this.isFull = lists.isFull[place] === 1;
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

  get covers(): Numbers {
    this.#covers ??= this.source.run('covers', this.place);
    return this.#covers;
  }

  set covers(covers: Numbers) {
    this.#covers = covers;
    this.#newCovers = true;
  }

  get related(): Numbers {
    this.#related ??= this.source.run('related', this.place);
    return this.#related;
  }

  set related(related: Numbers) {
    this.#related = related;
    this.#newRelated = true;
  }

  isAsKept(name: FoundName): boolean {
    return name === 'covers' ? !this.#newCovers : !this.#newRelated;
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
