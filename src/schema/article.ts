import * as v from 'valibot';
import { Block } from './body.ts';
import { ArticleType, DraftReason, Provider, RelatedCard } from './card.ts';
import { Picture } from './picture.ts';

const text = v.string();
const url = v.pipe(text, v.regex(/^https?:\/\//));

/** A story in the same cluster, at its publisher. */
export const Coverage = v.object({
  title: text,
  url: v.optional(url),
  publishedDateTime: v.optional(text),
  type: v.optional(ArticleType, 'article'),
  provider: v.optional(Provider),
  excerpt: v.optional(text),
  lang: v.optional(text),
});
export type Coverage = v.InferOutput<typeof Coverage>;

/** How many coverage entries stand in the article's own file; the rest is one file more, loaded on demand. */
export const COVERAGE_FIRST = 12;

/**
 * `data/article/<slug>.<hash>.json`: everything that the article's own source file says, so that it changes only with it.
 * coverage: oldest first, those without a time last. coverageTotal counts all; coverageProviders the distinct ones.
 * coverageRest: hash that names the file with the entries after COVERAGE_FIRST.
 */
export const ArticleFile = v.object({
  slug: text,
  category: text,
  title: text,
  excerpt: v.optional(text),
  publishedDateTime: text,
  /** Where the reader links out to. Absent only when the source has no valid http(s) URL. */
  originalUrl: v.optional(url),
  ampWebUrl: v.optional(url),
  cdnAmpWebUrl: v.optional(url),
  type: v.optional(ArticleType, 'article'),
  heat: v.optional(v.number()),
  provider: Provider,
  topics: v.optional(v.array(text), []),
  images: v.optional(v.array(Picture), []),
  /** Addresses of pictures that are not copied here, where the publication links to them. */
  pictureLinks: v.optional(v.array(url), []),
  video: v.optional(v.object({ host: v.literal('youtube'), id: v.pipe(text, v.regex(/^[\w-]{6,20}$/)) })),
  body: v.optional(v.array(Block), []),
  lang: v.optional(text),
  coverage: v.optional(v.array(Coverage), []),
  coverageTotal: v.optional(v.number(), 0),
  coverageProviders: v.optional(v.number(), 0),
  coverageRest: v.optional(text),
  draft: v.optional(DraftReason),
});
export type ArticleFile = v.InferOutput<typeof ArticleFile>;

/** `data/article/<slug>.coverage.<hash>.json`: the coverage entries after COVERAGE_FIRST. */
export const CoverageFile = v.object({ coverage: v.array(Coverage) });
export type CoverageFile = v.InferOutput<typeof CoverageFile>;

/** What ties an article to its cluster: the words that it shares with it, as it spells them; nearly the same title; or somebody's word for it. */
export const ClusterTie = v.object({ by: v.picklist(['words', 'title', 'hand']), words: v.optional(v.array(text), []) });
export type ClusterTie = v.InferOutput<typeof ClusterTie>;

/** An article of this publication in another's coverage. tie: absent on the cluster's leader. */
export const ClusterStory = v.object({
  slug: text,
  category: text,
  title: text,
  publishedDateTime: text,
  type: v.optional(ArticleType, 'article'),
  provider: Provider,
  lang: v.optional(text),
  tie: v.optional(ClusterTie),
});
export type ClusterStory = v.InferOutput<typeof ClusterStory>;

/**
 * `data/article/<slug>.json`: the article's table of contents; small, revalidated. What depends on other articles stands here.
 * here: which coverage URLs are articles of this publication, and where. withdrawn entries are gone from it at the next compile.
 * followers: on a cluster's leader, the articles that follow it, oldest first. leader, tie: on each of those, so that one more
 * changes the leader's table of contents alone.
 */
export const ArticleManifest = v.object({
  format: v.literal(1),
  file: text,
  related: v.array(RelatedCard),
  here: v.optional(v.array(v.object({ url: text, category: text, slug: text })), []),
  followers: v.optional(v.array(ClusterStory), []),
  leader: v.optional(ClusterStory),
  tie: v.optional(ClusterTie),
});
export type ArticleManifest = v.InferOutput<typeof ArticleManifest>;
