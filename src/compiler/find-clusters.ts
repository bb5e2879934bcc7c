import { ClusterTerms } from './cluster-terms.ts';
import { type Likeness, likenessOf, mayBeOneEvent, RARE, type StoryWords } from './same-event.ts';
import { StoryPostings } from './story-postings.ts';
import { TitlePlaces } from './title-places.ts';
import { WordStatistics } from './word-statistics.ts';

/** What a cluster is found by. time: ms. provider: its id. */
export interface Story {
  title: string;
  excerpt: string;
  time: number;
  provider: string;
}

/** Why a story stands in a cluster: the words it shares with one that was there, the same title, or somebody's word for it. */
export interface Tie {
  leader: number;
  by: 'words' | 'title' | 'hand';
  words: string[];
}

/** What somebody decided about stories, by their places. */
export interface Decided {
  /** Which story's cluster a story joins, whatever its words say. */
  joins: ReadonlyMap<number, number>;
  /** What must not stand in one cluster with a story. */
  parted: ReadonlyMap<number, readonly number[]>;
  /** Stories whose coverage their own source tells: only the same title ties them. */
  isCovered: (place: number) => boolean;
}

const HOUR = 3_600_000;
/** A story joins a cluster that began at most so long before it. */
export const CLUSTER_WINDOW = 72 * HOUR;
/** Of the same title. With the same excerpt too, it may have been published anew. */
const TITLE_WINDOW = 7 * 24 * HOUR;
export const COPY_WINDOW = 30 * 24 * HOUR;
/** The least likeness to some story of the cluster, more within one provider, whose titles often follow a pattern; and to its leader. */
const LIKE = 0.3;
const LIKE_OWN = 0.45;
const LIKE_LEADER = 0.1;
/** A cluster takes no more than these: the rest begins another. */
export const MOST = 60;
const WORDS = 4;

/** A story whose words are numbered already. words: those of its title first; excerpt is asked for rarely. */
export interface ReadStory {
  readonly time: number;
  readonly provider: string;
  readonly excerpt: string;
  readonly words: { terms: ArrayLike<number>; titleTerms: number };
}

/** What is known from before. ties: by place, with leaders by theirs; -1 is one that is gone. The others are what was counted on the way. */
export interface KnownTies {
  ties: ReadonlyMap<number, Tie>;
  statistics: WordStatistics;
  titles: TitlePlaces;
  /** Whether a tie may be another than it was; asked for each place, oldest first. */
  isStale: (place: number) => boolean;
  /** Told, before the next place, of each that was stale. */
  found: (place: number, tie: Tie | undefined) => void;
}

/** Stories oldest first. Each looks back only, so that one more newest story changes no tie. The answer: by place, those that joined. */
export function findClusters(stories: readonly Story[], decided: Decided): Map<number, Tie> {
  const terms = new ClusterTerms();
  const read = stories.map(({ title, excerpt, time, provider }) => {
    return { time, provider, excerpt, words: terms.read({ title, excerpt }) };
  });
  return findTies(read, decided, (term) => terms.word(term));
}

/** The same of stories that were read. wordOf: the word that has a number. */
export function findTies(
  stories: readonly ReadStory[],
  decided: Decided,
  wordOf: (term: number) => string,
  known?: KnownTies,
): Map<number, Tie> {
  return new Finder(stories, decided, wordOf, known).all();
}

/** How rare words are where clusters are found. */
export const statisticsOf = (stories: readonly ReadStory[]): WordStatistics => new WordStatistics(stories, CLUSTER_WINDOW);

interface Match {
  place: number;
  like: Likeness;
}

class Finder {
  readonly #stories: readonly ReadStory[];
  readonly #decided: Decided;
  readonly #wordOf: (term: number) => string;
  readonly #known: KnownTies | undefined;
  readonly #words: StoryWords[] = [];
  readonly #statistics: WordStatistics;
  readonly #titles: TitlePlaces;
  readonly #postings: StoryPostings;
  /** The first place that they do not hold. */
  #posted = 0;
  readonly #leaders: Int32Array;
  readonly #sizes: Int32Array;

  constructor(stories: readonly ReadStory[], decided: Decided, wordOf: (term: number) => string, known: KnownTies | undefined) {
    this.#stories = stories;
    this.#decided = decided;
    this.#wordOf = wordOf;
    this.#known = known;
    this.#postings = new StoryPostings(stories);
    this.#statistics = known?.statistics ?? statisticsOf(stories);
    this.#titles = known?.titles ?? new TitlePlaces(stories);
    this.#leaders = new Int32Array(stories.length);
    this.#sizes = new Int32Array(stories.length);
  }

