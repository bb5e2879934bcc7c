import type { ReaderStore } from '../store/reader-store.ts';

const nothing = (): undefined => undefined;
const unsubscribed = (): (() => void) => nothing;
const settings = { theme: 'auto', keys: true, drafts: false } as const;

/** The memory of a browser that has none: pages are made ahead for everybody alike, and what a hand sets off never happens in them. */
export const stillStore = {
  settings: { get: () => settings, initial: () => settings, set: nothing, subscribe: unsubscribed },
  marks: { has: () => false, read: () => [], saved: () => [], subscribe: unsubscribed },
  visit: { since: nothing, keep: nothing },
  acts: { last: nothing, subscribe: unsubscribed },
} as unknown as ReaderStore;
