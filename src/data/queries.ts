import { queryOptions } from '@tanstack/react-query';
import { ArticleFile, ArticleManifest, CoverageFile } from '../schema/article.ts';
import { Archive, type FeedKind, FeedManifest, Shard, TopFeed } from '../schema/feed.ts';
import {
  articleFile,
  articleManifestFile,
  coverageFile,
  feedManifestFile,
  feedPartFile,
  MANIFEST,
  topFile,
} from '../schema/paths.ts';
import { PublicationManifest } from '../schema/publication.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * Tables of contents are asked for again after a minute; files named by their hash never. Spread last: an object that begins with a spread
 * takes a microsecond to make, and each page that is drawn ahead asks for a dozen.
 */
export const contents = { staleTime: 60_000, gcTime: Number.POSITIVE_INFINITY };
const hashed = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export const publicationQuery = () =>
  queryOptions({
    queryKey: ['publication'],
    queryFn: ({ signal }) => fetchJson(MANIFEST, PublicationManifest, signal),
    ...contents,
  });

export const feedManifestQuery = (kind: FeedKind, id: string) =>
  queryOptions({
    queryKey: ['feed', kind, id],
    queryFn: ({ signal }) => fetchJson(feedManifestFile(kind, id), FeedManifest, signal),
    ...contents,
  });

export const topQuery = (kind: FeedKind, id: string) =>
  queryOptions({
    queryKey: ['top', kind, id],
    queryFn: ({ signal }) => fetchJson(topFile(kind, id), TopFeed, signal),
    ...contents,
  });

export const shardQuery = (kind: FeedKind, id: string, file: string) =>
  queryOptions({
    queryKey: ['shard', kind, id, file],
    queryFn: ({ signal }) => fetchJson(feedPartFile(kind, id, file), Shard, signal),
    ...hashed,
  });

export const archiveQuery = (kind: FeedKind, id: string, file: string) =>
  queryOptions({
    queryKey: ['archive', kind, id, file],
    queryFn: ({ signal }) => fetchJson(feedPartFile(kind, id, file), Archive, signal),
    ...hashed,
  });

export const articleManifestQuery = (slug: string) =>
  queryOptions({
    queryKey: ['article-manifest', slug],
    queryFn: ({ signal }) => fetchJson(articleManifestFile(slug), ArticleManifest, signal),
    ...contents,
  });

export const articleFileQuery = (slug: string, file: string) =>
  queryOptions({
    queryKey: ['article', slug, file],
    queryFn: ({ signal }) => fetchJson(articleFile(slug, file), ArticleFile, signal),
    ...hashed,
  });

export const coverageQuery = (slug: string, file: string) =>
  queryOptions({
    queryKey: ['coverage', slug, file],
    queryFn: ({ signal }) => fetchJson(coverageFile(slug, file), CoverageFile, signal),
    ...hashed,
  });
