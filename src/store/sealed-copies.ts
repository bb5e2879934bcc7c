import { basePath } from '../lib/base-path.ts';
import { PREVIEW_CACHE } from '../lib/cache-names.ts';

/** Copies of sealed files, sealed as they came, and of the page that opens them: for reading without a network. Paths below the base. */
export interface SealedCopies {
  read: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Settles whether or not there was room. */
  write: (path: string, content: Uint8Array<ArrayBuffer> | string) => Promise<void>;
  /** Drops all others, but for the page. */
  keepOnly: (paths: readonly string[]) => Promise<void>;
  keepPage: () => Promise<void>;
  /** Drops all of them, and writes none from now on. */
  drop: () => Promise<void>;
}

const PAGE = 'preview/';

export function createSealedCopies(): SealedCopies {
  let dropped = false;
  const writing = new Set<Promise<unknown>>();
  const put = async (path: string, answer: Response) => {
    if (dropped) return;
    const work = tried(async () => (await caches.open(PREVIEW_CACHE)).put(urlOf(path), answer));
    writing.add(work);
    await work;
    writing.delete(work);
  };
  return {
    read: (path) => tried(() => readCopy(path)),
    write: (path, content) => put(path, new Response(content)),
    keepOnly: async (paths) => {
      if (!dropped) await tried(() => dropOthers(paths));
    },
    keepPage: async () => {
      const page = await tried(() => fetch(urlOf(PAGE), { cache: 'no-store', referrerPolicy: 'no-referrer' }));
      if (page?.ok && !page.redirected) await put(PAGE, page);
    },
    drop: async () => {
      dropped = true;
      await Promise.all(writing);
      await tried(() => caches.delete(PREVIEW_CACHE));
    },
  };
}

async function readCopy(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const copy = (await caches.has(PREVIEW_CACHE)) && (await (await caches.open(PREVIEW_CACHE)).match(urlOf(path)));
  return copy ? new Uint8Array(await copy.arrayBuffer()) : undefined;
}

async function dropOthers(paths: readonly string[]): Promise<void> {
  const wanted = new Set([PAGE, ...paths].map(urlOf));
  const cache = await caches.open(PREVIEW_CACHE);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

const urlOf = (path: string): string => new URL(basePath + path, window.location.href).href;

/** Storage may be denied or full: reading on goes without it. */
async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
