import { createContext, use, useSyncExternalStore } from 'react';
import type { ReaderStore, Settings } from './reader-store.ts';

const ReaderContext = createContext<ReaderStore | undefined>(undefined);
export const ReaderStoreProvider = ReaderContext.Provider;

export function useReaderStore(): ReaderStore {
  const store = use(ReaderContext);
  if (!store) throw new Error('useReaderStore needs a ReaderStoreProvider above it.');
  return store;
}

export function useSettings(): Settings {
  const { settings } = useReaderStore();
  return useSyncExternalStore(settings.subscribe, settings.get);
}

export function useIsRead(slug: string): boolean {
  const { read } = useReaderStore();
  return useSyncExternalStore(read.subscribe, () => read.get().includes(slug));
}
