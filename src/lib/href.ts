import { providerId, segmentOf } from './slugify.ts';

/** The reader's own addresses, below the router's base. Every link in the reader is made here. */
const segment = encodeURIComponent;

export const homeHref = (): string => '/';
export const categoryHref = (category: string): string => `/${segment(category)}/`;
export const topicsHref = (): string => '/topic/';
export const topicHref = (name: string): string => `/topic/${segment(segmentOf(name))}/`;
export const providersHref = (): string => '/provider/';
export const providerHref = (provider: { name: string; domain?: string | undefined }): string =>
  `/provider/${segment(providerId(provider))}/`;
export const savedHref = (): string => '/saved/';
export const articleHref = (article: { category: string; slug: string }): string =>
  `/${segment(article.category)}/${segment(article.slug)}/`;
