import * as v from 'valibot';
import { ClusterStory } from './article.ts';
import { Card } from './card.ts';

const text = v.string();

/**
 * A cluster as it would be with every draft in it that nobody removed, its leader first, then oldest first; one that fell apart has
 * one member. named: the leader's own coverage tells it already. twins: members with nearly its title. coverage: what the leader's card
 * counts. cards: of public members, where public feeds have none of it or one that would say something else.
 */
export const ChangedCluster = v.object({
  members: v.array(
    v.object({ ...ClusterStory.entries, named: v.optional(v.boolean(), false), twins: v.optional(v.array(text), []) }),
  ),
  coverage: Card.entries.coverage,
  cards: v.optional(v.array(Card), []),
});
export type ChangedCluster = v.InferOutput<typeof ChangedCluster>;

/** Clusters that drafts would change. Records of the group `drafts`, one for each first hex digit of the leader's id, where there are any. */
export const ChangedClusters = v.object({ clusters: v.array(ChangedCluster) });
export type ChangedClusters = v.InferOutput<typeof ChangedClusters>;

/** Names of records. */
export const clustersRecord = (digit: string): string => `clusters/${digit}`;
/** Top as it would be: a `TopFeed`, as the public file of that feed is. */
export const topRecord = (kind: string, id: string): string => `top/${kind}/${id}`;
