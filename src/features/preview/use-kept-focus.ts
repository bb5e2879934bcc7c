import { type RefObject, useEffect, useRef } from 'react';

/**
 * Focus that goes away with what it was on falls back on what is still there around it: the nearest element that was made for it by a
 * tabindex, at last the one that holds the ref. Whoever works by keys, or listens, goes on there.
 */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: room } = ref;
    if (!room) return;
    let around: HTMLElement[] = [];
    const note = ({ target }: FocusEvent) => {
      around = [];
      for (let at = target as HTMLElement | null; at && room.contains(at); at = at.parentElement) around.push(at);
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      around.find((one) => one.isConnected && one.hasAttribute('tabindex'))?.focus({ preventScroll: true });
    });
    room.addEventListener('focusin', note);
    observer.observe(room, { childList: true, subtree: true });
    return () => {
      room.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, []);
  return ref;
}
