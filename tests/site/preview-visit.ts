import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { randomBytes } from '../../src/seal/derive.ts';
import { makeLinkKey } from '../../src/seal/preview-link.ts';
import { article, writeFiles } from '../node/run-cli.ts';
import { type BuiltSite, builtSite, type Visit, visit } from './built-site.ts';

export const PASSPHRASE = 'rabbit violin copper thunder walnut mosaic';
export const KEY = makeLinkKey(randomBytes);

/** Stands in the title, text, slug, topics and provider of every planted draft, and nowhere else. */
export const WORD = 'quillwort';

const plantedSlug = (number: number): string => `2022-10-06-${WORD}-${String(number).padStart(3, '0')}`;
export const plantedTitle = (number: number): string => `The ${WORD} of pond ${number} is counted`;

/** Drafts with pictures and a topic and provider that nothing public has. */
function plantedDrafts(count: number, secured: string | undefined): Record<string, string> {
  const one = (_: unknown, number: number): [string, string] => {
    const text = article(plantedSlug(number), {
      title: plantedTitle(number),
      excerpt: `What grows in pond ${number}, said the ${WORD} warden.`,
      at: new Date(Date.UTC(2022, 9, 6, 12) - number * 3_600_000).toISOString(),
      topics: ['Oceans', `${WORD} news`],
      provider: { name: `${WORD} Gazette`, domain: `${WORD}.example` },
      quality: 40 + (number % 20),
      published: false,
    });
    const picture = `images:\n  - url: /assets/pictures/${PICTURES[number % PICTURES.length]}.jpg\n    width: 1600\n    height: 1000\n\nprovider:`;
    const sealed = number === SECURED_IN && secured !== undefined ? `\nsecured: "${secured}"\n---\n` : '---\n';
    return [`_news/${plantedSlug(number)}.md`, text.replace('provider:', picture).replace(/---\n$/, sealed)];
  };
  return Object.fromEntries(Array.from({ length: count }, one));
}
/** The planted draft that `secured` is in. */
export const SECURED_IN = 5;
const PICTURES = ['hull', 'kelp', 'ferry', 'proof'];

/** The sample with drafts planted in it, sealed for a link and a passphrase. */
export async function plantedSite(count: number, secured?: string, env: NodeJS.ProcessEnv = {}): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-planted-'));
  const content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../../content'), content, { recursive: true });
  writeFiles(content, plantedDrafts(count, secured));
  const site = await builtSite(content, [], {
    TEARSHEET_PREVIEW_PASSPHRASE: PASSPHRASE,
    TEARSHEET_PREVIEW_ROUNDS: '600000',
    TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}`,
    ...env,
  });
  rmSync(folder, { recursive: true, force: true });
  return site;
}

export interface Watched extends Visit {
  /** Addresses and headers of everything that was asked for. */
  sent: () => Promise<string>;
}

/** A visit that writes down all that goes out; closed with the test. */
export async function watched(browser: Browser, site: BuiltSite, options: Parameters<typeof visit>[2] = {}): Promise<Watched> {
  const one = await visit(browser, site, options);
  onTestFinished(one.close);
  const sent: Promise<string>[] = [];
  one.page.context().on('request', (request) => {
    const headers = request.allHeaders().catch(() => request.headers());
    sent.push(headers.then((all) => `${request.url()} ${JSON.stringify(all)} ${request.postData() ?? ''}`));
  });
  return { ...one, sent: async () => (await Promise.all(sent)).join('\n') };
}

export const unlocked = (page: Page) => page.getByRole('button', { name: 'Lock' }).waitFor();
export const locked = (page: Page) => page.getByLabel('Passphrase').waitFor();

/** What a browser may keep of a page, as text: address, history, title, storage of every kind, caches with what is in them, timings. */
export const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(request.error));
      });
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        stores.push(name, store, await answer(all.getAllKeys()), await answer(all.getAll()));
      }
      database.close();
    }
    const { navigation } = window as unknown as { navigation: { entries: () => { url: string }[]; activation?: unknown } };
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) cached.push(name, key.url, await (await cache.match(key))?.text());
    }
    return JSON.stringify([
      location.href,
      document.title,
      document.cookie,
      history.state,
      navigation.entries().map(({ url }) => url),
      navigation.activation,
      performance.getEntries().map((entry) => [entry.name, entry]),
      { ...localStorage },
      { ...sessionStorage },
      stores,
      cached,
    ]);
  });
