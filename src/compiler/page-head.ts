import { pictureFile, urlPath } from '../schema/paths.ts';
import type { Picture } from '../schema/picture.ts';
import { cut } from './cut.ts';
import { attribute, escapeHtml } from './html.ts';

const DESCRIPTION_LENGTH = 300;

/**
 * page: a file below the build's root. published: ISO 8601. data: what machines read of the page (JSON-LD). unlisted: not for search engines.
 * script: runs before anything else of the page, which then tells nobody its address.
 */
export interface HeadParts {
  title: string;
  description: string | undefined;
  page: string;
  kind: 'website' | 'article';
  published?: string;
  picture?: Picture | undefined;
  data?: object | undefined;
  unlisted?: boolean;
  script?: string | undefined;
}

/** siteUrl: the address of the build's root, ends in `/`. name: the publication's. */
export interface Site {
  base: string;
  siteUrl?: string | undefined;
  name: string;
}

/** A page's head as HTML. Only what is known from the articles: no build dates, nothing of the machine. */
export function pageHead(parts: HeadParts, { siteUrl, name }: Site): string {
  const { title, description, page, kind, published, picture, data, unlisted, script } = parts;
  const text = description === undefined || description === '' ? undefined : cut(description, DESCRIPTION_LENGTH);
  const address = siteUrl === undefined || unlisted ? undefined : urlPath(siteUrl, page);
  const image = picture && siteUrl !== undefined ? pictureAddress(picture, siteUrl) : undefined;
  return [
    script && `<script>${script}</script>`,
    script && '<meta name="referrer" content="no-referrer">',
    unlisted && '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title>`,
    text && `<meta name="description"${attribute('content', text)}>`,
    address && `<link rel="canonical"${attribute('href', address)}>`,
    `<meta property="og:title"${attribute('content', title)}>`,
    text && `<meta property="og:description"${attribute('content', text)}>`,
    `<meta property="og:type"${attribute('content', kind)}>`,
    `<meta property="og:site_name"${attribute('content', name)}>`,
    address && `<meta property="og:url"${attribute('content', address)}>`,
    image && `<meta property="og:image"${attribute('content', image)}>`,
    published && `<meta property="article:published_time"${attribute('content', published)}>`,
    `<meta name="twitter:card"${attribute('content', image ? 'summary_large_image' : 'summary')}>`,
    data && `<script type="application/ld+json">${scriptJson(data)}</script>`,
  ]
    .filter((line) => line !== undefined && line !== false && line !== '')
    .join('\n    ');
}

/** Other sites show pictures in what many of them can read. */
const pictureAddress = ({ id, widths, width }: Picture, siteUrl: string): string =>
  urlPath(siteUrl, pictureFile(id, widths.at(-1) ?? width));

/** Nothing in it can end the script element. */
const scriptJson = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
