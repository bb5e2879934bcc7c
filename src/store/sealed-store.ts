import { basePath } from '../lib/base-path.ts';

const NAME = `tearsheet:${basePath}:sealed`;
const STORE = 'sealed';

/** Some browsers never answer when their storage is in a bad way. */
const PATIENCE_MS = 5000;

/** Bytes that nobody can read here. turn: how often they were replaced. */
interface Kept {
  turn: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Sealed bytes in IndexedDB, under one name. `read`, `replace` and `others` may fail: storage can be denied, full or broken. */
export interface SealedStore {
  read: () => Promise<Kept | undefined>;
  /**
   * Replaces what `read` gave, known by its turn, 0 for nothing. False when another tab was first: then nothing is written.
   * aside: what was there stays, under a name of its own.
   */
  replace: (turn: number, bytes: Uint8Array<ArrayBuffer>, aside?: boolean) => Promise<boolean>;
  /** Names of what else is kept here, by other keys. */
  others: () => Promise<string[]>;
  /** To be called when this tab replaced it, for the others. */
  tell: () => void;
  close: () => void;
}

/** onOther: another tab replaced it. */
export function openSealedStore(name: string, onOther: () => void): SealedStore {
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }) => data === name && onOther());
  return {
    read: () => inTime(withStore('readonly', async (store) => kept(await answer(store.get(name))))),
    replace: (turn, bytes, aside = false) =>
      inTime(withStore('readwrite', (store) => replaceIn(store, name, { turn, bytes, aside }))),
    others: () =>
      inTime(
        withStore('readonly', async (store) => (await answer(store.getAllKeys())).map(String).filter((one) => one !== name)),
      ),
    tell: () => {
      try {
        channel?.postMessage(name);
      } catch {
        // Closed: the page was left meanwhile.
      }
    },
    close: () => channel?.close(),
  };
}

function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

async function replaceIn(
  store: IDBObjectStore,
  name: string,
  { turn, bytes, aside }: Kept & { aside: boolean },
): Promise<boolean> {
  let isOurs = false;
  const before = store.get(name);
  before.addEventListener('success', () => {
    isOurs = (kept(before.result)?.turn ?? 0) === turn;
    if (isOurs && aside) store.put(before.result, `${name} ${turn}`);
    if (isOurs) store.put({ turn: turn + 1, bytes } satisfies Kept, name);
  });
  await new Promise<void>((done, fail) => {
    store.transaction.addEventListener('complete', () => done());
    store.transaction.addEventListener('abort', () =>
      fail(store.transaction.error ?? new Error('The transaction was given up.')),
    );
  });
  return isOurs;
}

/** What is no such entry counts as none. */
function kept(value: unknown): Kept | undefined {
  const { turn, bytes } = (value ?? {}) as { turn?: unknown; bytes?: unknown };
  return Number.isSafeInteger(turn) && bytes instanceof Uint8Array
    ? { turn: turn as number, bytes: new Uint8Array(bytes) }
    : undefined;
}

/** A connection for each use: none is left open that a page in another tab would have to wait for. */
async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const database = await answer(request);
  try {
    return await work(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
  } finally {
    database.close();
  }
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
