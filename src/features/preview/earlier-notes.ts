import { earlierKeepers } from '../../data/earlier-keepers.ts';
import { openSealedStore } from '../../store/sealed-store.ts';
import { type NotebookState, type Notes, type NotesChange, openNotes } from './notebook.ts';

/** Names of what other keys sealed here, and nobody said yet what is to become of. */
export const unsettled = ({ notes, others }: NotebookState): string[] =>
  notes ? others.filter((name) => !notes.settled?.includes(name)) : [];

/** What an earlier link or passphrase sealed here, and its name. Undefined where it sealed nothing of this. Throws what storage throws. */
export async function openEarlier(typed: string, names: readonly string[]): Promise<{ name: string; notes: Notes } | undefined> {
  for await (const keeper of earlierKeepers(typed)) {
    const { name } = keeper;
    if (!names.includes(name)) continue;
    const store = openSealedStore(name, () => undefined);
    try {
      const kept = await store.read();
      const notes = kept && (await openNotes(keeper, kept.bytes));
      if (notes) return { name, notes };
    } finally {
      store.close();
    }
  }
  return undefined;
}

/** These are somebody else's, or were taken over: nothing more is said of them. They stay where they are. */
export const withSettled =
  (names: readonly string[]): NotesChange =>
  (notes) => ({ ...notes, settled: [...new Set([...(notes.settled ?? []), ...names])] });

/** What was said earlier joins; of two words on one draft the later one counts. Until something was exported under the newer name, the earlier one stays. */
export const withEarlier =
  ({ name, notes: earlier }: { name: string; notes: Notes }): NotesChange =>
  (notes) => {
    const opinions = { ...earlier.opinions };
    for (const [id, opinion] of Object.entries(notes.opinions)) {
      if (opinion.at >= (opinions[id]?.at ?? 0)) opinions[id] = opinion;
    }
    const hasSent = Object.values(notes.opinions).some(({ sent }) => sent !== undefined);
    const reviewer = notes.reviewer ?? earlier.reviewer;
    const joined = { ...notes, opinions, from: hasSent ? notes.from : earlier.from, ...(reviewer !== undefined && { reviewer }) };
    return withSettled([name, ...(earlier.settled ?? [])])(joined);
  };
