import { createContext, use, useSyncExternalStore } from 'react';
import type { SavedArticle } from './mark.ts';
import type { Act } from './reader-acts.ts';
import type { ReaderStore, Settings } from './reader-store.ts';

const ReaderContext = createContext<ReaderStore | undefined>(undefined);
export const ReaderStoreProvider = ReaderContext.Provider;

/** What pages that are made ahead say of a reader: nothing. The first drawing in a browser says the same, and then what it remembers. */
const never = (): boolean => false;
const NOTHING: readonly SavedArticle[] = [];
const nothing = (): readonly SavedArticle[] => NOTHING;
const noAct = (): undefined => undefined;

export function useReaderStore(): ReaderStore {
  const store = use(ReaderContext);
  if (!store) throw new Error('useReaderStore needs a ReaderStoreProvider above it.');
  return store;
}

export function useSettings(): Settings {
  const { settings } = useReaderStore();
  return useSyncExternalStore(settings.subscribe, settings.get, settings.initial);
}

export function useIsRead(slug: string): boolean {
  const { marks } = useReaderStore();
  return useSyncExternalStore(marks.subscribe, () => marks.has('read', slug), never);
}

export function useIsSaved(slug: string): boolean {
  const { marks } = useReaderStore();
  return useSyncExternalStore(marks.subscribe, () => marks.has('saved', slug), never);
}

export function useSaved(): readonly SavedArticle[] {
  const { marks } = useReaderStore();
  return useSyncExternalStore(marks.subscribe, marks.saved, nothing);
}

export function useLastAct(): Act | undefined {
  const { acts } = useReaderStore();
  return useSyncExternalStore(acts.subscribe, acts.last, noAct);
}

export function useWithdrawn(): readonly string[] {
  const { withdrawn } = useReaderStore();
  return useSyncExternalStore(withdrawn.subscribe, withdrawn.get);
}
