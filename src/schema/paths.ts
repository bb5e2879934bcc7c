import type { FeedKind } from './feed.ts';
import { LOGO_WIDTH } from './picture.ts';

/** First path segments that the reader, the build or a host uses itself: no category may take one. Four digits are days' and years' pages. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  'about',
  'api',
  'assets',
  'build',
  'data',
  'date',
  'day',
  'feed',
  'img',
  'index',
  'offline',
  'preview',
  'proof',
  'provider',
  'robots',
  'sandbox',
  'saved',
  'search',
  'settings',
  'shell',
  'sitemap',
  'sw',
  'topic',
  'well-known',
  '404',
]);

/** Every file below is relative to the build's root, with `/` between segments, not percent-encoded. */
export const BUILD_RECORD = 'build.json';
export const MANIFEST = 'data/manifest.json';
export type ListKind = 'topic' | 'provider';
export const listFile = (kind: ListKind): string => `data/${kind}s.json`;
export const listPartFile = (kind: ListKind, name: string): string => `data/list/${kind}/${name}.json`;
export const YEARS = 'data/day/years.json';
export const yearFile = (year: number): string => `data/day/${year}.json`;

export const articleManifestFile = (slug: string): string => `data/article/${slug}.json`;
export const articleFile = (slug: string, hash: string): string => `data/article/${slug}.${hash}.json`;
export const coverageFile = (slug: string, hash: string): string => `data/article/${slug}.coverage.${hash}.json`;

const feedFolder = (kind: FeedKind, id: string): string => (kind === 'all' ? 'data/feed/all' : `data/feed/${kind}/${id}`);
export const feedManifestFile = (kind: FeedKind, id: string): string => `${feedFolder(kind, id)}/manifest.json`;
export const topFile = (kind: FeedKind, id: string): string => `${feedFolder(kind, id)}/top.json`;
export const feedPartFile = (kind: FeedKind, id: string, hash: string): string => `${feedFolder(kind, id)}/${hash}.json`;

export const SEARCH = 'data/search/manifest.json';
export const searchFile = (hash: string): string => `data/search/${hash}.json`;

export const pictureFile = (id: string, width: number, format: 'avif' | 'webp' = 'webp'): string =>
  `img/${id}-${width}.${format}`;
export const logoFile = (id: string): string => pictureFile(id, LOGO_WIDTH);

/** The index of the sealed drafts is named by it; all sealed files lie beside it. */
export const PREVIEW_MANIFEST = 'preview/manifest.json';
export const previewFile = (name: string): string => `preview/${name}`;

/** Page files, for static hosts without rules. */
export const feedPage = (kind: FeedKind, id: string): string => {
  if (kind === 'all') return 'index.html';
  if (kind === 'day') return `${id.replaceAll('-', '/')}/index.html`;
  return kind === 'category' ? `${id}/index.html` : `${kind}/${id}/index.html`;
};
/** A year of the calendar. */
export const yearPage = (year: number): string => `day/${year}/index.html`;
export const articlePage = (category: string, slug: string): string => `${category}/${slug}/index.html`;

/** What encoding leaves as it is. */
const PLAIN = /^[\w.!~*'()/-]*$/;

/** A file's or page's URL path below `base` ('/' or '/path/'), percent-encoded; `index.html` becomes its folder. */
export function urlPath(base: string, file: string): string {
  const path = PLAIN.test(file) ? file : file.split('/').map(encodeURIComponent).join('/');
  return base + path.replace(/(^|\/)index\.html$/, '$1');
}
