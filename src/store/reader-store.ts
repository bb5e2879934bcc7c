import * as v from 'valibot';
import { createLastVisit } from './last-visit.ts';
import { createLocalStore } from './local-store.ts';
import { createMarks } from './marks.ts';
import { createReaderActs } from './reader-acts.ts';

export const Theme = v.picklist(['auto', 'light', 'dark']);
export type Theme = v.InferOutput<typeof Theme>;

const Settings = v.object({
  theme: v.optional(Theme, 'auto'),
  /** Single-letter keys (WCAG 2.1.4 wants a switch). */
  keys: v.optional(v.boolean(), true),
  /** Development only: drafts stand in the feed, marked. */
  drafts: v.optional(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof Settings>;

/** What this browser remembers of its reader. */
export function createReaderStore() {
  const settings = createLocalStore<Settings>('settings', Settings, { theme: 'auto', keys: true, drafts: false });
  const marks = createMarks();
  return {
    settings,
    visit: createLastVisit(),
    /** Slugs of saved articles that are no longer published; found out anew at each visit. */
    withdrawn: createLocalStore<readonly string[]>('withdrawn', v.array(v.string()), []),
    marks,
    acts: createReaderActs(marks),
    setTheme: (theme: Theme) => settings.set((value) => ({ ...value, theme })),
    setKeys: (keys: boolean) => settings.set((value) => ({ ...value, keys })),
    setDrafts: (drafts: boolean) => settings.set((value) => ({ ...value, drafts })),
    markRead: (slug: string) => void marks.set([{ kind: 'read', slug, on: true }]),
  };
}
export type ReaderStore = ReturnType<typeof createReaderStore>;
