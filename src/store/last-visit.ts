import * as v from 'valibot';
import { createLocalStore } from './local-store.ts';

/** A reader who was away for so long (ms) comes for another visit. */
const AWAY_MS = 30 * 60_000;

/**
 * newest: when the newest article that was on the page was published. at: when the reader was last there (ms). since: the newest
 * article of the visit before this one.
 */
const Visit = v.object({ newest: v.string(), at: v.number(), since: v.optional(v.string()) });
type Visit = v.InferOutput<typeof Visit>;

/** Knows, in this browser alone, where the visit before this one ended. */
export function createLastVisit() {
  const store = createLocalStore<Visit | null>('visit', v.nullable(Visit), null);
  return {
    /** publishedDateTime of the newest article that the visit before could see; undefined at the first visit. */
    since: (): string | undefined => {
      const visit = store.get();
      if (visit === null) return undefined;
      return Date.now() - visit.at > AWAY_MS ? visit.newest : visit.since;
    },
    /** The reader is here, and `newest` is the newest article on the page. */
    keep: (newest: string, since: string | undefined): void =>
      store.set(() => ({ newest, at: Date.now(), ...(since !== undefined && { since }) })),
  };
}
