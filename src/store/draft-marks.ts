import { createKnownMarks } from './known-marks.ts';
import { MARK_VERSION } from './mark.ts';
import type { Marks } from './marks.ts';
import { createReaderActs } from './reader-acts.ts';
import type { ReaderStore } from './reader-store.ts';

/** The reader's memory as it is, but for drafts: what is marked of them lives in this object and nowhere else. */
export function withDraftMarks(store: ReaderStore, isDraft: (slug: string) => boolean): ReaderStore {
  const known = createKnownMarks();
  const marks: Marks = {
    has: (kind, slug) => (isDraft(slug) ? known.get({ kind, slug })?.on === true : store.marks.has(kind, slug)),
    read: store.marks.read,
    saved: () => [...known.saved(), ...store.marks.saved()],
    set: async (changes) => {
      const at = Date.now();
      known.adopt(changes.filter(({ slug }) => isDraft(slug)).map((change) => ({ version: MARK_VERSION, at, ...change })));
      const others = changes.filter(({ slug }) => !isDraft(slug));
      return others.length === 0 || store.marks.set(others);
    },
    learnAddress: (slug, url) => {
      if (!isDraft(slug)) store.marks.learnAddress(slug, url);
    },
    subscribe: (listener) => {
      const ends = [known.subscribe(listener), store.marks.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
  const markRead = (slug: string) => void marks.set([{ kind: 'read', slug, on: true }]);
  return { ...store, marks, acts: createReaderActs(marks), markRead };
}
