import type { DraftEntry } from '../../schema/preview.ts';
import type { Look, NotesChange } from './notebook.ts';

/** gone: ids of drafts that were there at the last look. others: how many are as they were. */
export interface WhatChanged {
  added: DraftEntry[];
  changed: DraftEntry[];
  gone: string[];
  others: number;
}

/** damaged: a part of the queue did not open, so that who is missing was not withdrawn for sure. */
export function whatChanged({ seen }: Look, entries: readonly DraftEntry[], damaged: boolean): WhatChanged {
  const added = entries.filter(({ id }) => !Object.hasOwn(seen, id));
  const changed = entries.filter(({ id, version }) => Object.hasOwn(seen, id) && seen[id] !== version);
  const here = new Set(entries.map(({ id }) => id));
  const gone = damaged ? [] : Object.keys(seen).filter((id) => !here.has(id));
  return { added, changed, gone, others: entries.length - added.length - changed.length };
}

export const countChanges = ({ added, changed, gone }: WhatChanged): number => added.length + changed.length + gone.length;

/** Everything was seen as it is. What was said of drafts that are gone goes with them. now: ms since 1970. */
export const allSeen =
  (entries: readonly DraftEntry[], damaged: boolean, now: number): NotesChange =>
  (notes) => {
    const here = new Map(entries.map(({ id, version }) => [id, version]));
    // What could not be opened was not seen: it stays as it was.
    const seen = { ...(damaged && notes.look?.seen), ...Object.fromEntries(here) };
    const opinions = Object.fromEntries(Object.entries(notes.opinions).filter(([id]) => damaged || here.has(id)));
    return { ...notes, opinions, look: { at: now, seen } };
  };

/** One draft was looked at. Before the first look that means nothing. */
export const oneSeen =
  ({ id, version }: Pick<DraftEntry, 'id' | 'version'>): NotesChange =>
  (notes) =>
    notes.look ? { ...notes, look: { ...notes.look, seen: { ...notes.look.seen, [id]: version } } } : notes;
