import { onTestFinished } from 'vitest';

/** The browser's disk is full for one of the two places, or for both. Returns how room is made again, at the latest after the test. */
export function fill(...places: ('journal' | 'database')[]): () => void {
  const full = () => {
    throw new DOMException('There is no room.', 'QuotaExceededError');
  };
  const undo = [
    ...(places.includes('journal') ? [replace(Storage.prototype, 'setItem', full)] : []),
    ...(places.includes('database') ? [replace(IDBObjectStore.prototype, 'put', full)] : []),
  ];
  return once(() => undo.forEach((back) => back()));
}

/** The browser lets the page keep nothing: not even asking is allowed. */
export function deny(): void {
  const refuse = () => {
    throw new DOMException('Storage is switched off.', 'SecurityError');
  };
  const storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse });
  const openAgain = replace(IDBFactory.prototype, 'open', refuse);
  once(() => {
    if (storage) Object.defineProperty(window, 'localStorage', storage);
    openAgain();
  });
}

function replace<T extends object, K extends keyof T>(owner: T, name: K, by: T[K]): () => void {
  const before = owner[name];
  owner[name] = by;
  return () => {
    owner[name] = before;
  };
}

function once(undo: () => void): () => void {
  onTestFinished(undo);
  return undo;
}

const PREFIX = `tearsheet:${import.meta.env.BASE_URL}`;

/** What the second copy holds, by what comes after the name that all of ours begin with. */
export const journal = {
  get: (key: string): Record<string, unknown> => JSON.parse(localStorage.getItem(`${PREFIX}:${key}`) ?? 'null'),
  set: (key: string, value: unknown) => localStorage.setItem(`${PREFIX}:${key}`, JSON.stringify(value)),
};

/** What the database holds under a key; undefined while there is none. */
export async function stored(key: string): Promise<Record<string, unknown> | undefined> {
  const database = await answer(indexedDB.open(PREFIX));
  if (!database.objectStoreNames.contains('marks')) {
    database.close();
    return undefined;
  }
  const value = await answer(database.transaction('marks').objectStore('marks').get(key));
  database.close();
  return value;
}

/** Changes the database as a newer version of the reader would: to a higher version of its own, with more in it. */
export async function upgrade(version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const request = indexedDB.open(PREFIX, version);
  request.addEventListener('upgradeneeded', () => {
    const { result } = request;
    if (!result.objectStoreNames.contains('marks')) result.createObjectStore('marks');
    result.createObjectStore('later');
  });
  const database = await answer(request);
  const marks = database.transaction('marks', 'readwrite').objectStore('marks');
  await Promise.all(Object.entries(values).map(([key, value]) => answer(marks.put(value, key))));
  database.close();
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('no answer')));
  });
