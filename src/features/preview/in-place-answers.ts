import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { type Answer, createInPlaceClient } from '../../data/create-in-place-client.ts';
import type { OpenDrafts } from '../../data/drafts.ts';
import { DataFault } from '../../data/fetch-json.ts';
import { articleFileQuery } from '../../data/queries.ts';
import { canonicalUrl } from '../../lib/canonical-url.ts';
import type { ArticleManifest } from '../../schema/article.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';

/** Queries about one article: their key's second part is its slug. */
const OF_ARTICLE = new Set(['article-manifest', 'article', 'coverage']);

/** Answers what is asked about drafts from what is open, so that no part of the reader can ask the network for them. */
export function createDraftClient(drafts: OpenDrafts): QueryClient {
  const bySlug = new Map(drafts.entries.map((entry) => [entry.slug, entry]));
  const answer: Answer = async ([kind, slug]: QueryKey, ask) => {
    if (!OF_ARTICLE.has(String(kind))) return ask();
    const entry = bySlug.get(String(slug));
    if (entry) return answerOf(String(kind), await fileOf(drafts, entry));
    if (kind !== 'article-manifest') return ask();
    return withDrafts((await ask()) as ArticleManifest, String(slug), { drafts, client });
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

function answerOf(kind: string, { id, article, related, here }: DraftFile): unknown {
  if (kind === 'article') return article;
  if (kind === 'coverage') return { coverage: [] };
  return { format: 1, file: id, related, here, followers: [] } satisfies ArticleManifest;
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
