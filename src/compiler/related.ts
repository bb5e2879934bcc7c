import { providerId, segmentOf } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { TermIndex, type Terms } from './term-index.ts';
import { wordsOf } from './words.ts';
import { writtenWords } from './written-words.ts';

const ENTRIES = 5;
/** How many of the words that two articles share are told. */
const WORDS = 3;
/** With fewer than this by their words, topic and time fill the panel. */
const ENOUGH = 3;
const A_PROVIDER = 2;
/** How many older articles are looked at: what is further back is another year's news, and the cost stays linear. */
const WINDOW = 2000;
/** The oldest articles have none before them; among so many, any may follow any. */
const FOUNDERS = 24;
/** How many of an article's most telling terms look for others, and how many finds are looked at closely. */
const PROBES = 20;
const FINDS = 48;
/** Terms in more than this share of the window tell nothing. */
const COMMON = 0.1;
/** The least share of the highest possible score; below it the words meet by chance. */
const LEAST = 0.04;
/** Titles that share so much of their words are one story told twice. */
const SAME_TITLE = 0.75;

/**
 * For each article (newest first, as given) the others of the same subject, best first. Only older ones, and frequencies are
 * counted over those alone: a new article changes no other article's list. `events` keeps an event's own coverage out.
 */
export function relatedOf(articles: readonly PublicArticle[], events: Events): Map<PublicArticle, RelatedArticle[]> {
  return new Relations(articles, events).all();
}

/** words: those that it shares, the rarest first, as its own title, topics and excerpt spell them. */
export interface RelatedArticle {
  article: PublicArticle;
  words: string[];
}

/** Who covers the same event as an article. */
interface Events {
  covered: (article: PublicArticle) => ReadonlySet<PublicArticle>;
}

class Relations {
  /** Oldest first. */
  readonly #articles: PublicArticle[];
  readonly #index = new TermIndex();
  readonly #terms: Terms[];
  readonly #covered: ReadonlySet<PublicArticle>[];
  readonly #providers: string[];
  readonly #scores: Float64Array;

  constructor(articles: readonly PublicArticle[], events: Events) {
    this.#articles = [...articles].reverse();
    this.#terms = this.#articles.map((article) => this.#index.read(article));
    this.#covered = this.#articles.map((article) => events.covered(article));
    this.#providers = this.#articles.map((article) => providerId(article.provider));
    this.#scores = new Float64Array(articles.length);
  }

