import { basePath } from '../lib/base-path.ts';
import {
  CACHE_PREFIX,
  DATA_CACHE,
  KEPT_AT,
  PICTURE_CACHE,
  PREVIEW_CACHE,
  SAVED_CACHE,
  SHELL_CACHES,
} from '../lib/cache-names.ts';
import { STAND_IN_PAGE } from '../lib/shell-files.ts';
import { CACHES, entry, files, type Kind, keepable } from './what-to-cache.ts';

/** With a copy at hand nobody waits longer for the network. */
const PATIENCE_MS = 3000;
const DAY_MS = 86_400_000;

/** All of the shell or none of it; what an attempt before this one fetched is not fetched again. */
export async function installShell(): Promise<void> {
  const cache = await caches.open(CACHES.shell[0]);
  const fetchFile = async ([path, sha256]: (typeof files)[number]): Promise<void> => {
    const url = basePath + path;
    if (await cache.match(url)) return;
    const answer = await fetch(url, { integrity: `sha256-${sha256}` });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    await cache.put(url, answer);
  };
  await Promise.all([...files.map(fetchFile), fetchStandIn(cache)]);
}

/** Its words may change without the shell, so it is asked for each time; from a host that is half updated it may be another shell's. */
async function fetchStandIn(cache: Cache): Promise<void> {
  const url = basePath + STAND_IN_PAGE;
  const page = await keepable('page', url, await fetch(url, { cache: 'no-cache' }));
  if (!page) throw new Error(`${STAND_IN_PAGE} names no ${entry}.`);
  await cache.put(url, page);
}

/** Removes what no version needs. The shell before this one stays: tabs that were opened with it may still want a part of it. */
export async function clearOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  const shells = names.filter((name) => name.startsWith(SHELL_CACHES) && name !== CACHES.shell[0]);
  const wanted = [...shells.slice(-1), CACHES.shell[0], CACHES.page[0], DATA_CACHE, PICTURE_CACHE, SAVED_CACHE, PREVIEW_CACHE];
  await Promise.all(names.filter((name) => !wanted.includes(name)).map((name) => caches.delete(name)));
}

/** What may change: from the network while it answers, and answers sensibly; else as it was kept. */
export async function networkFirst(event: FetchEvent, kind: 'page' | 'contents', path: string): Promise<Response> {
  const asked = fetch(event.request);
  const kept = asked.then((answer) => keepable(kind, path, answer));
  event.waitUntil(kept.then((answer) => answer && put(kind, path, answer)).catch(() => undefined));
  const copy = await find(kind, path);
  const good = async (): Promise<Response | undefined> => {
    const answer = await asked;
    const { status } = answer;
    // Of a page the reader is to see what came, be it a captive portal's; of data only what is data, or that there is none.
    const says = kind === 'page' ? status < 500 : status === 404 || status === 410 || (await kept) !== undefined;
    return says ? answer : undefined;
  };
  if (copy) {
    const patience = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS));
    return (await Promise.race([good().catch(() => undefined), patience])) ?? copy;
  }
  if (kind === 'contents') return asked;
  return asked.catch(async () => (await find('shell', basePath + STAND_IN_PAGE)) ?? Response.error());
}

/** From the network; without one, the copy that the page made of itself while it was open. Nothing is read of the address. */
export const previewPage = (request: Request): Promise<Response> =>
  fetch(request).catch(async () => (await caches.match(`${basePath}preview/`, { cacheName: PREVIEW_CACHE })) ?? Response.error());

/** What never changes under its name. */
export async function cacheFirst(event: FetchEvent, kind: 'shell' | 'hashed' | 'picture', path: string): Promise<Response> {
  const copy = await find(kind, path);
  if (copy) {
    event.waitUntil(keepLonger(kind, path, copy.clone()));
    return copy;
  }
  try {
    const answer = await fetch(event.request);
    const kept = keepable(kind, path, answer);
    event.waitUntil(kept.then((good) => good && put(kind, path, good)).catch(() => undefined));
    return answer;
  } catch {
    return (kind === 'picture' && (await otherWidth(path))) || Response.error();
  }
}

/** In the kind's caches, of a shell in any version's. Storage that is denied has nothing. */
async function find(kind: Kind, path: string): Promise<Response | undefined> {
  try {
    for (const name of CACHES[kind]) {
      const found = (await caches.has(name)) && (await (await caches.open(name)).match(path));
      if (found) return found;
    }
    return kind === 'shell' && path.includes('/assets/') ? await caches.match(path) : undefined;
  } catch {
    return undefined;
  }
}

/** The browser chose a width that was not kept: any other of the same picture does. */
async function otherWidth(path: string): Promise<Response | undefined> {
  const start = path.slice(0, path.lastIndexOf('-') + 1);
  for (const name of CACHES.picture) {
    const cache = await caches.open(name);
    const key = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(start));
    if (key) return cache.match(key);
  }
  return undefined;
}

/** Old ones go by their time: what is read again is as if it were new. */
async function keepLonger(kind: Kind, path: string, copy: Response): Promise<void> {
  const headers = new Headers(copy.headers);
  const now = Date.now();
  if (now - Number(headers.get(KEPT_AT) ?? now) < DAY_MS) return;
  headers.set(KEPT_AT, String(now));
  await put(kind, path, new Response(copy.body, { headers }));
}

/** A full disk costs the reader nothing but a copy; half of the pictures make room for the next. */
async function put(kind: Kind, path: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(CACHES[kind][0])).put(path, answer);
  } catch {
    const pictures = await caches.open(PICTURE_CACHE);
    const keys = await pictures.keys();
    await Promise.all(keys.slice(0, Math.ceil(keys.length / 2)).map((key) => pictures.delete(key)));
  }
}
