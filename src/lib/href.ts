import { providerId, segmentOf } from './slugify.ts';

/** The reader's own addresses, below the router's base. Every link in the reader is made here. */
const segment = encodeURIComponent;

export const homeHref = (): string => '/';
export const categoryHref = (category: string): string => `/${segment(category)}/`;
export const topicsHref = (): string => '/topic/';
export const topicHref = (name: string): string => `/topic/${segment(segmentOf(name))}/`;
export const providersHref = (): string => '/provider/';
/** A letter of a long list. key: as `letterKey` gives it. */
export const letterHref = (kind: 'topic' | 'provider', key: string): string => `/${kind}/?letter=${segment(key)}`;
export const providerHref = (provider: { name: string; domain?: string | undefined }): string =>
  `/provider/${segment(providerId(provider))}/`;
/** A feed in one of its orders. section: its id, empty for all news. */
export const sortHref = (section: string, top: boolean): string =>
  (section === '' ? homeHref() : categoryHref(section)) + (top ? '?sort=top' : '');
export const isTop = (search: string): boolean => new URLSearchParams(search).get('sort') === 'top';
export const calendarHref = (): string => '/day/';
export const yearHref = (year: number): string => `/day/${year}/`;
/** day: `2022-10-03`. */
export const dayHref = (day: string): string => `/${day.replaceAll('-', '/')}/`;
export const savedHref = (): string => '/saved/';
export const searchHref = (): string => '/search/';
export const articleHref = (article: { category: string; slug: string }): string =>
  `/${segment(article.category)}/${segment(article.slug)}/`;
export const previewHref = (): string => '/preview/';
/** A draft's address in the preview: its opaque id, and nothing of its words. */
export const draftHref = (id: string): string => `${previewHref()}#/d/${id}`;
/** What changed since this reviewer last looked. */
export const changesHref = (): string => `${previewHref()}#/changes`;