  all(): Map<PublicArticle, RelatedArticle[]> {
    const related = new Map<PublicArticle, RelatedArticle[]>();
    const founders = Math.min(FOUNDERS, this.#articles.length);
    for (let place = 0; place < founders; place++) this.#add(place);
    for (const [place, article] of this.#articles.entries()) {
      related.set(article, this.#told(place, this.#choose(place)));
      if (place >= founders) this.#add(place);
    }
    return related;
  }

  #told(place: number, others: number[]): RelatedArticle[] {
    const most = Math.max(8, Math.min(place, WINDOW) * COMMON);
    const own = new Set((this.#terms[place] as Terms).terms);
    const frequency = (term: number): number => this.#index.frequency(term, Math.max(0, place - WINDOW));
    return others.map((other) => {
      const shared = (this.#terms[other] as Terms).terms.filter((term) => own.has(term) && frequency(term) <= most);
      shared.sort((a, b) => frequency(a) - frequency(b) || a - b);
      const article = this.#articles[other] as PublicArticle;
      return {
        article,
        words: spelled(
          article,
          shared.slice(0, WORDS).map((term) => this.#index.word(term)),
        ),
      };
    });
  }

  #add(place: number): void {
    this.#index.add(place, this.#terms[place] as Terms);
  }

  #choose(place: number): number[] {
    const chosen = new Choice(place, this.#articles, this.#terms, this.#covered, this.#providers);
    for (const other of this.#find(place)) if (chosen.add(other) === ENTRIES) return chosen.places;
    if (chosen.places.length >= ENOUGH) return chosen.places;
    const near = this.#nearest(place);
    const topics = new Set(this.#articles[place]?.topics.map(segmentOf));
    const shares = (other: number): boolean =>
      this.#articles[other]?.topics.some((topic) => topics.has(segmentOf(topic))) ?? false;
    for (const other of near) if (shares(other) && chosen.add(other) === ENTRIES) return chosen.places;
    for (const other of near) if (chosen.add(other) === ENTRIES) return chosen.places;
    return chosen.places;
  }

  /** Older articles from the nearest on; for the founders the others among them, the nearest first. */
  #nearest(place: number): number[] {
    if (place >= FOUNDERS) return Array.from({ length: Math.min(place, WINDOW) }, (_, back) => place - 1 - back);
    const founders = Array.from({ length: Math.min(FOUNDERS, this.#articles.length) }, (_, other) => other);
    const distance = (other: number): number => Math.abs(other - place);
    return founders.filter((other) => other !== place).sort((a, b) => distance(a) - distance(b) || a - b);
  }

  /** The best by their words, best first, equal ones newest first. */
  #find(place: number): number[] {
    const { probes, highest } = this.#probes(place);
    const touched: number[] = [];
    for (const { term, factor } of probes) this.#index.score(term, factor, this.#scores, touched);
    const norm = (this.#terms[place] as Terms).norm;
    const found: Find[] = [];
    for (const other of touched) {
      // A long text meets more words: its score is measured by its length against this one's.
      const score = ((this.#scores[other] as number) * norm) / (this.#terms[other] as Terms).norm;
      this.#scores[other] = 0;
      if (other !== place && score >= highest * LEAST) keepBest(found, other, score);
    }
    return found.map(({ other }) => other);
  }

  #probes(place: number): { probes: { term: number; factor: number }[]; highest: number } {
    const { terms, weights } = this.#terms[place] as Terms;
    const start = Math.max(0, place - WINDOW);
    const size = place < FOUNDERS ? Math.min(FOUNDERS, this.#articles.length) : place - start;
    const probes: { term: number; factor: number }[] = [];
    let highest = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const weight = weights[at] as number;
      const frequency = this.#index.frequency(term, start);
      const rarity = Math.log(1 + size / Math.max(1, frequency));
      highest += (weight * rarity) ** 2;
      if (frequency > 0 && frequency <= Math.max(8, size * COMMON)) probes.push({ term, factor: weight * rarity * rarity });
    }
    probes.sort((a, b) => b.factor - a.factor || a.term - b.term);
    return { probes: probes.slice(0, PROBES), highest };
  }
}

/** Words as the article writes them, topics by their names. */
function spelled(article: PublicArticle, words: readonly string[]): string[] {
  const written = writtenWords(words, `${article.title} ${article.excerpt}`, wordsOf);
  return written.map((word) => article.topics.find((topic) => word === `#${segmentOf(topic)}`) ?? word);
}

interface Find {
  other: number;
  score: number;
}

/** Keeps the list sorted and at FINDS entries: sorting all finds of every article would cost more than finding them. */
function keepBest(found: Find[], other: number, score: number): void {
  const last = found.at(-1);
  if (found.length === FINDS && last && isBetter(last, other, score)) return;
  let at = found.length;
  while (at > 0 && !isBetter(found[at - 1] as Find, other, score)) at--;
  found.splice(at, 0, { other, score });
  if (found.length > FINDS) found.pop();
}

const isBetter = (find: Find, other: number, score: number): boolean =>
  find.score > score || (find.score === score && find.other > other);

/** The panel as it fills: no story twice, none that covers the same event, at most two a provider. */
class Choice {
  readonly places: number[] = [];
  readonly #place: number;
  readonly #articles: readonly PublicArticle[];
  readonly #terms: readonly Terms[];
  readonly #covered: readonly ReadonlySet<PublicArticle>[];
  readonly #providers: readonly string[];

  constructor(
    place: number,
    articles: readonly PublicArticle[],
    terms: readonly Terms[],
    covered: readonly ReadonlySet<PublicArticle>[],
    providers: readonly string[],
  ) {
    this.#place = place;
    this.#articles = articles;
    this.#terms = terms;
    this.#covered = covered;
    this.#providers = providers;
  }

  /** How many there are after it was added, or was not. */
  add(other: number): number {
    if (this.#fits(other)) this.places.push(other);
    return this.places.length;
  }

  #fits(other: number): boolean {
    if (other === this.#place || this.places.includes(other)) return false;
    if (this.#covers(this.#place, other) || this.#covers(other, this.#place)) return false;
    const provider = this.#providers[other];
    if (this.places.filter((place) => this.#providers[place] === provider).length >= A_PROVIDER) return false;
    return [this.#place, ...this.places].every((place) => !this.#sameTitle(place, other));
  }

  #covers(place: number, other: number): boolean {
    const covered = this.#covered[place] as ReadonlySet<PublicArticle>;
    return covered.size > 0 && covered.has(this.#articles[other] as PublicArticle);
  }

  #sameTitle(place: number, other: number): boolean {
    if (this.#articles[place]?.title === this.#articles[other]?.title) return true;
    const a = this.#title(place);
    const b = this.#title(other);
    if (a.length === 0 || b.length === 0) return false;
    const shared = a.filter((term) => b.includes(term)).length;
    return shared / (a.length + b.length - shared) >= SAME_TITLE;
  }

  #title(place: number): number[] {
    const { terms, titleTerms } = this.#terms[place] as Terms;
    return terms.slice(0, titleTerms);
  }
}
