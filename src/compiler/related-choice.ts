import type { PublicArticle, SourceProvider } from './model.ts';
import type { Terms } from './term-index.ts';

export const ENTRIES = 5;
const A_PROVIDER = 2;
/** Titles that share so much of their words are one story told twice. */
const SAME_TITLE = 0.75;

/** Who covers the same event as an article. */
export interface Events {
  covered: (article: PublicArticle) => ReadonlySet<PublicArticle>;
}

/** The panel as it fills: no story twice, none that covers the same event, at most two a provider. */
export class Choice {
  readonly places: number[] = [];
  readonly #place: number;
  readonly #articles: readonly PublicArticle[];
  readonly #termsOf: (place: number) => Terms;
  readonly #events: Events;
  readonly #providerOf: (provider: SourceProvider) => string;

  constructor(
    place: number,
    articles: readonly PublicArticle[],
    termsOf: (place: number) => Terms,
    events: Events,
    providerOf: (provider: SourceProvider) => string,
  ) {
    this.#place = place;
    this.#providerOf = providerOf;
    this.#articles = articles;
    this.#termsOf = termsOf;
    this.#events = events;
  }

  /** How many there are after it was added, or was not. */
  add(other: number): number {
    if (this.#fits(other)) this.places.push(other);
    return this.places.length;
  }

  #fits(other: number): boolean {
    if (other === this.#place || this.places.includes(other)) return false;
    if (this.#covers(this.#place, other) || this.#covers(other, this.#place)) return false;
    const provider = this.#provider(other);
    let ofProvider = 0;
    for (const place of this.places) if (this.#provider(place) === provider) ofProvider++;
    if (ofProvider >= A_PROVIDER || this.#sameTitle(this.#place, other)) return false;
    return this.places.every((place) => !this.#sameTitle(place, other));
  }

  #covers(place: number, other: number): boolean {
    const covered = this.#events.covered(this.#articles[place] as PublicArticle);
    return covered.size > 0 && covered.has(this.#articles[other] as PublicArticle);
  }

  #provider(place: number): string {
    return this.#providerOf((this.#articles[place] as PublicArticle).provider);
  }

  #sameTitle(place: number, other: number): boolean {
    const a = this.#termsOf(place);
    const b = this.#termsOf(other);
    if (a.titleTerms === 0 || b.titleTerms === 0) return this.#articles[place]?.title === this.#articles[other]?.title;
    const shared = sharedInTitles(a, b);
    return shared / (a.titleTerms + b.titleTerms - shared) >= SAME_TITLE;
  }
}

/** How many of their titles' terms; each stands in a title once. */
function sharedInTitles(a: Terms, b: Terms): number {
  let shared = 0;
  for (let at = 0; at < a.titleTerms; at++) {
    const term = a.terms[at];
    for (let other = 0; other < b.titleTerms; other++) if (b.terms[other] === term) shared++;
  }
  return shared;
}
