const ARTICLE = '[data-article]';
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled)';

/** What lies above this (px) is under the line that stays at the top. */
const TOP = 44;

export const articlesIn = (feed: HTMLElement, part: string): HTMLElement[] => [
  ...feed.querySelectorAll<HTMLElement>(`[data-part="${CSS.escape(part)}"] ${ARTICLE}`),
];

/** The article that the focus is in. */
export function currentArticle(feed: HTMLElement): HTMLElement | undefined {
  const article = document.activeElement?.closest<HTMLElement>(ARTICLE);
  return article && feed.contains(article) ? article : undefined;
}

/**
 * The article beside the one that the focus is in; the first in sight when there is none or the reader has scrolled away from it. Where it is not drawn: the key of its part.
 * Neither: the feed, as far as it is on the page, ends there.
 */
export function neighbour(feed: HTMLElement, way: 'next' | 'previous'): { article?: HTMLElement; part?: string } {
  const current = currentArticle(feed);
  if (!current || isOutOfSight(current)) return inSight(feed);
  const part = current.closest<HTMLElement>('[data-part]');
  const articles = articlesIn(feed, part?.dataset['part'] ?? '');
  const step = way === 'next' ? 1 : -1;
  const beside = articles[articles.indexOf(current) + step];
  if (beside) return { article: beside };
  const other = way === 'next' ? part?.nextElementSibling : part?.previousElementSibling;
  const key = other instanceof HTMLElement ? other.dataset['part'] : undefined;
  if (key === undefined) return {};
  const article = articlesIn(feed, key).at(way === 'next' ? 0 : -1);
  return article ? { article } : { part: key };
}

function isOutOfSight(article: HTMLElement): boolean {
  const { top, bottom } = article.getBoundingClientRect();
  return bottom <= 0 || top >= window.innerHeight;
}

function inSight(feed: HTMLElement): { article?: HTMLElement } {
  const article = [...feed.querySelectorAll<HTMLElement>(ARTICLE)].find((one) => one.getBoundingClientRect().top >= TOP);
  return article ? { article } : {};
}

export function focusArticle(article: HTMLElement): void {
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** Leaves the feed for the first focusable element after it, or the last one before. */
export function focusBeyond(feed: HTMLElement, where: 'before' | 'after'): void {
  const wanted = where === 'after' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const beyond = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => !feed.contains(one) && (feed.compareDocumentPosition(one) & wanted) !== 0 && one.checkVisibility(),
  );
  beyond.at(where === 'after' ? 0 : -1)?.focus();
}
