import { createRoot } from 'react-dom/client';
import { keepSeen } from '../features/offline/keep-seen.ts';
import { createNewsOfReader, type NewsOfReader, ReaderNote } from '../features/offline/reader-note.tsx';
import type { ReaderStore } from '../store/reader-store.ts';
import { registerWorker, whenControlled } from '../store/reader-worker.ts';

/** What makes the reader work without a network; in built readers only, and not before the page is done with everything else. */
export async function startOffline(store: ReaderStore): Promise<void> {
  const news = createNewsOfReader();
  const element = document.createElement('div');
  document.body.append(element);
  createRoot(element).render(<ReaderNote news={news} />);
  lookAfterWhatIsKept(store, news);
  // Where there can be no worker the rest of the reader works as before.
  if (!('serviceWorker' in navigator)) return;
  // Asked before a worker can have come: what was loaded until then it has not seen.
  const controlled = whenControlled();
  await registerWorker(
    (change) => news.set({ change }),
    async () => (await import('../data/is-left-behind.ts')).isLeftBehind(),
  );
  if (!(await controlled)) await keepSeen();
}

/** At a first visit nothing is kept that could be looked after, until something is saved. */
function lookAfterWhatIsKept(store: ReaderStore, news: NewsOfReader): void {
  const start = async () => {
    const { lookAfter } = await import('../features/offline/look-after.ts');
    await lookAfter(store, (reached) => news.set({ reached }));
  };
  const isNeeded = () => store.marks.saved().length > 0;
  if (navigator.serviceWorker?.controller || isNeeded()) return void start().catch(() => undefined);
  const stop = store.marks.subscribe(() => {
    if (!isNeeded()) return;
    stop();
    void start().catch(() => undefined);
  });
}
