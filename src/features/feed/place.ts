import type { Place } from '../../store/place-store.ts';

const articleOf = (feed: HTMLElement, slug: string): HTMLElement | null =>
  feed.querySelector<HTMLElement>(`[data-article="${CSS.escape(slug)}"]`);

const partOf = (feed: HTMLElement, key: string): HTMLElement | null =>
  feed.querySelector<HTMLElement>(`[data-part="${CSS.escape(key)}"]`);

const partsOf = (feed: HTMLElement): HTMLElement[] => [...feed.querySelectorAll<HTMLElement>('[data-part]')];

/** Where the reader is: undefined at the page's top, and where no article is in sight. known: heights (px) of parts, those too that are not on the page. */
export function measurePlace(
  feed: HTMLElement,
  opened: string | undefined,
  known: ReadonlyMap<string, number>,
): Place | undefined {
  if (window.scrollY <= 0) return undefined;
  const heights = Object.fromEntries(known);
  for (const part of partsOf(feed)) {
    const box = part.getBoundingClientRect();
    heights[part.dataset['part'] ?? ''] = Math.round(box.height * 10) / 10;
    if (box.bottom <= 0) continue;
    const article = [...part.querySelectorAll<HTMLElement>('[data-article]')].find(
      (one) => one.getBoundingClientRect().bottom > 0,
    );
    if (!article) continue;
    return {
      slug: article.dataset['article'] ?? '',
      time: article.dataset['time'] ?? '',
      offset: article.getBoundingClientRect().top,
      part: part.dataset['part'] ?? '',
      within: box.top,
      heights,
      ...(opened !== undefined && { opened }),
    };
  }
  return undefined;
}

/** Scrolls to a place; where its article is not there (yet), to its part. Whether the article was there. */
export function goToPlace(feed: HTMLElement, place: Place, part: string): boolean {
  const article = articleOf(feed, place.slug);
  const element = article ?? partOf(feed, part);
  if (element) {
    const by = element.getBoundingClientRect().top - (article ? place.offset : place.within);
    if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
  }
  return article !== null;
}

/** Gives the article that was opened the focus back, unless the reader has moved it. Whether the article was there. */
export function focusOpened(feed: HTMLElement, slug: string): boolean {
  const link = articleOf(feed, slug)?.querySelector<HTMLElement>('h2 a');
  const free = document.activeElement === document.body || document.activeElement?.id === 'main';
  if (link && free) link.focus({ preventScroll: true });
  return link !== null && link !== undefined;
}
