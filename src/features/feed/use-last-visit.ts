import { useEffect, useState } from 'react';
import type { FeedManifest } from '../../schema/feed.ts';
import { useReaderStore } from '../../store/reader-context.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { countSince } from './part-model.ts';

/** Where the visit before ended, for the feed of all news. number: grows when the reader asked for what is new, which may begin another visit. */
export function useLastVisit(manifest: FeedManifest, number: number) {
  const { visit } = useReaderStore();
  // A page that was made ahead knows of no reader; until it is taken over, nothing is kept over what is.
  const hydrated = useHydrated();
  const ask = () => ({ number, hydrated, since: hydrated ? visit.since() : undefined });
  const [known, setKnown] = useState(ask);
  if (known.number !== number || known.hydrated !== hydrated) setKnown(ask());
  const newest = (manifest.cards[0]?.publishedDateTime ?? manifest.references[0]?.newest) as string | undefined;
  const isHome = hydrated && manifest.kind === 'all' && newest !== undefined;
  const { since } = known;
  useEffect(() => {
    if (!isHome) return;
    const keep = () => visit.keep(newest, since);
    keep();
    document.addEventListener('visibilitychange', keep);
    return () => document.removeEventListener('visibilitychange', keep);
  }, [visit, isHome, newest, since]);
  return isHome && since !== undefined ? { since, ...countSince(manifest, since) } : undefined;
}
