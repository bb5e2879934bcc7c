import { useCallback, useEffect, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';
import { isSealed, type NotOpened, type OpenDrafts, openDrafts } from '../../data/drafts.ts';
import { basePath } from '../../lib/base-path.ts';
import type { Holder } from '../../seal/index-file.ts';
import { takeLink } from './take-link.ts';

/** seen: the key stood where the server reads it. why: of the last try. locked: it was open before. */
export type PreviewState =
  | { kind: 'closed'; why?: NotOpened; locked?: boolean }
  | { kind: 'opening' }
  | { kind: 'insecure' }
  | { kind: 'open'; drafts: OpenDrafts; seen: boolean };

export interface Preview {
  state: PreviewState;
  open: (holder: Holder, seen?: boolean) => void;
  /** In every tab. */
  lock: () => void;
}

/** Web Crypto is for pages that came safely. */
const canOpen = (): boolean => globalThis.crypto?.subtle !== undefined;

/** What is open stays in this component's memory, and goes with it. */
export function usePreview(): Preview {
  const [state, set] = useReducer((_: PreviewState, next: PreviewState) => next, { kind: 'closed' });
  const turn = useRef(0);
  const drafts = useRef<OpenDrafts>(undefined);
  const forget = useCallback(() => {
    turn.current++;
    drafts.current?.close();
    drafts.current = undefined;
  }, []);
  const close = useCallback(() => {
    const locked = drafts.current !== undefined;
    forget();
    set({ kind: 'closed', locked });
  }, [forget]);
  const open = useCallback(
    async (holder: Holder, seen = false) => {
      forget();
      const own = turn.current;
      set({ kind: 'opening' });
      const opened = await openDrafts(holder);
      if (own !== turn.current) return typeof opened === 'string' ? undefined : opened.close();
      if (typeof opened === 'string') return set({ kind: 'closed', why: opened });
      drafts.current = opened;
      set({ kind: 'open', drafts: opened, seen });
    },
    [forget],
  );
  const tell = useLocks(close);
  useEffect(() => {
    if (!canOpen()) return set({ kind: 'insecure' });
    const link = takeLink();
    if (link) void open({ link: link.key }, link.seen);
    else {
      const own = turn.current;
      void askWhether(() => own === turn.current && set({ kind: 'closed', why: 'nothing' }));
    }
    return forget;
  }, [open, forget]);
  const lock = useCallback(() => {
    tell();
    close();
  }, [tell, close]);
  return { state, open, lock };
}

/** Whether there is anything is asked ahead, so that nobody types a passphrase for nothing. */
async function askWhether(onNothing: () => unknown): Promise<void> {
  // Without an answer the form stays: trying says what is wrong.
  if (!(await isSealed().catch(() => true))) onNothing();
}

/** Locks when another tab says so, and before the browser keeps the page for Back. Returns how to tell other tabs. */
function useLocks(close: () => void): () => void {
  const channel = useRef<BroadcastChannel>(undefined);
  useEffect(() => {
    const own = new BroadcastChannel(`tearsheet:${basePath}:preview`);
    channel.current = own;
    own.addEventListener('message', close);
    // Drawn at once: what stays on the page would be kept with it.
    const leave = () => flushSync(close);
    window.addEventListener('pagehide', leave);
    return () => {
      own.close();
      window.removeEventListener('pagehide', leave);
    };
  }, [close]);
  return useCallback(() => channel.current?.postMessage('lock'), []);
}
