import { type ChangedCluster, ChangedClusters, clustersRecord, topRecord } from '../schema/as-published.ts';
import { type FeedKind, TopFeed } from '../schema/feed.ts';
import { type OpenDrafts, readSealed } from './drafts.ts';

/** Clusters as they would be, where drafts change them. Those that do not open are left out. */
export async function readClusters(drafts: OpenDrafts): Promise<ChangedCluster[]> {
  const lists = [...'0123456789abcdef'].map(async (digit) => {
    const bytes = await drafts.computed(clustersRecord(digit)).catch(() => undefined);
    return (bytes && readSealed(ChangedClusters, bytes)?.clusters) ?? [];
  });
  return (await Promise.all(lists)).flat();
}

/** A feed's Top as it would be. Undefined where it has none. Throws what fetching throws. */
export async function readTop(drafts: OpenDrafts, kind: FeedKind, id: string): Promise<TopFeed | undefined> {
  const bytes = await drafts.computed(topRecord(kind, id));
  return bytes && readSealed(TopFeed, bytes);
}
