import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Place, writePlace } from '../../store/place-store.ts';
import { focusOpened, goToPlace, measurePlace } from './place.ts';

const REST_MS = 250;

/** Keeps the reader's place in a feed for a history entry, and brings the reader to it. start: where the reader was before. */
export function usePlace(feed: RefObject<HTMLElement | null>, entry: string, start: Place | undefined) {
  const held = useRef(start);
  const opened = useRef(start?.opened);
  const returning = useRef(start !== undefined);
  const unfocused = useRef(start?.opened);
  const heights = useMemo(() => new Map(Object.entries(start?.heights ?? {})), [start]);

  /** Keeps what is on the screen where it is through the next change. */
  const hold = useCallback(() => {
    if (feed.current) held.current ??= measurePlace(feed.current, opened.current, heights);
  }, [feed, heights]);

  /**
   * To be called when something was drawn. target: the key of the part where the reader was when this began. drawn: the key of
   * the part whose cards came.
   */
  const settle = useCallback(
    (target: string | undefined, drawn?: string) => {
      const place = held.current;
      if (!place && feed.current && unfocused.current !== undefined && focusOpened(feed.current, unfocused.current))
        unfocused.current = undefined;
      // Parts are drawn before the feed around them is.
      if (!place || !feed.current) return;
      const part = (returning.current ? target : undefined) ?? place.part;
      const put = () => feed.current !== null && goToPlace(feed.current, place, part);
      const found = put();
      // The router scrolls in the same commit, after this, and once more when it learns of a reload: the place wins.
      queueMicrotask(put);
      if (!found && drawn !== part) return;
      held.current = undefined;
      if (!returning.current) return;
      returning.current = false;
      requestAnimationFrame(put);
      if (place.opened !== undefined && focusOpened(feed.current, place.opened)) unfocused.current = undefined;
    },
    [feed],
  );

  useSaving(feed, entry, held, opened, heights);
  useLettingGo(held, unfocused);
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
  heights: ReadonlyMap<string, number>,
): void {
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      if (feed.current && !held.current) writePlace(entry, measurePlace(feed.current, opened.current, heights));
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
  }, [feed, entry, held, opened, heights]);
}

/** A reader who scrolls while the place is looked for is not pulled back. */
function useLettingGo(held: RefObject<Place | undefined>, unfocused: RefObject<string | undefined>): void {
  useEffect(() => {
    const letGo = () => {
      held.current = undefined;
      unfocused.current = undefined;
    };
    const options = { passive: true };
    const kinds = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const kind of kinds) window.addEventListener(kind, letGo, options);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, letGo);
    };
  }, [held, unfocused]);
}
