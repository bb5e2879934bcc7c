import type { ReactElement, ReactNode, RefObject } from 'react';

/** So many parts on each side of the reader keep an element of their own. */
const BESIDE = 24;
/** The reader moves so many parts before others are taken. */
const STEP = 8;

/** Puts room of the same height in the place of parts that are far away. rows: the parts' elements, by key. */
export type Fold = (rows: readonly ReactElement[]) => ReactNode;

type Stays = (place: number, key: string) => boolean;

/**
 * Follows the reader through a feed of very many parts, so that the page holds elements of few. heights: of parts, px by key; those that
 * are about to go are added. setFold: gets how. Returns what ends it.
 */
export function foldFar(
  feed: RefObject<HTMLElement | null>,
  heights: Map<string, number>,
  setFold: (fold: () => Fold) => void,
): () => void {
  let keys: readonly string[] = [];
  let middle = Number.NaN;
  const put = (stays: Stays): void => {
    const fold = folding(heights, stays);
    setFold(() => (rows) => {
      keys = rows.map(({ key }) => String(key));
      return fold(rows);
    });
  };
  const look = (): void => {
    asked = 0;
    if (!feed.current) return;
    const drawn = drawnParts(feed.current);
    const at = partInView(feed.current, keys, (key) => heightOf(drawn.get(key)) ?? heights.get(key) ?? 0);
    if (Math.abs(at - middle) < STEP) return;
    middle = at;
    for (const [key, part] of drawn) heights.set(key, heightOf(part) ?? 0);
    const kept = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset['part'];
    put((place, key) => Math.abs(place - at) <= BESIDE || key === kept);
  };
  const onScroll = (): void => {
    asked ||= requestAnimationFrame(look);
  };
  // Nothing goes before it is known which parts there are.
  put(() => true);
  let asked = requestAnimationFrame(look);
  window.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    cancelAnimationFrame(asked);
    window.removeEventListener('scroll', onScroll);
  };
}

const drawnParts = (feed: HTMLElement): Map<string, HTMLElement> =>
  new Map(Array.from(feed.querySelectorAll<HTMLElement>('[data-part]'), (part) => [part.dataset['part'] ?? '', part]));

const heightOf = (part: HTMLElement | undefined): number | undefined => part?.getBoundingClientRect().height;

function partInView(feed: HTMLElement, keys: readonly string[], height: (key: string) => number): number {
  let below = window.innerHeight / 2 - feed.getBoundingClientRect().top;
  for (const [at, key] of keys.entries()) {
    below -= height(key);
    if (below < 0) return at;
  }
  return keys.length - 1;
}

const folding =
  (heights: ReadonlyMap<string, number>, stays: Stays): Fold =>
  (rows) => {
    const shown: ReactNode[] = [];
    let room = 0;
    const close = (before: string): void => {
      if (room > 0) shown.push(<Room key={`room ${before}`} height={room} />);
      room = 0;
    };
    for (const [place, row] of rows.entries()) {
      const key = String(row.key);
      const height = heights.get(key);
      if (height !== undefined && !stays(place, key)) room += height;
      else {
        close(key);
        shown.push(row);
      }
    }
    close('');
    return shown;
  };

/** The room of parts that are away. height: in px. */
const Room = ({ height }: { height: number }) => (
  <div
    ref={(element) => {
      element?.style.setProperty('--height', `${height}px`);
    }}
  />
);
