import { useSyncExternalStore } from 'react';

/** One timer for all ages on the page; it runs while anything listens. */
function createClock(step: number) {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    get: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= setInterval(tick, step);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const minuteClock = createClock(60_000);

/** The time in ms, a new one each minute; undefined where pages are made ahead, so that no page depends on the clock. */
export function useNow(): number | undefined {
  return useSyncExternalStore(minuteClock.subscribe, minuteClock.get, () => undefined);
}
