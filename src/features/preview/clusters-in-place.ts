import type { ArticleManifest } from '../../schema/article.ts';
import type { ChangedCluster } from '../../schema/as-published.ts';
import type { Card } from '../../schema/card.ts';
import type { FeedKind } from '../../schema/feed.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import type { Shown } from './shown-drafts.ts';

/** What the build found for all drafts together, as far as what is shown has all of it. */
export interface ClustersInPlace {
  of: (slug: string) => ChangedCluster | undefined;
  all: readonly ChangedCluster[];
}

export function clustersAmong(
  clusters: readonly ChangedCluster[],
  entries: readonly DraftEntry[],
  { entries: shown, without }: Shown,
): ClustersInPlace {
  const there = new Set(shown.map(({ slug }) => slug));
  const gone = new Set(entries.flatMap(({ slug }) => (there.has(slug) ? [] : [slug])));
  const all = clusters.filter(({ members }) => members.every(({ slug }) => !gone.has(slug) && !without.has(slug)));
  const bySlug = new Map(all.flatMap((cluster) => cluster.members.map(({ slug }) => [slug, cluster])));
  return { of: (slug) => bySlug.get(slug), all };
}

/** What an article's table of contents says of its cluster. */
export function clusterOf({ members }: ChangedCluster, own: string): Pick<ArticleManifest, 'followers' | 'leader' | 'tie'> {
  const [leader, ...followers] = members;
  if (leader?.slug === own) return { followers: followers.filter(({ named }) => !named) };
  return { followers: [], leader, tie: members.find(({ slug }) => slug === own)?.tie };
}

/** A feed's cards (newest first) with each event once, as the build folds them. */
export function folded(cards: readonly Card[], kind: FeedKind, id: string, { of }: ClustersInPlace): Card[] {
  const folds = kind === 'all' || kind === 'category';
  const kept: Card[] = [];
  for (const card of cards.toReversed()) {
    const cluster = of(card.slug);
    const leader = cluster?.members[0];
    const follows = leader !== undefined && leader.slug !== card.slug;
    if (folds && follows && (kind === 'all' || leader.category === id)) continue;
    const twins = cluster?.members.find(({ slug }) => slug === card.slug)?.twins ?? [];
    if (twins.includes(kept.at(-1)?.slug ?? '')) continue;
    kept.push(folds && cluster && !follows ? { ...card, coverage: cluster.coverage } : card);
  }
  return kept.reverse();
}
