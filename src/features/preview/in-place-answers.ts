import { type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import { readClusters, readTop } from '../../data/as-published.ts';
import { type Answer, createInPlaceClient } from '../../data/create-in-place-client.ts';
import type { OpenDrafts } from '../../data/drafts.ts';
import { DataFault } from '../../data/fetch-json.ts';
import { articleFileQuery } from '../../data/queries.ts';
import { canonicalUrl } from '../../lib/canonical-url.ts';
import { once } from '../../lib/once.ts';
import type { ArticleManifest } from '../../schema/article.ts';
import type { FeedKind, TopFeed } from '../../schema/feed.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';
import { type ClustersInPlace, clusterOf, clustersAmong } from './clusters-in-place.ts';
import type { Shown } from './shown-drafts.ts';

/** Queries about one article: their key's second part is its slug. */
const OF_ARTICLE = new Set(['article-manifest', 'article', 'coverage']);

const [CLUSTERS, TOP] = ['clusters', 'top'];

/** What drafts change in clusters, among what is shown. Only a client of drafts answers it. */
export const clustersQuery = queryOptions<ClustersInPlace>({
  queryKey: [CLUSTERS],
  queryFn: () => NO_CLUSTERS,
  staleTime: Number.POSITIVE_INFINITY,
});
export const NO_CLUSTERS: ClustersInPlace = { of: () => undefined, all: [] };

/** Answers what is asked about drafts from what is open, so that no part of the reader can ask the network for them. */
export function createDraftClient(drafts: OpenDrafts, shown: Shown): QueryClient {
  const clusters = once(async (open: OpenDrafts) => clustersAmong(await readClusters(open), open.entries, shown));
  const bySlug = new Map(drafts.entries.map((entry) => [entry.slug, entry]));
  const answer: Answer = async ([kind, slug, feed]: QueryKey, ask) => {
    if (kind === CLUSTERS) return clusters(drafts);
    if (kind === TOP) return topOf(drafts, slug as FeedKind, String(feed));
    if (!OF_ARTICLE.has(String(kind))) return ask();
    const entry = bySlug.get(String(slug));
    if (entry && kind !== 'article-manifest') return answerOf(String(kind), await fileOf(drafts, entry));
    if (kind !== 'article-manifest') return ask();
    const manifest = entry
      ? manifestOf(await fileOf(drafts, entry))
      : await withDrafts((await ask()) as ArticleManifest, String(slug), { drafts, client });
    const cluster = (await clusters(drafts)).of(String(slug));
    return cluster ? { ...manifest, ...clusterOf(cluster, String(slug)) } : manifest;
  };
  const client = createInPlaceClient(answer);
  return client;
}

async function fileOf(drafts: OpenDrafts, { id }: DraftEntry): Promise<DraftFile> {
  const file = await drafts.read(id);
  // Without words of the draft.
  if (!file?.article) throw new DataFault('broken', 'draft');
  return file;
}

const answerOf = (kind: string, { article }: DraftFile): unknown => (kind === 'article' ? article : { coverage: [] });

const manifestOf = ({ id, related, here }: DraftFile): ArticleManifest => ({
  format: 1,
  file: id,
  related,
  here,
  followers: [],
});

async function topOf(drafts: OpenDrafts, kind: FeedKind, id: string): Promise<TopFeed> {
  const top = await readTop(drafts, kind, id);
  if (!top) throw new DataFault('missing', 'top');
  return top;
}

/** A public article's table of contents as it would be: coverage that is a draft's story is on this site then. */
async function withDrafts(
  manifest: ArticleManifest,
  slug: string,
  { drafts, client }: { drafts: OpenDrafts; client: QueryClient },
): Promise<ArticleManifest> {
  const followers = drafts.entries.filter(({ leader, card }) => card && leader?.slug === slug);
  if (followers.length === 0) return manifest;
  const { coverage } = await client.fetchQuery(articleFileQuery(slug, manifest.file));
  const files = await Promise.all(followers.map(({ id }) => drafts.read(id)));
  const here = files.flatMap((file) => {
    const { originalUrl, category, slug: own } = file?.article ?? {};
    if (originalUrl === undefined || category === undefined || own === undefined) return [];
    const told = coverage.find(({ url }) => url !== undefined && canonicalUrl(url) === canonicalUrl(originalUrl));
    return told?.url === undefined ? [] : [{ url: told.url, category, slug: own }];
  });
  return { ...manifest, here: [...manifest.here, ...here] };
}