  all(): Map<number, Tie> {
    const ties = new Map<number, Tie>();
    for (let place = 0; place < this.#stories.length; place++) {
      const tie = this.#stays(place) ? this.#known?.ties.get(place) : this.#find(place);
      const leader = tie?.leader ?? place;
      this.#leaders[place] = leader;
      this.#sizes[leader] = (this.#sizes[leader] as number) + 1;
      if (tie) ties.set(place, tie);
    }
    return ties;
  }

  /** Whether its tie is known. A cluster that took more than before is full earlier. */
  #stays(place: number): boolean {
    if (!this.#known || this.#known.isStale(place)) return false;
    const tie = this.#known.ties.get(place);
    return !tie || (this.#sizes[tie.leader] as number) < MOST;
  }

  #find(place: number): Tie | undefined {
    const start = this.#time(place) - CLUSTER_WINDOW;
    while (this.#posted < place && this.#time(this.#posted) < start) this.#posted++;
    for (; this.#posted < place; this.#posted++) this.#postings.add(this.#posted, this.#own(this.#posted).terms);
    this.#statistics.moveTo(this.#time(place));
    const tie = this.#byHand(place) ?? this.#bySameTitle(place) ?? this.#bySharedWords(place);
    this.#known?.found(place, tie);
    return tie;
  }

  #own(place: number): StoryWords {
    let own = this.#words[place];
    if (!own) {
      const { terms, titleTerms } = (this.#stories[place] as ReadStory).words;
      own = { terms: Array.isArray(terms) ? terms : Array.from(terms), titleTerms };
      this.#words[place] = own;
    }
    return own;
  }

  #time(place: number): number {
    return this.#stories[place]?.time ?? 0;
  }

  #leader(place: number): number {
    return this.#leaders[place] as number;
  }

  #byHand(place: number): Tie | undefined {
    const other = this.#decided.joins.get(place);
    return other === undefined ? undefined : { leader: this.#leader(other), by: 'hand', words: [] };
  }

  #bySameTitle(place: number): Tie | undefined {
    const other = this.#titles.last(place);
    if (other === undefined || this.#own(place).titleTerms < 2) return undefined;
    const leader = this.#leader(other);
    const age = this.#time(place) - this.#time(leader);
    const copied = this.#stories[place]?.excerpt === this.#stories[other]?.excerpt;
    // A heading that returns tells of another thing each time.
    const returns = this.#time(place) - this.#time(this.#titles.first(place)) > TITLE_WINDOW;
    if (copied ? age > COPY_WINDOW : returns || age > TITLE_WINDOW) return undefined;
    return this.#mayJoin(place, leader) ? { leader, by: 'title', words: [] } : undefined;
  }

  #bySharedWords(place: number): Tie | undefined {
    if (this.#decided.isCovered(place)) return undefined;
    for (const { place: other, like } of this.#matches(place)) {
      const leader = this.#leader(other);
      if (this.#time(place) - this.#time(leader) > CLUSTER_WINDOW || !this.#mayJoin(place, leader)) continue;
      if (leader !== other && this.#like(place, leader).likeness < LIKE_LEADER) continue;
      const words = like.shared.slice(0, WORDS).map((term) => this.#wordOf(term));
      return { leader, by: 'words', words };
    }
    return undefined;
  }

  /** Parted from one of a cluster is parted from the cluster. */
  #mayJoin(place: number, leader: number): boolean {
    if ((this.#sizes[leader] as number) >= MOST) return false;
    const parted = this.#decided.parted.get(place);
    return parted === undefined || !parted.some((other) => other < place && this.#leader(other) === leader);
  }

  /** Those near enough in time and words, the nearest in words first, the older of equal ones. */
  #matches(place: number): Match[] {
    const own = this.#own(place);
    const matches: Match[] = [];
    for (const other of this.#candidates(place, own)) {
      if (this.#decided.isCovered(other)) continue;
      if (!mayBeOneEvent(own, this.#own(other), this.#statistics, (term) => this.#wordOf(term))) continue;
      const like = this.#like(place, other);
      const least = this.#stories[place]?.provider === this.#stories[other]?.provider ? LIKE_OWN : LIKE;
      if (like.likeness >= least) matches.push({ place: other, like });
    }
    return matches.sort((a, b) => b.like.likeness - a.like.likeness || a.place - b.place);
  }

  #like(place: number, other: number): Likeness {
    return likenessOf(this.#own(place), this.#own(other), this.#statistics);
  }

  /** Stories in the window that share two rare words or more: those of one event share no fewer. */
  #candidates(place: number, { terms }: StoryWords): number[] {
    const rare = terms.filter((term) => this.#statistics.share(term) <= RARE);
    return this.#postings.sharing(rare, this.#time(place) - CLUSTER_WINDOW);
  }
}
