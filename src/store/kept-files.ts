import * as v from 'valibot';
import { basePath } from '../lib/base-path.ts';
import { CACHE_PREFIX, DATA_CACHE, KEPT_AT, PAGE_CACHES, PICTURE_CACHE, SAVED_CACHE } from '../lib/cache-names.ts';
import { ArticleFile } from '../schema/article.ts';

/** How much is kept of what was read: files, and for how many days. What was saved is kept beyond it. */
const LIMITS = [
  { start: PAGE_CACHES, files: 100, days: 30 },
  { start: DATA_CACHE, files: 800, days: 60 },
  { start: PICTURE_CACHE, files: 400, days: 60 },
] as const;
const DAY_MS = 86_400_000;

const HASHED = /[./][0-9a-z]{14}\.json$/;
const ARTICLE_FILE = /\/data\/article\/[^/]+\.[0-9a-z]{14}\.json$/;

/** A copy of an article's file. keptAt: when it was kept or last read, in ms since 1970. */
export interface KeptArticle {
  article: ArticleFile;
  keptAt: number;
}

/** The articles that open without a network, the last read first. One that is kept in two versions is there once. */
export async function keptArticles(): Promise<KeptArticle[]> {
  const kept = new Map<string, KeptArticle>();
  for (const name of [SAVED_CACHE, DATA_CACHE]) {
    for (const [, answer] of await entriesOf(name, ARTICLE_FILE)) {
      const result = v.safeParse(ArticleFile, await answer.json().catch(() => undefined));
      const keptAt = keptAtOf(answer);
      const before = result.success ? kept.get(result.output.slug) : undefined;
      if (result.success && keptAt >= (before?.keptAt ?? 0)) kept.set(result.output.slug, { article: result.output, keptAt });
    }
  }
  return [...kept.values()].sort((one, other) => other.keptAt - one.keptAt);
}

/** Keeps copies of these files beyond all limits, and of no others. Paths below the base. */
export async function keepForGood(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const before = await copyIn(SAVED_CACHE, path);
    const copy = await readCopy(path);
    if (copy && keptAtOf(copy) > (before ? keptAtOf(before) : -1)) await (await caches.open(SAVED_CACHE)).put(urlOf(path), copy);
  }
  if (!(await caches.has(SAVED_CACHE))) return;
  const saved = await caches.open(SAVED_CACHE);
  const wanted = new Set(paths.map(urlOf));
  for (const { url } of await saved.keys()) if (!wanted.has(url)) await saved.delete(url);
}

/** JSON that is kept, of what was read before what was saved; undefined when there is none. */
export async function keptJson(path: string, where: 'anywhere' | 'saved' = 'anywhere'): Promise<unknown> {
  const read = where === 'anywhere' ? await readCopy(path) : undefined;
  const answer = read ?? (await copyIn(SAVED_CACHE, path));
  return answer?.json().catch(() => undefined);
}

/** Whether a file is kept, of what was read or saved. */
export const isKept = async (path: string): Promise<boolean> =>
  ((await readCopy(path)) ?? (await copyIn(SAVED_CACHE, path))) !== undefined;

const readCopy = async (path: string): Promise<Response | undefined> =>
  (await copyIn(DATA_CACHE, path)) ?? copyIn(PICTURE_CACHE, path);

/** Asked so, a cache that is not there is not made: where the worker was ended, nothing of it is to stay. */
const copyIn = (cacheName: string, path: string): Promise<Response | undefined> => caches.match(urlOf(path), { cacheName });

const keptAtOf = (answer: Response): number => Number(answer.headers.get(KEPT_AT));

/** Addresses of files of which copies were taken away. shared: pages and tables of contents that now say something else. */
export interface Forgotten {
  gone: string[];
  shared: string[];
}

/** Takes away every copy of what speaks of these articles. */
export async function forgetArticles(slugs: readonly string[]): Promise<Forgotten> {
  const signs = slugs.flatMap((slug) => [JSON.stringify(slug), `/${encodeURIComponent(slug)}/`]);
  const own = slugs.flatMap((slug) => [`/data/article/${encodeURIComponent(slug)}.`, `/${encodeURIComponent(slug)}/`]);
  const forgotten: Forgotten = { gone: [], shared: [] };
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(PAGE_CACHES) || name === DATA_CACHE || name === SAVED_CACHE,
  );
  for (const name of names) {
    const cache = await caches.open(name);
    for (const [url, answer] of await entriesOf(name, /./)) {
      const isOwn = own.some((part) => url.includes(part));
      if (!isOwn && (isPicture(answer) || !holdsAny(await answer.clone().text(), signs))) continue;
      if (isOwn) await dropPictures(answer);
      forgotten[isOwn || HASHED.test(url) ? 'gone' : 'shared'].push(url);
      await cache.delete(url);
    }
  }
  return forgotten;
}

const isPicture = (answer: Response): boolean => answer.headers.get('content-type')?.startsWith('image/') === true;
const holdsAny = (text: string, signs: readonly string[]): boolean => signs.some((sign) => text.includes(sign));

async function dropPictures(answer: Response): Promise<void> {
  const result = v.safeParse(ArticleFile, await answer.json().catch(() => undefined));
  const ids = result.success ? result.output.images.map(({ id }) => `/img/${id}-`) : [];
  for (const name of [PICTURE_CACHE, SAVED_CACHE]) {
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (ids.some((id) => url.includes(id))) await cache.delete(url);
  }
}

/** The oldest go: what is beyond the limits by count or by age. now: ms since 1970. */
export async function trimKept(now: number): Promise<void> {
  for (const name of await caches.keys()) {
    const limit = LIMITS.find(({ start }) => name.startsWith(start) && name.startsWith(CACHE_PREFIX));
    if (!limit) continue;
    const cache = await caches.open(name);
    // In the order in which they were put, and what is read again is put again.
    const keys = await cache.keys();
    for (const [place, key] of keys.entries()) {
      const answer = await cache.match(key);
      const keptAt = answer ? keptAtOf(answer) : 0;
      if (place >= keys.length - limit.files && now - keptAt < limit.days * DAY_MS) break;
      await cache.delete(key);
    }
  }
}

async function entriesOf(name: string, pattern: RegExp): Promise<[url: string, answer: Response][]> {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(({ url }) => pattern.test(url));
  const answers = await Promise.all(keys.map(async (key) => [key.url, await cache.match(key)] as const));
  return answers.flatMap(([url, answer]) => (answer ? [[url, answer]] : []));
}

const urlOf = (path: string): string =>
  new URL(basePath + path.split('/').map(encodeURIComponent).join('/'), window.location.href).href;
