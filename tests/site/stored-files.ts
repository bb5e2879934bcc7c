import type { Page } from 'playwright';
import type { ScannedFile } from '../fixtures/leak-scanner.ts';

/** Everything that a browser stored for a site, each thing as a file with its bytes: caches, databases, storage, private files, the tab's history. */
export async function storedFiles(page: Page): Promise<ScannedFile[]> {
  const stored = [...(await page.evaluate(inCaches)), ...(await page.evaluate(inDatabases)), ...(await page.evaluate(inThePage))];
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const cookies = await page.context().cookies();
  return [
    ...stored.flatMap(([path, text]) => readings(path, text)),
    // Not what was typed, which the browser notes beside it: no page reaches that (docs/preview.md).
    ['history of the tab', JSON.stringify(entries.map(({ userTypedURL: _, ...entry }) => entry))],
    ['cookies', JSON.stringify(cookies)],
  ];
}

/** Bytes came as Latin-1. A text that could be bytes is read as both. */
const readings = (path: string, text: string): ScannedFile[] => [
  [path, Buffer.from(text, 'latin1')],
  ...(/[^\0-\x7f]/.test(text) ? [[`${path}, as text`, text] as const] : []),
];

type Stored = [path: string, text: string][];

/** Functions below run in the page, and see nothing of this file. */
async function inCaches(): Promise<Stored> {
  const stored: Stored = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const bytes = new Uint8Array((await response?.arrayBuffer()) ?? []);
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      stored.push([`cache ${name} ${decodeURIComponent(request.url)}`, text]);
      stored.push([`headers ${name} ${request.url}`, JSON.stringify([...(response?.headers ?? []), ...request.headers])]);
    }
  }
  return stored;
}

async function inDatabases(): Promise<Stored> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
  const bytesIn = (value: unknown): string[] => {
    if (value instanceof ArrayBuffer) return bytesIn(new Uint8Array(value));
    if (value instanceof Uint8Array) return [Array.from(value, (byte) => String.fromCharCode(byte)).join('')];
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null
      ? Object.entries(value)
          .flat()
          .flatMap((part) => bytesIn(part))
      : [String(value)];
  };
  const stored: Stored = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answer(all.getAllKeys()), answer(all.getAll())]);
      for (const [at, key] of keys.entries())
        for (const text of bytesIn([key, values[at]])) stored.push([`database ${name} ${store} ${JSON.stringify(key)}`, text]);
    }
    database.close();
  }
  return stored;
}

async function inThePage(): Promise<Stored> {
  const { navigation } = window as unknown as { navigation: { entries: () => { url: string; getState: () => unknown }[] } };
  const texts = (state: unknown): string[] =>
    typeof state === 'string'
      ? [state]
      : typeof state === 'object' && state !== null
        ? Object.entries(state).flat().flatMap(texts)
        : [];
  const privateFiles: string[] = [];
  const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, unknown]>;
  for await (const [name] of folder) privateFiles.push(name);
  return [
    ...Object.entries(localStorage).flatMap(([key, text]): Stored => [[`local ${key}`, String(text)]]),
    ...Object.entries(sessionStorage).flatMap(([key, text]): Stored => [[`session ${key}`, String(text)]]),
    ...texts(history.state).map((text): [string, string] => ['history.state', text]),
    ...navigation
      .entries()
      .flatMap((entry) => [String(entry.url), ...texts(entry.getState())].map((text): [string, string] => ['entry', text])),
    ['title', document.title],
    ['cookie', document.cookie],
    ['timings', JSON.stringify(performance.getEntries())],
    ['private files', privateFiles.join()],
    ['name of the window', window.name],
  ];
}
