import { useQuery } from '@tanstack/react-query';
import { articleManifestQuery } from '../../data/queries.ts';
import type { ClusterStory, ClusterTie } from '../../schema/article.ts';

/** The other articles of this publication in an article's cluster, oldest first, and what ties the article itself to it. */
export interface Cluster {
  stories: readonly ClusterStory[];
  tie: ClusterTie | undefined;
}

/** The cluster stands in its leader's table of contents: without that a follower knows of its leader alone. Undefined while nothing is known. */
export function useCluster(slug: string): Cluster | undefined {
  // The page asks for its own already; asking again by being shown would take back the fault that is shown.
  const own = useQuery({ retryOnMount: false, ...articleManifestQuery(slug) }).data;
  const leader = own?.leader;
  const { data } = useQuery({ enabled: leader !== undefined, ...articleManifestQuery(leader?.slug ?? '') });
  if (!own) return undefined;
  if (!leader) return { stories: own.followers, tie: undefined };
  const others = data?.followers.filter((story) => story.slug !== slug) ?? [];
  return { stories: [leader, ...others], tie: own.tie };
}
