import { basePath } from '../lib/base-path.ts';

const NAME = `tearsheet:${basePath}:preview`;
const STORE = 'key';
const DAY_MS = 86_400_000;

/** So long a key is kept. */
const KEPT_DAYS = 30;

/** Keys that no script can read back. key: opens the drafts. own: opens what this holder keeps. until: ms since 1970. */
export interface KeptKey {
  key: CryptoKey;
  own: CryptoKey;
  until: number;
}

/** The key that this browser was asked to keep; one that is too old is dropped. Undefined also where storage is denied. */
export async function readKeptKey(now: number): Promise<KeptKey | undefined> {
  try {
    const kept = await inStore('readonly', (store) => store.get(STORE));
    if (isKeptKey(kept) && kept.until > now && kept.until <= now + KEPT_DAYS * DAY_MS) return kept;
    await dropKeptKey();
    return undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where storage is denied. */
export async function keepKey({ key, own }: Pick<KeptKey, 'key' | 'own'>, now: number): Promise<KeptKey | undefined> {
  const kept = { key, own, until: now + KEPT_DAYS * DAY_MS };
  try {
    await inStore('readwrite', (store) => store.put(kept, STORE));
    return kept;
  } catch {
    return undefined;
  }
}

/** Settles when nothing of it is stored any more. */
export async function dropKeptKey(): Promise<void> {
  try {
    await answer(indexedDB.deleteDatabase(NAME));
  } catch {
    // There is no storage, so there is no key in it.
  }
}

function isKeptKey(value: unknown): value is KeptKey {
  const { key, own, until } = (value ?? {}) as Partial<KeptKey>;
  const isSafe = (one: unknown) => one instanceof CryptoKey && !one.extractable;
  return isSafe(key) && isSafe(own) && typeof until === 'number';
}

/** The database is open for no longer than this: one that is open cannot be deleted. */
async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const database = await answer(request);
  try {
    return await answer(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not answer.')));
  });
