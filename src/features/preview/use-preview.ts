import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { basePath } from '../../lib/base-path.ts';
import { createOpening, type Opening, type PreviewState } from './create-opening.ts';
import { takeLink } from './take-link.ts';

export interface Preview extends Pick<Opening, 'open' | 'keep'> {
  state: PreviewState;
  /** In every tab. */
  lock: () => void;
}

/** Web Crypto is for pages that came safely. */
const canOpen = (): boolean => globalThis.crypto?.subtle !== undefined;

/** What is open stays in this component's memory, and goes with it. */
export function usePreview(): Preview {
  const [opening] = useState(createOpening);
  const state = useSyncExternalStore(opening.subscribe, opening.get, opening.get);
  const tell = useLocks(opening);
  useEffect(() => {
    const link = takeLink();
    if (!canOpen()) opening.refuse();
    else if (link) void opening.open({ link: link.key }, { seen: link.seen });
    else void opening.openKept();
    return () => opening.close(false);
  }, [opening]);
  const lock = useCallback(() => {
    tell();
    opening.close(true);
  }, [tell, opening]);
  useExpiry(state, lock);
  return { state, open: opening.open, keep: opening.keep, lock };
}

/**
 * Locks when another tab says so, and closes before the browser keeps the page for Back; a page that it brings back opens again where
 * this device is still kept in. Returns how to tell other tabs.
 */
function useLocks({ close, openKept }: Opening): () => void {
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const own = new BroadcastChannel(`tearsheet:${basePath}:preview`);
    channel.current = own;
    own.addEventListener('message', () => close(true));
    // Drawn at once: what stays on the page would be kept with it.
    const leave = () => flushSync(() => close(false));
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && void openKept();
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      own.close();
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [close, openKept]);
  return useCallback(() => channel.current?.postMessage('lock'), []);
}

const MINUTE_MS = 60_000;

/** The days end while the page is open, too. */
function useExpiry(state: PreviewState, lock: () => void): void {
  const until = state.kind === 'open' ? state.until : undefined;
  useEffect(() => {
    if (until === undefined) return;
    const timer = setInterval(() => Date.now() > until && lock(), MINUTE_MS);
    return () => clearInterval(timer);
  }, [until, lock]);
}
