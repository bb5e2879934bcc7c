import type * as v from 'valibot';
import { contentHash } from '../lib/hash.ts';
import { providerId } from '../lib/slugify.ts';
import {
  type ArticleFile,
  type ArticleManifest,
  type ClusterStory,
  type ClusterTie,
  COVERAGE_FIRST,
  type Coverage,
} from '../schema/article.ts';
import { CARD_EXCERPT_LENGTH } from '../schema/card.ts';
import { articleFile, articleManifestFile, coverageFile } from '../schema/paths.ts';
import { relatedCardOf } from './card.ts';
import type { Follower } from './clusters.ts';
import { cut } from './cut.ts';
import { jsonText, listed } from './json-text.ts';
import type { PublicArticle, RelatedStory, TextOutput } from './model.ts';
import type { RelatedArticle } from './related-told.ts';
import type { Resolver } from './resolve.ts';

/** file, rest: the hashes that name the article's file, and the one with the rest of its coverage. outputs: that file, and the one with the rest of its coverage. */
export interface ArticleFiles {
  file: string;
  rest: string | undefined;
  outputs: TextOutput[];
}

/** What the article's own source file says. Nothing in it depends on another article, so that it changes only with its source. */
export function articleFiles(article: PublicArticle, resolver: Resolver): ArticleFiles {
  const { slug } = article;
  const coverage = [...article.related].sort(oldestFirst).map((story) => coverageOf(story, resolver));
  const outputs: TextOutput[] = [];
  let coverageRest: string | undefined;
  if (coverage.length > COVERAGE_FIRST) {
    const text = jsonText({ coverage: coverage.slice(COVERAGE_FIRST) });
    coverageRest = contentHash(text);
    outputs.push({ path: coverageFile(slug, coverageRest), text, kind: 'hashed' });
  }
  const text = jsonText({
    ...ownPart(article, resolver),
    coverage: listed(coverage.slice(0, COVERAGE_FIRST)),
    coverageTotal: coverage.length || undefined,
    coverageProviders: distinctProviders(article) || undefined,
    coverageRest,
    draft: article.draft,
  } satisfies v.InferInput<typeof ArticleFile>);
  const file = contentHash(text);
  outputs.push({ path: articleFile(slug, file), text, kind: 'hashed' });
  return { file, rest: coverageRest, outputs };
}

function ownPart(article: PublicArticle, resolver: Resolver) {
  return {
    slug: article.slug,
    category: article.category,
    title: article.title,
    excerpt: article.excerpt || undefined,
    publishedDateTime: article.publishedDateTime,
    originalUrl: article.originalUrl,
    ampWebUrl: article.ampWebUrl,
    cdnAmpWebUrl: article.cdnAmpWebUrl,
    type: article.type === 'article' ? undefined : article.type,
    heat: article.heat,
    provider: resolver.provider(article.provider),
    topics: listed(article.topics),
    images: listed(resolver.images(article)),
    pictureLinks: listed(resolver.pictureLinks(article)),
    video: article.video && { host: article.video.host, id: article.video.id },
    body: listed(resolver.body(article.body)),
    lang: article.lang,
  };
}

/** Those without a time last; otherwise as in the file, which has the best first. */
function oldestFirst(a: RelatedStory, b: RelatedStory): number {
  return timeOf(a) - timeOf(b) || 0;
}

const timeOf = ({ publishedDateTime }: RelatedStory): number =>
  publishedDateTime === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(publishedDateTime);

function coverageOf(story: RelatedStory, resolver: Resolver): v.InferInput<typeof Coverage> {
  return {
    title: story.title,
    url: story.url,
    publishedDateTime: story.publishedDateTime,
    type: story.type === 'article' ? undefined : story.type,
    provider: story.provider && resolver.provider(story.provider),
    excerpt: cut(story.excerpt ?? '', CARD_EXCERPT_LENGTH) || undefined,
    lang: story.lang,
  };
}

function distinctProviders({ related }: PublicArticle): number {
  return new Set(related.flatMap(({ provider }) => (provider ? [providerId(provider)] : []))).size;
}

/** What the panels of an article show of other articles, and where those lie. */
export interface Neighbours {
  related: RelatedArticle[];
  here: { url: string; article: PublicArticle }[];
  followers: Follower[];
  following: Follower | undefined;
}

/** Lists look back on some 2,000 articles. */
const MOST_CARDS = 4000;

/** Related cards as JSON, mostly made once but for their words: an article is related to several. fileOf: the hash that names an article's file. */
export function relatedCards(
  fileOf: (article: PublicArticle) => string,
  resolver: Resolver,
): (related: RelatedArticle) => string {
  const made = new Map<PublicArticle, string>();
  return ({ article, words }) => {
    let card = made.get(article);
    if (card === undefined) {
      if (made.size >= MOST_CARDS) made.clear();
      card = JSON.stringify(relatedCardOf(article, fileOf(article), resolver));
      made.set(article, card);
    }
    return words.length === 0 ? card : `${card.slice(0, -1)},"words":${JSON.stringify(words)}}`;
  };
}

/** An article as another's coverage lists it. */
export function clusterStory(article: PublicArticle, resolver: Resolver): v.InferInput<typeof ClusterStory> {
  const { slug, category, title, publishedDateTime, type, lang } = article;
  const provider = resolver.provider(article.provider);
  return { slug, category, title, publishedDateTime, type: type === 'article' ? undefined : type, provider, lang };
}

export const tieOf = ({ by, words }: Follower): v.InferInput<typeof ClusterTie> => ({ by, words: listed(words) });

/** file: the hash that names the article's file. cardOf: related cards as JSON. */
export function articleManifest(
  article: PublicArticle,
  file: string,
  { related, here, followers, following }: Neighbours,
  cardOf: (related: RelatedArticle) => string,
  resolver: Resolver,
): TextOutput {
  const entries = here.map(({ url, article: { category, slug } }) => ({ url, category, slug }));
  const tail = here.length === 0 ? '' : `,"here":${JSON.stringify(entries)}`;
  const cluster = JSON.stringify({
    followers: listed(followers.map((follower) => ({ ...clusterStory(follower.article, resolver), tie: tieOf(follower) }))),
    leader: following && clusterStory(following.leader, resolver),
    tie: following && tieOf(following),
  } satisfies Partial<v.InferInput<typeof ArticleManifest>>).slice(1);
  const text = `{"format":1,"file":"${file}","related":[${related.map(cardOf).join(',')}]${tail}${cluster === '}' ? '' : ','}${cluster}\n`;
  return { path: articleManifestFile(article.slug), text, kind: 'contents' };
}
