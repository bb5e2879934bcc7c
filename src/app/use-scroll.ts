import { useEffect, useLayoutEffect, useRef } from 'react';
import { readScroll, writeScroll } from '../store/scroll-store.ts';
import type { Entry } from './reader-history.ts';

/**
 * A new page begins at its top, or at what its hash names; on the way back a page stands where it was left. A feed knows its place
 * better than by pixels, and scrolls once more after this.
 */
export function useScroll({ location, action }: Entry): void {
  const { key, hash } = location;
  const before = useRef<string>(undefined);
  useLayoutEffect(() => {
    const first = before.current === undefined;
    if (before.current === key) return;
    before.current = key;
    const kept = readScroll(key);
    // A page that was painted before the script came may have been scrolled already.
    if (first && (kept === undefined || window.scrollY > 0)) return;
    if (action === 'POP') window.scrollTo({ top: kept ?? 0, behavior: 'instant' });
    else if (action === 'PUSH' && !first) scrollToStart(hash);
  }, [key, hash, action]);
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const keep = () => writeScroll(key, window.scrollY);
    window.addEventListener('scrollend', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('scrollend', keep);
      window.removeEventListener('pagehide', keep);
    };
  }, [key]);
}

function scrollToStart(hash: string): void {
  const target = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target) target.scrollIntoView();
  else window.scrollTo({ top: 0, behavior: 'instant' });
}
