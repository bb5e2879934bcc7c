import type { Clusters } from './clusters.ts';
import type { Feed } from './feeds.ts';
import type { PublicArticle } from './model.ts';

/**
 * A feed with each event once: in all news and in sections a cluster is its leader's card, and its followers stand in the
 * leader's coverage. Topics and providers show every article for itself; there too, nobody reads nearly the same title twice
 * in a row: the older one stays. Looks at older articles only.
 */
export function shownIn(feed: Feed, clusters: Clusters): Feed {
  const kept: PublicArticle[] = [];
  for (const article of [...feed.articles].reverse()) {
    const before = kept.at(-1);
    if (isFolded(article, feed, clusters) || (before && clusters.areTwins(article, before))) continue;
    kept.push(article);
  }
  return kept.length === feed.articles.length ? feed : { ...feed, articles: kept.reverse() };
}

/** Feeds that show clusters as one card. */
export const foldsClusters = ({ kind }: Feed): boolean => kind === 'all' || kind === 'category';

function isFolded(article: PublicArticle, feed: Feed, clusters: Clusters): boolean {
  const leader = foldsClusters(feed) ? clusters.following(article)?.leader : undefined;
  return leader !== undefined && (feed.kind === 'all' || leader.category === feed.id);
}
