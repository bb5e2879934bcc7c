import { providerId } from '../lib/slugify.ts';
import { plainWords } from './cluster-terms.ts';
import { findClusters, type Tie } from './find-clusters.ts';
import type { Here } from './here.ts';
import type { ClusterRules, PublicArticle } from './model.ts';
import { writtenWords } from './written-words.ts';

/** An article that stands in another's cluster, and what ties it to it. words: as the article spells them. */
export interface Follower {
  article: PublicArticle;
  leader: PublicArticle;
  by: Tie['by'];
  readonly words: string[];
}

/** Titles that share so much of their words are one story told twice. */
const SAME_TITLE = 0.75;

/** Which public articles tell of one event. The oldest of a cluster leads it; the others follow. */
export class Clusters {
  readonly #here: Pick<Here, 'covered'>;
  readonly #following = new Map<PublicArticle, Follower>();
  readonly #followers = new Map<PublicArticle, Follower[]>();

  /** articles: newest first. ties: by place, oldest 0. */
  constructor(
    articles: readonly PublicArticle[],
    here: Pick<Here, 'covered'>,
    rules: ClusterRules,
    ties: ReadonlyMap<number, Tie> = tiesOf(articles, here, rules),
  ) {
    this.#here = here;
    for (const [place, { leader: first, by, words }] of ties) {
      const article = articles[articles.length - 1 - place] as PublicArticle;
      const leader = articles[articles.length - 1 - first] as PublicArticle;
      const follower = new Following(article, leader, by, words);
      this.#following.set(article, follower);
      const others = this.#followers.get(leader);
      if (others) others.push(follower);
      else this.#followers.set(leader, [follower]);
    }
  }

  /** Whether others follow the article. */
  leads(article: PublicArticle): boolean {
    return this.#followers.has(article);
  }

  /** All of an article's cluster, its leader first. */
  members(article: PublicArticle): PublicArticle[] {
    const leader = this.#leader(article);
    return [leader, ...(this.#followers.get(leader) ?? []).map((follower) => follower.article)];
  }

  /** What the article follows; undefined for leaders and for those that are in no cluster. */
  following(article: PublicArticle): Follower | undefined {
    return this.#following.get(article);
  }

  /** Those that follow the article, oldest first, without the ones that its own coverage names already. */
  followers(leader: PublicArticle): Follower[] {
    const followers = this.#followers.get(leader) ?? [];
    if (followers.length === 0 || leader.related.length === 0) return followers;
    const named = this.#here.covered(leader);
    return followers.filter(({ article }) => !named.has(article));
  }

  /** Every article here that tells of the same event, by its own coverage or by the cluster. */
  covered(article: PublicArticle): ReadonlySet<PublicArticle> {
    const named = this.#here.covered(article);
    const leader = this.#leader(article);
    const followers = this.#followers.get(leader);
    if (!followers) return named;
    const all = new Set([...named, leader, ...followers.map((follower) => follower.article)]);
    all.delete(article);
    return all;
  }

  /** Whether two articles tell one story in nearly the same words of a title. */
  areTwins(a: PublicArticle, b: PublicArticle): boolean {
    if (this.#leader(a) !== this.#leader(b)) return false;
    const [words, others] = [new Set(plainWords(a.title)), new Set(plainWords(b.title))];
    const shared = [...words].filter((word) => others.has(word)).length;
    return shared >= SAME_TITLE * (words.size + others.size - shared);
  }

  #leader(article: PublicArticle): PublicArticle {
    return this.#following.get(article)?.leader ?? article;
  }
}

/** Its words are spelled when they are asked for: few are told in one compile. */
class Following implements Follower {
  readonly article: PublicArticle;
  readonly leader: PublicArticle;
  readonly by: Tie['by'];
  readonly #words: string[];

  constructor(article: PublicArticle, leader: PublicArticle, by: Tie['by'], words: string[]) {
    this.article = article;
    this.leader = leader;
    this.by = by;
    this.#words = words;
  }

  get words(): string[] {
    return writtenWords(this.#words, `${this.article.title} ${this.article.excerpt}`);
  }
}

function tiesOf(articles: readonly PublicArticle[], here: Pick<Here, 'covered'>, rules: ClusterRules): Map<number, Tie> {
  const oldestFirst = [...articles].reverse();
  return findClusters(
    oldestFirst.map(({ title, excerpt, time, provider }) => ({ title, excerpt, time, provider: providerId(provider) })),
    { ...decidedBy(oldestFirst, rules), isCovered: coverage(oldestFirst, here) },
  );
}

/** Rules by place. A name that is no public article's counts for nothing: what is public never depends on a draft. */
export function decidedBy(articles: readonly PublicArticle[], { join, part }: ClusterRules) {
  const named = new Set([...join, ...part].flat());
  const places = new Map<string, number>();
  if (named.size > 0) for (const [place, { slug }] of articles.entries()) if (named.has(slug)) places.set(slug, place);
  const placesOf = (slugs: readonly string[]): number[] =>
    [...new Set(slugs.flatMap((slug) => places.get(slug) ?? []))].sort((a, b) => a - b);
  const joins = new Map<number, number>();
  for (const group of join) {
    const [first, ...others] = placesOf(group);
    for (const place of others) if (first !== undefined && !joins.has(place)) joins.set(place, first);
  }
  const parted = new Map<number, number[]>();
  for (const group of part) {
    const all = placesOf(group);
    for (const place of all) parted.set(place, [...(parted.get(place) ?? []), ...all.filter((other) => other !== place)]);
  }
  return { joins, parted };
}

/** Articles whose source tells who else covers the event, and those that it names. */
function coverage(articles: readonly PublicArticle[], here: Pick<Here, 'covered'>): (place: number) => boolean {
  const covered = new Set<PublicArticle>();
  for (const article of articles) {
    if (article.related.length === 0) continue;
    covered.add(article);
    for (const other of here.covered(article)) covered.add(other);
  }
  return (place) => covered.has(articles[place] as PublicArticle);
}
