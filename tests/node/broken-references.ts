import type { FeedKind } from '../../src/schema/feed.ts';
import {
  articleFile,
  articleManifestFile,
  coverageFile,
  feedManifestFile,
  feedPartFile,
  type ListKind,
  listFile,
  listPartFile,
  logoFile,
  MANIFEST,
  pictureFile,
  SEARCH,
  searchFile,
  topFile,
} from '../../src/schema/paths.ts';

const LISTS: Readonly<Record<string, FeedKind>> = { categories: 'category', topics: 'topic', providers: 'provider' };

/** A list of topics or providers, or a part of one. */
const LIST = /^data\/(?:list\/)?(topic|provider)(?:s\.json|\/)/;

/**
 * Every file that is named and not there, as `from names path`: by any page, by the publication's tables of contents, and by what
 * these lead to. Pages are not among what is named: the reader loads data. `files`: what the build holds, by path; base `/`.
 */
export function brokenReferences(files: ReadonlyMap<string, string>): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  const queue = [...files.keys()].filter((path) => path.endsWith('.html'));
  queue.push(MANIFEST, listFile('topic'), listFile('provider'), SEARCH);
  for (const from of queue) {
    for (const path of namesIn(from, files.get(from) ?? '{}')) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (files.has(path)) queue.push(path);
      else broken.push(`${from} names ${path}`);
    }
  }
  return broken;
}

function namesIn(path: string, text: string): string[] {
  if (path.endsWith('.html')) return pageNames(text);
  return path.endsWith('.json') ? jsonNames(path, JSON.parse(text)) : [];
}

function jsonNames(from: string, value: unknown): string[] {
  const names: string[] = [];
  const [, place, first = '', second = ''] = from.split('/');
  if (from.endsWith('/manifest.json') && (first === 'all' || first === 'category')) names.push(topFile(first, second));
  const list = LIST.exec(from)?.[1] as ListKind | undefined;
  walk(value, (object) => {
    const { slug, category, file, coverageRest, id, widths, logo, ...more } = object as Record<string, string>;
    if (slug && category && file) names.push(articleFile(slug, file), articleManifestFile(slug));
    else if (slug && category) names.push(articleManifestFile(slug));
    else if (file && place === 'feed') names.push(feedPartFile(first as FeedKind, second, file));
    else if (file && place === 'search') names.push(searchFile(file));
    else if (file && place === 'article') names.push(articleFile(first.slice(0, -'.json'.length), file));
    if (slug && coverageRest) names.push(coverageFile(slug, coverageRest));
    if (id && Array.isArray(widths))
      for (const width of widths) names.push(pictureFile(id, width, 'avif'), pictureFile(id, width, 'webp'));
    if (logo) names.push(logoFile(logo));
    for (const [key, kind] of Object.entries(LISTS)) names.push(...feedNames(kind, more[key]));
    if (list)
      names.push(...feedNames(list, more['entries']), ...[more['parts'] ?? []].flat().map((part) => listPartFile(list, part)));
  });
  return names;
}

function feedNames(kind: FeedKind, entries: unknown): string[] {
  if (!Array.isArray(entries)) return [];
  const ids = entries.filter((entry) => typeof entry === 'object' && 'count' in entry).map(({ id }) => id as string);
  return ids.map((id) => feedManifestFile(kind, id));
}

function walk(value: unknown, visit: (object: object) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const part of Object.values(value)) walk(part, visit);
}

function pageNames(html: string): string[] {
  const links = [...html.matchAll(/<(?:link|script|img|meta)\b[^>]*?\s(?:href|src|content)="\/([^"]*)"/g)].map(
    ([, url = '']) => url,
  );
  // What the page asks for once it is painted.
  const later = [...html.matchAll(/\sdata-(?:code|style|files)="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
  const urls = [...links, ...later.filter((url) => url !== '').map((url) => url.slice(1))];
  return urls.map((url) => decodeURIComponent(url).replace(/(^|\/)$/, '$1index.html'));
}
