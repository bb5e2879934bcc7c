import * as v from 'valibot';
import { Verdict } from '../../schema/verdict.ts';
import { utf8 } from '../../seal/bytes.ts';
import type { Keeper } from '../../seal/keeper.ts';
import { openSealedStore, type SealedStore } from '../../store/sealed-store.ts';

const text = v.string();
const number = v.number();

/** What a reviewer said of a draft. verdict: absent while there is a note alone. judged: of the text it was said of. at, sent: ms since 1970; sent: when it was exported. */
const Opinion = v.object({
  judged: text,
  verdict: v.optional(Verdict),
  note: v.optional(text),
  at: number,
  sent: v.optional(number),
});
export type Opinion = v.InferOutput<typeof Opinion>;

/** What a reviewer has seen: the version of each draft, by id. at: when all of them were, in ms since 1970. */
const Look = v.object({ at: number, seen: v.record(text, text) });
export type Look = v.InferOutput<typeof Look>;

/**
 * All that a reviewer's browser keeps of a preview. It holds ids and hashes, and of drafts no word but what the reviewer notes.
 * settled: names of what other keys sealed here, and this reviewer took over or has no part in.
 */
const Notes = v.object({
  version: v.literal(1),
  from: text,
  reviewer: v.optional(text),
  opinions: v.record(text, Opinion),
  look: v.optional(Look),
  settled: v.optional(v.array(text)),
});
export type Notes = v.InferOutput<typeof Notes>;

export type NotesChange = (notes: Notes) => Notes;

/** kept: whether the browser keeps it beyond this tab. others: names of what other keys sealed here. Undefined notes: not read yet. */
export interface NotebookState {
  notes: Notes | undefined;
  kept: boolean;
  others: readonly string[];
}

/** The reviewer's notes: in memory, sealed on this device, the same in every tab of this preview. It works while somebody listens. */
export interface Notebook {
  get: () => NotebookState;
  change: (change: NotesChange) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Where notes are written, and by whom. */
interface Desk {
  store: SealedStore;
  keeper: Keeper;
}

export function openNotebook(keeper: Promise<Keeper>, from: string): Notebook {
  const listeners = new Set<() => void>();
  const empty: Notes = { version: 1, from, opinions: {} };
  let state: NotebookState = { notes: undefined, kept: true, others: [] };
  let waiting: NotesChange[] = [];
  let work: Promise<void> = Promise.resolve();
  const show = (next: NotebookState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  let desk: Promise<Desk> | undefined;
  const bring = async (place: Promise<Desk> | undefined, changes: readonly NotesChange[]) => {
    const own = await place?.catch(() => undefined);
    const stored = own && (await writeNotes(own, empty, changes).catch(() => undefined));
    // Without storage what is in memory is all there is; it is tried again with the next change.
    if (stored === undefined) return show({ ...state, notes: state.notes ?? applied(empty, waiting), kept: false });
    waiting = waiting.filter((change) => !changes.includes(change));
    const others = (await own?.store.others().catch(() => undefined)) ?? [];
    show({ notes: applied(stored, waiting), kept: true, others });
    if (changes.length > 0) own?.store.tell();
  };
  const turn = () => {
    // What was said just before Lock is written all the same.
    const own = desk;
    work = work.then(() => bring(own, [...waiting]));
  };
  return {
    get: () => state,
    change: (change) => {
      waiting.push(change);
      if (state.notes) show({ ...state, notes: change(state.notes) });
      turn();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (!desk) {
        desk = keeper.then((one) => ({ keeper: one, store: openSealedStore(one.name, turn) }));
        turn();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        void desk?.then(({ store }) => store.close()).catch(() => undefined);
        desk = undefined;
      };
    },
  };
}

const applied = (notes: Notes, changes: readonly NotesChange[]): Notes => changes.reduce((one, change) => change(one), notes);

/** What is stored after these changes. Done again where another tab was first. Throws what storage throws. */
async function writeNotes({ store, keeper }: Desk, empty: Notes, changes: readonly NotesChange[]): Promise<Notes> {
  for (;;) {
    const before = await store.read();
    const stored = before && (await openNotes(keeper, before.bytes));
    const notes = applied(stored ?? empty, changes);
    if (changes.length === 0) return notes;
    const bytes = await keeper.seal(utf8(JSON.stringify(notes)));
    // What does not open is not written over: a later version of this page may read it.
    if (await store.replace(before?.turn ?? 0, bytes, before && !stored)) return notes;
  }
}

/** Undefined for what is damaged, or sealed by another key. */
export async function openNotes(keeper: Keeper, bytes: Uint8Array<ArrayBuffer>): Promise<Notes | undefined> {
  try {
    const plain = await keeper.open(bytes);
    const result = v.safeParse(Notes, plain && JSON.parse(new TextDecoder().decode(plain)));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
