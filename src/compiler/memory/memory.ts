import type { TreeLevel } from '../feed-tree.ts';
import type { Tie } from '../find-clusters.ts';
import type { PublicArticle } from '../model.ts';

type Numbers = ArrayLike<number>;
/** Of others by their places, which move. */
export type MovingList = Int32Array | number[];

/**
 * What a compile keeps of a public article, for the next one. Other articles go by their place in `Memory.rows`; addresses and
 * pictures by hashes.
 */
export interface Row {
  article: PublicArticle;
  /** `hash52` of its slug. */
  slugHash: number;
  /** The hashes that name its file, and the one with the rest of its coverage. */
  file: string;
  rest: string | undefined;
  /** Of its card, by itself and for its whole cluster (NaN where it leads none). */
  weight: number;
  leadWeight: number;
  searchWeight: number;
  /** The day of its page, 20221003 in the publication's time zone; 0 where there is none. */
  day: number;
  /** Where its text stands: a period of `Memory.search`, and its place in there. -1: nowhere yet. */
  period: number;
  at: number;
  /** Hashes of its own canonical addresses, and of those that its coverage names. */
  urls: Numbers;
  relatedUrls: Numbers;
  stories: number;
  pictures: Numbers;
  /** Articles here that its coverage names; whether its source, or another's, tells of its coverage. */
  covers: MovingList;
  isCovered: boolean;
  tie: Tie | undefined;
  /** Its words by number: to find clusters by (of `Memory.words`), and what is related (of `Memory.terms`, packed). */
  story: { terms: Numbers; titleTerms: number };
  subject: { packed: Numbers; titleTerms: number };
  /** Related articles, one after the other: place, how many words, their numbers. */
  related: MovingList;
  /** How near the last of them is by its words, where these alone filled the list; else NaN. */
  relatedLast: number;
}

/** levels: its tree. shards: of each part of the first level a hash of its slugs. */
export interface FeedMemory {
  levels: TreeLevel[];
  shards: string[];
}

export interface KeptReference {
  file: string;
  count: number;
  from: number;
  to: number;
}

/** key: a hash of its slugs. volume: its number, -1 for the open one. place: in the volume. */
export interface PeriodMemory extends KeptReference {
  key: string;
  volume: number;
  place: number;
}

/** volumes: each with the files of its dictionary. */
export interface SearchMemory {
  periods: PeriodMemory[];
  volumes: (KeptReference & { periods: number; words: string[] })[];
}

/** What a compile needs to know of the one before. It holds nothing of a draft. rows: oldest first. */
export interface Memory {
  rows: Row[];
  words: string[];
  terms: string[];
  /** The places of words and terms in their lists, where a process goes on with its own memory. */
  numbers?: { words: Map<string, number>; terms: Map<string, number> };
  feeds: Record<string, FeedMemory>;
  search: SearchMemory;
  /** Paths of what long lists of topics and providers have parts in. */
  lists: string[];
}

/** Of nothing: then everything is made. */
export const emptyMemory = (): Memory => ({
  rows: [],
  words: [],
  terms: [],
  feeds: {},
  search: { periods: [], volumes: [] },
  lists: [],
});

/** The memory, or the build that belongs to it, is not what it was: only a full compile helps. */
export class MemoryFault extends Error {}
