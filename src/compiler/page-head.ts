import { urlPath } from '../schema/paths.ts';
import { cut } from './cut.ts';
import { attribute, escapeHtml } from './html.ts';

const DESCRIPTION_LENGTH = 300;

/** page and preloads: files below the build's root. */
export interface HeadParts {
  title: string;
  description: string | undefined;
  page: string;
  kind: 'website' | 'article';
  preloads: readonly string[];
}

/** siteUrl: the address of the build's root, ends in `/`. */
export interface Site {
  base: string;
  siteUrl?: string | undefined;
}

/** A page's head as HTML. Only what is known from the articles: no build dates, nothing of the machine. */
export function pageHead({ title, description, page, kind, preloads }: HeadParts, { base, siteUrl }: Site): string {
  const text = description === undefined || description === '' ? undefined : cut(description, DESCRIPTION_LENGTH);
  const address = siteUrl === undefined ? undefined : urlPath(siteUrl, page);
  return [
    `<title>${escapeHtml(title)}</title>`,
    text && `<meta name="description"${attribute('content', text)}>`,
    address && `<link rel="canonical"${attribute('href', address)}>`,
    `<meta property="og:title"${attribute('content', title)}>`,
    text && `<meta property="og:description"${attribute('content', text)}>`,
    `<meta property="og:type"${attribute('content', kind)}>`,
    address && `<meta property="og:url"${attribute('content', address)}>`,
    ...preloads.map((file) => `<link rel="preload" as="fetch" crossorigin="anonymous"${attribute('href', urlPath(base, file))}>`),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n    ');
}
