import { articlePage, feedPage, pictureFile, urlPath } from '../schema/paths.ts';
import type { Picture } from '../schema/picture.ts';
import type { Feed } from './feeds.ts';
import type { PublicArticle } from './model.ts';
import type { Site } from './page-head.ts';

const CONTEXT = 'https://schema.org';

/** As many as a feed's page lists for machines; they find the rest by its pages. */
const LISTED = 10;

/** A feed as schema.org's CollectionPage. Undefined without an address: relative ones would say nothing to who reads them elsewhere. */
export function feedData(feed: Feed, { siteUrl, name }: Site): object | undefined {
  if (siteUrl === undefined) return undefined;
  return {
    '@context': CONTEXT,
    '@type': 'CollectionPage',
    url: urlPath(siteUrl, feedPage(feed.kind, feed.id)),
    name: feed.name,
    isPartOf: { '@type': 'WebSite', url: siteUrl, name },
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: feed.articles.slice(0, LISTED).map(({ category, slug }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        url: urlPath(siteUrl, articlePage(category, slug)),
      })),
    },
  };
}

/**
 * An article's page, honestly: a page of ours that is about somebody else's article, which lies at its own address and has its own
 * publisher.
 */
export function articleData(article: PublicArticle, picture: Picture | undefined, { siteUrl, name }: Site): object | undefined {
  const { category, slug, title, excerpt, publishedDateTime, originalUrl, provider, lang, type } = article;
  if (siteUrl === undefined) return undefined;
  return {
    '@context': CONTEXT,
    '@type': 'WebPage',
    url: urlPath(siteUrl, articlePage(category, slug)),
    name: title,
    isPartOf: { '@type': 'WebSite', url: siteUrl, name },
    ...(picture && { primaryImageOfPage: urlPath(siteUrl, pictureFile(picture.id, picture.widths.at(-1) ?? picture.width)) }),
    mainEntity: {
      '@type': type === 'video' ? 'VideoObject' : 'NewsArticle',
      [type === 'video' ? 'name' : 'headline']: title,
      ...(excerpt !== '' && { description: excerpt }),
      ...(type === 'video' ? { uploadDate: publishedDateTime } : { datePublished: publishedDateTime }),
      ...(originalUrl !== undefined && { url: originalUrl }),
      ...(lang !== undefined && { inLanguage: lang }),
      publisher: {
        '@type': 'Organization',
        name: provider.name,
        ...(provider.domain !== undefined && { url: `https://${provider.domain}/` }),
      },
    },
  };
}
