import type * as v from 'valibot';
import { hash52 } from '../lib/hash.ts';
import { once } from '../lib/once.ts';
import type { ChangedCluster } from '../schema/as-published.ts';
import { articleFiles, clusterStory, tieOf } from './article-outputs.ts';
import { cardOf } from './card.ts';
import { Clusters } from './clusters.ts';
import { type CardEntry, cardWeight } from './feed-tree.ts';
import { feedsOf } from './feeds.ts';
import { shownDraft } from './gate.ts';
import { Here } from './here.ts';
import type { Article, Corpus, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';
import { topFeed } from './publication.ts';
import { relatedPlaces } from './related.ts';
import { type RelatedArticle, toldOf } from './related-told.ts';
import { createSpelling } from './related-words.ts';
import type { Resolver } from './resolve.ts';
import { shownIn } from './shown-articles.ts';
import { TermIndex } from './term-index.ts';
import { heatSteps, rankingScale, sortedHeats } from './top.ts';

type ClusterInput = v.InferInput<typeof ChangedCluster>;

/** The site as it would be with every draft in it that nobody removed: what only a build computes, for reviewers alone. */
export class AsPublished {
  /** Newest first. */
  readonly articles: readonly PublicArticle[];
  readonly #corpus: Corpus;
  readonly #resolver: Resolver;
  readonly #here: Here;
  readonly #clusters: Clusters;
  readonly #now: Clusters;
  readonly #related: ReadonlyMap<string, RelatedArticle[]>;
  readonly #fileOf: (article: PublicArticle) => string;
  readonly #cardText = once((article: PublicArticle) => JSON.stringify(this.#card(article)));

  constructor(corpus: Corpus, resolver: Resolver) {
    const drafts = corpus.drafts.filter(({ removed }) => !removed).map(shownDraft);
    const articles = [...corpus.articles].sort(newestFirst);
    this.#corpus = corpus;
    this.#resolver = resolver;
    this.#now = new Clusters(articles, new Here(articles), corpus.clusters);
    this.articles = [...articles, ...drafts].sort(newestFirst);
    this.#here = new Here(this.articles);
    this.#clusters = new Clusters(this.articles, this.#here, corpus.clusters);
    this.#related = relatedOfDrafts(this.articles, this.#clusters);
    this.#fileOf = once((article: PublicArticle) => articleFiles(article, resolver).file);
  }

  /** The subject's others of a draft; none for one that would not be there. */
  related({ path }: Article): RelatedArticle[] {
    return this.#related.get(path) ?? [];
  }

  /** Which of its coverage would be on this site, drafts too. */
  here(article: PublicArticle): { url: string; category: string; slug: string }[] {
    return this.#here.of(article).map(({ url, article: { category, slug } }) => ({ url, category, slug }));
  }

  /** Clusters that are other than what is public says, those that fell apart too: their members, the leader first. */
  changedClusters(): { leader: PublicArticle; cluster: ClusterInput }[] {
    return this.articles
      .filter((article) => !this.#clusters.following(article) && this.#isChanged(article))
      .map((leader) => ({ leader, cluster: this.#cluster(leader) }));
  }

  /** Top of all news and of each section, by kind and id, as the file of a public one would say it. */
  *tops(): Generator<{ kind: string; id: string; text: string }> {
    const { all, categories } = feedsOf({ ...this.#corpus, articles: [...this.articles] }, this.articles, this.#resolver);
    const heat = heatSteps(sortedHeats(this.articles));
    for (const whole of [all, ...categories]) {
      const feed = shownIn(whole, this.#clusters);
      const entries = feed.articles.map((article) => this.#entry(article));
      const stories = (article: PublicArticle) => article.related.length + this.#clusters.followers(article).length;
      // What comes some day would make everything of today old: it is measured as if it had come with the newest.
      const scale = rankingScale(
        feed.articles.filter(({ draft }) => draft !== 'scheduled'),
        heat,
      );
      yield { kind: feed.kind, id: feed.id, text: topFeed(feed, entries, stories, heat, scale).text };
    }
  }

  #isChanged(leader: PublicArticle): boolean {
    const members = this.#clusters.members(leader);
    const isOne = members.length === 1 && leader.draft !== undefined;
    const before = leader.draft === undefined ? this.#now.members(leader) : [];
    return !isOne && (members.length !== before.length || members.some((member, at) => member !== before[at]));
  }

  #cluster(leader: PublicArticle): ClusterInput {
    const members = this.#clusters.members(leader);
    const told = new Set(this.#clusters.followers(leader).map(({ article }) => article));
    const cards = members.filter((member) => this.#hasOtherCard(member)).map((member) => this.#card(member));
    return {
      members: members.map((member) => {
        const tie = this.#clusters.following(member);
        const twins = members.filter((other) => other !== member && this.#clusters.areTwins(member, other));
        return {
          ...clusterStory(member, this.#resolver),
          tie: tie && tieOf(tie),
          named: (member !== leader && !told.has(member)) || undefined,
          twins: twins.length === 0 ? undefined : twins.map(({ slug }) => slug),
        };
      }),
      coverage: this.#card(leader).coverage,
      cards: cards.length === 0 ? undefined : cards,
    };
  }

  /** Where public feeds have no card of it, or one that stands for others who would not follow it then. */
  #hasOtherCard(article: PublicArticle): boolean {
    if (article.draft !== undefined) return false;
    const [before, then] = [this.#now, this.#clusters];
    return (before.following(article) && !then.following(article)) || (before.leads(article) && !then.leads(article));
  }

  #card(article: PublicArticle) {
    const followers = this.#clusters.followers(article).map((follower) => follower.article);
    return cardOf(article, this.#fileOf(article), this.#resolver, followers);
  }

  #entry(article: PublicArticle): CardEntry {
    const card = () => this.#cardText(article);
    return {
      article,
      card,
      hash: hash52(article.slug),
      // Few are looked at.
      get weight() {
        return cardWeight(card());
      },
    };
  }
}

/** By path. articles: newest first. */
function relatedOfDrafts(articles: readonly PublicArticle[], clusters: Clusters): Map<string, RelatedArticle[]> {
  const oldestFirst = [...articles].reverse();
  const index = new TermIndex();
  const terms = oldestFirst.map((article) => index.read(article));
  const ranges = oldestFirst.flatMap(({ draft }, place) => (draft === undefined ? [] : [{ from: place, to: place + 1 }]));
  const termsOf = (place: number) => terms[place] as (typeof terms)[number];
  const found = relatedPlaces(oldestFirst, { events: clusters, termsOf }, ranges);
  const spell = createSpelling();
  return new Map(
    [...found].map(([place, list]) => [(oldestFirst[place] as PublicArticle).path, toldOf(list, oldestFirst, index, spell)]),
  );
}
