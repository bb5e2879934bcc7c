import { trimKept } from '../../store/kept-files.ts';
import type { ReaderStore } from '../../store/reader-store.ts';
import { whenControlled } from '../../store/reader-worker.ts';
import { keepSaved } from './keep-saved.ts';
import { forgetWithdrawn } from './keep-up.ts';

/** Saving several in a row is one change. */
const SETTLED_MS = 300;
const RETRY_MS = 20_000;

/** Looks after what is kept: nothing withdrawn in it, everything saved, the rest within limits. `onReach` hears whether the host answered. */
export async function lookAfter(store: ReaderStore, onReach: (reached: boolean) => void): Promise<void> {
  const ask = async () => {
    const reached = await forgetWithdrawn(store);
    onReach(reached);
    if (!reached) setTimeout(() => void ask(), RETRY_MS);
  };
  void ask();
  window.addEventListener('online', () => void ask());
  // Only what passes a worker is kept.
  if (!('serviceWorker' in navigator)) return;
  await whenControlled();
  followSaved(store);
  await trimKept(Date.now());
}

/** One after the other: each run decides what is kept for good. */
function followSaved({ marks }: ReaderStore): void {
  let kept: ReturnType<typeof marks.saved> | undefined;
  let running = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    const saved = marks.saved();
    if (saved === kept) return;
    kept = saved;
    running = running.then(() => keepSaved(saved)).catch(() => undefined);
  };
  marks.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(run, SETTLED_MS);
  });
  run();
}
