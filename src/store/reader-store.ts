import * as v from 'valibot';
import { createLocalStore } from './local-store.ts';

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

/** Slugs of articles that were opened, oldest first. */
const Read = v.array(v.string());
const READ_LIMIT = 5000;

/** What this browser remembers of its reader. */
export function createReaderStore() {
  const settings = createLocalStore<Settings>('settings', Settings, { theme: 'auto', keys: true, drafts: false });
  const read = createLocalStore<string[]>('read', Read, []);
  return {
    settings,
    read,
    setTheme: (theme: Theme) => settings.set((value) => ({ ...value, theme })),
    setKeys: (keys: boolean) => settings.set((value) => ({ ...value, keys })),
    setDrafts: (drafts: boolean) => settings.set((value) => ({ ...value, drafts })),
    markRead: (slug: string) => read.set((slugs) => (slugs.includes(slug) ? slugs : [...slugs, slug].slice(-READ_LIMIT))),
    markUnread: (slug: string) => read.set((slugs) => slugs.filter((other) => other !== slug)),
  };
}
export type ReaderStore = ReturnType<typeof createReaderStore>;
