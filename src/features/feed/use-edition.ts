import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { FeedManifest } from '../../schema/feed.ts';
import { countNew, type FeedPart } from './part-model.ts';

/** number: grows each time the reader asks for what is new. lost: keys of parts that the newest table of contents names in vain. */
interface Edition {
  manifest: FeedManifest;
  number: number;
  lost: ReadonlySet<string>;
}

/** In development what an editor just saved is shown at once; the place is kept all the same. */
const followsEditor = (): boolean => import.meta.env.DEV && document.documentElement.dataset['saved'] !== undefined;

/**
 * The table of contents that is on the page. A fresh one with new articles on top waits until the reader wants it; any other
 * takes its place at once, and `hold` is called before, so that the reader's place can be kept.
 */
export function useEdition(fresh: FeedManifest, refetch: () => Promise<{ data: FeedManifest | undefined }>, hold: () => void) {
  const [edition, setEdition] = useState<Edition>({ manifest: fresh, number: 0, lost: new Set() });
  const asked = useRef(new Set<string>());
  const { manifest } = edition;
  const waiting = fresh === manifest || followsEditor() ? 0 : countNew(manifest, fresh);
  const adopt = useCallback(
    (next: FeedManifest, lost?: string) => {
      hold();
      setEdition((before) => ({
        ...before,
        manifest: next,
        lost: lost === undefined ? before.lost : new Set([...before.lost, lost]),
      }));
    },
    [hold],
  );
  useLayoutEffect(() => {
    // What is on the page must be measured before it changes, which a render may not do.
    // oxlint-disable-next-line react/set-state-in-effect
    if (fresh !== manifest && waiting === 0) adopt(fresh);
  }, [fresh, manifest, waiting, adopt]);
  const onMissing = useCallback(
    async (part: FeedPart) => {
      if (asked.current.has(part.key)) return;
      asked.current.add(part.key);
      const { data } = await refetch();
      adopt(data ?? manifest, part.key);
    },
    [refetch, adopt, manifest],
  );
  const showNew = useCallback(() => {
    if (waiting === 0) return;
    setEdition(({ number }) => ({ manifest: fresh, number: number + 1, lost: new Set() }));
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, [waiting, fresh]);
  return { ...edition, waiting, onMissing, showNew };
}
