import { basePath } from '../lib/base-path.ts';
import { isMark, laterMark, type Mark, markKey } from './mark.ts';

const NAME = `tearsheet:${basePath}`;
const STORE = 'marks';
const VERSION = 1;

/** Some browsers never answer when their storage is in a bad way. */
const PATIENCE_MS = 5000;

/** The marks in IndexedDB. Every call may fail: storage can be denied, full or broken. */
export interface MarkDatabase {
  all: () => Promise<Mark[]>;
  /** Settles when they are on the disk. What is stored and later stays. */
  put: (marks: readonly Mark[]) => Promise<void>;
  drop: (marks: readonly Mark[]) => Promise<void>;
}

export function createMarkDatabase(): MarkDatabase {
  let connection: Promise<IDBDatabase> | undefined;
  const leave = () => {
    connection = undefined;
  };
  const connect = (): Promise<IDBDatabase> => {
    connection ??= open().then((database) => {
      // A newer version wants to change it, or the reader wipes it: neither waits for this tab.
      database.addEventListener('versionchange', () => {
        database.close();
        leave();
      });
      database.addEventListener('close', leave);
      return database;
    });
    connection.catch(leave);
    return connection;
  };
  const write = async (change: (store: IDBObjectStore) => void) => {
    const transaction = (await connect()).transaction(STORE, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(STORE));
    await new Promise<void>((done, fail) => {
      transaction.addEventListener('complete', () => done());
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('The transaction was given up.')));
    });
  };
  return {
    all: () => inTime(connect().then(readAll)),
    put: (marks) => inTime(write((store) => marks.forEach((mark) => putLater(store, mark)))),
    drop: (marks) => inTime(write((store) => marks.forEach((mark) => store.delete(markKey(mark))))),
  };
}

async function readAll(database: IDBDatabase): Promise<Mark[]> {
  const found = await answer(database.transaction(STORE).objectStore(STORE).getAll());
  return found.filter(isMark);
}

function putLater(store: IDBObjectStore, mark: Mark): void {
  const key = markKey(mark);
  const stored = store.get(key);
  stored.addEventListener('success', () => {
    try {
      store.put(laterMark(stored.result, mark), key);
    } catch {
      // All of them or none.
      store.transaction.abort();
    }
  });
}

/** A newer version of the reader may have made a newer database: it is taken as it is. */
async function open(): Promise<IDBDatabase> {
  try {
    return await openAt(VERSION);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') return openAt(undefined);
    throw error;
  }
}

function openAt(version: number | undefined): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, version);
  request.addEventListener('upgradeneeded', () => {
    if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
  });
  return answer(request);
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not answer.')));
  });

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error('The database did not answer in time.')), PATIENCE_MS);
    }),
  ]);
