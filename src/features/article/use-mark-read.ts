import { useEffect } from 'react';
import { useReaderStore } from '../../store/reader-context.tsx';

const LOOKED_AT_MS = 1000;

/** An article counts as read once it was on screen for a second; a tab in the background shows nothing to anyone. */
export function useMarkRead(slug: string, shown: boolean): void {
  const store = useReaderStore();
  useEffect(() => {
    if (!shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => store.markRead(slug), LOOKED_AT_MS);
    };
    // Marked once: a reader who takes the mark away keeps it away.
    const stop = store.marks.subscribe(() => {
      if (store.marks.has('read', slug)) leave();
    });
    const leave = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', follow);
      stop();
    };
    if (store.marks.has('read', slug)) leave();
    else {
      document.addEventListener('visibilitychange', follow);
      follow();
    }
    return leave;
  }, [slug, shown, store]);
}
