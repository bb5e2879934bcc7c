import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Place, writePlace } from '../../store/place-store.ts';
import { focusOpened, goToPlace, measurePlace } from './place.ts';

const REST_MS = 250;

/** Keeps the reader's place in a feed for a history entry, and brings the reader to it. start: where the reader was before. */
export function usePlace(feed: RefObject<HTMLElement | null>, entry: string, start: Place | undefined) {
  const held = useRef(start);
  const opened = useRef(start?.opened);
  const returning = useRef(start !== undefined);
  const heights = useMemo(() => new Map(Object.entries(start?.heights ?? {})), [start]);

  /** Keeps what is on the screen where it is through the next change. */
  const hold = useCallback(() => {
    if (feed.current) held.current ??= measurePlace(feed.current, opened.current);
  }, [feed]);

  /** To be called when something was drawn. part: the key of the part where the place is. drawn: that part's cards are there. */
  const settle = useCallback(
    (part: string | undefined, drawn: boolean) => {
      const place = held.current;
      if (!place) return;
      const put = () => feed.current !== null && goToPlace(feed.current, place, part ?? place.part);
      const found = put();
      // The router scrolls in the same commit, after this, and once more when it learns of a reload: the place wins.
      queueMicrotask(put);
      if (!found && !drawn) return;
      held.current = undefined;
      if (!returning.current || !feed.current) return;
      returning.current = false;
      requestAnimationFrame(put);
      if (place.opened !== undefined) focusOpened(feed.current, place.opened);
    },
    [feed],
  );

  useSaving(feed, entry, held, opened);
  useLettingGo(held);
  const onOpen = (event: { target: EventTarget }) => {
    const link = event.target instanceof Element ? event.target.closest('h2 a') : null;
    opened.current = link?.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? opened.current;
  };
  return { heights, hold, settle, onOpen };
}

/** At rest, when the page is left, and when another one takes its place; never while the place is still being looked for. */
function useSaving(
  feed: RefObject<HTMLElement | null>,
  entry: string,
  held: RefObject<Place | undefined>,
  opened: RefObject<string | undefined>,
): void {
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      if (feed.current && !held.current) writePlace(entry, measurePlace(feed.current, opened.current));
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(save, REST_MS);
    };
    window.addEventListener('scroll', rest, { passive: true });
    window.addEventListener('pagehide', save);
    return () => {
      // Still before the router scrolls for the next page.
      save();
      window.removeEventListener('scroll', rest);
      window.removeEventListener('pagehide', save);
    };
  }, [feed, entry, held, opened]);
}

/** A reader who scrolls while the place is looked for is not pulled back. */
function useLettingGo(held: RefObject<Place | undefined>): void {
  useEffect(() => {
    const letGo = () => {
      held.current = undefined;
    };
    const options = { passive: true };
    const kinds = ['wheel', 'touchmove', 'keydown'] as const;
    for (const kind of kinds) window.addEventListener(kind, letGo, options);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, letGo);
    };
  }, [held]);
}
