import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { prefetchArticle } from '../../data/prefetch-article.ts';

/** Passing over a link on the way to another one is no interest in it. */
const HOVER_MS = 80;

/** Handlers for a link to an article: hovering, focusing or touching it loads the article and its page's code. */
export function useLoadAhead(slug: string, file: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const load = () => {
    if (savesData()) return;
    void prefetchArticle(client, slug, file);
    // The page's code; a failure shows when it is asked for in earnest.
    import('./article-view.tsx').catch(() => undefined);
  };
  return {
    onPointerEnter: (event: { pointerType: string }) => {
      stop();
      if (event.pointerType !== 'touch') timer.current = setTimeout(load, HOVER_MS);
    },
    onPointerLeave: stop,
    onFocus: load,
    onTouchStart: load,
  };
}

/** Not in every browser, so not in TypeScript's library. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
