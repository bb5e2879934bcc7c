import { type HolderKeys, isSealed, type NotOpened, type OpenDrafts, openDrafts } from '../../data/drafts.ts';
import type { Holder } from '../../seal/index-file.ts';
import { dropKeptKey, keepKey, readKeptKey } from '../../store/kept-key.ts';
import { createSealedCopies, type SealedCopies } from '../../store/sealed-copies.ts';

/** Why the form stands there. changed: this device was kept in, until the keys changed. */
export type Why = NotOpened | 'changed';

/** seen: the key stood where the server reads it. why: of the last try. locked: it was open before. until: this device is kept in, ms. */
export type PreviewState =
  | { kind: 'closed'; why?: Why; locked?: boolean }
  | { kind: 'opening' }
  | { kind: 'insecure' }
  | { kind: 'open'; drafts: OpenDrafts; seen: boolean; until?: number | undefined };

/** keep: this device is to be kept in from now on. until: it is already. */
interface How {
  seen?: boolean;
  keep?: boolean;
  until?: number;
}

/** What is open, in memory. What is begun and overtaken by something else comes to nothing. */
export interface Opening {
  get: () => PreviewState;
  subscribe: (listener: () => void) => () => void;
  open: (holder: Holder, how?: How) => Promise<void>;
  /** With the key that this device keeps; without one it says whether there is anything to open. */
  openKept: () => Promise<void>;
  /** Keeps this device in for some days, or no longer. */
  keep: (on: boolean) => Promise<void>;
  /** locked: nothing stays, in no storage either. */
  close: (locked: boolean) => void;
  refuse: () => void;
}

export function createOpening(): Opening {
  const { get, set, subscribe } = createState();
  let turn = 0;
  let copies: SealedCopies | undefined;
  const forget = () => {
    turn++;
    const state = get();
    if (state.kind === 'open') state.drafts.close();
  };
  const keep = async (on: boolean) => {
    const own = turn;
    const state = get();
    if (state.kind !== 'open') return;
    const kept = on ? await keepKey(await state.drafts.keys, Date.now()) : await dropKeptKey();
    if (own === turn) set({ ...state, until: kept?.until });
    // It was locked meanwhile.
    else if (on) await dropKeptKey();
  };
  const open = async (holder: Holder | HolderKeys, how: How = {}) => {
    forget();
    const own = turn;
    set({ kind: 'opening' });
    const kept = createSealedCopies();
    copies = kept;
    const opened = await openDrafts(holder, kept);
    if (own !== turn) return typeof opened === 'string' ? undefined : opened.close();
    if (typeof opened === 'string') return set({ kind: 'closed', why: await whyNot(opened, how.until !== undefined) });
    void kept.keepPage();
    set({ kind: 'open', drafts: opened, seen: how.seen === true, until: how.until });
    if (how.keep) await keep(true);
  };
  const openKept = async () => {
    const own = turn;
    const kept = await readKeptKey(Date.now());
    if (own !== turn) return;
    if (kept) return open(kept, { until: kept.until });
    // Asked ahead, so that nobody types a passphrase for nothing; without an answer the form stays, and trying says what is wrong.
    if (!(await isSealed().catch(() => true)) && own === turn) set({ kind: 'closed', why: 'nothing' });
  };
  const close = (locked: boolean) => {
    forget();
    set({ kind: 'closed', locked });
    if (locked) void Promise.all([dropKeptKey(), (copies ?? createSealedCopies()).drop()]);
  };
  return { get, subscribe, open, openKept, keep, close, refuse: () => set({ kind: 'insecure' }) };
}

function createState() {
  const listeners = new Set<() => void>();
  let state: PreviewState = { kind: 'closed' };
  return {
    get: () => state,
    set: (next: PreviewState) => {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A kept key that no longer opens is given up: the keys are others now. Without an answer it waits for the next visit. */
async function whyNot(why: NotOpened, wasKept: boolean): Promise<Why> {
  if (!wasKept || why === 'unreachable') return why;
  await dropKeptKey();
  return why === 'refused' ? 'changed' : why;
}
