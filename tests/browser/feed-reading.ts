import { expect } from 'vitest';

/** The articles on the page. */
export const articles = () => [...document.querySelectorAll<HTMLElement>('[data-article]')];
export const position = (article: Element | null | undefined) => article?.getAttribute('aria-posinset');
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
export const focused = () => position(document.activeElement?.closest('[data-article]'));

/** The first article in sight and the distance of its top from the viewport's. */
export function top() {
  const article = articles().find((one) => one.getBoundingClientRect().bottom > 0);
  return { article: position(article), at: Math.round(article?.getBoundingClientRect().top ?? Number.NaN) };
}

/** Whether the reader is where they were, to the pixel that scrolling rounds to. */
export function isAt(place: ReturnType<typeof top>): boolean {
  const now = top();
  return now.article === place.article && Math.abs(now.at - place.at) <= 1;
}

export const ready = () => expect.poll(() => articles().length).toBeGreaterThan(3);

/** Scrolls down until an article is on the page, as a reader with a wheel would; with a larger step (px), as a hand on the bar. */
export async function scrollToArticle(number: number, step = 500): Promise<void> {
  await expect
    .poll(
      async () => {
        window.scrollBy(0, step);
        await frame();
        return articles().some((one) => Number(position(one)) >= number && one.getBoundingClientRect().top < 600);
      },
      { timeout: 50_000, interval: 30 },
    )
    .toBe(true);
}

/** Until all that is near has come and nothing moves any more. */
export async function atRest(): Promise<void> {
  let before = '';
  await expect
    .poll(async () => {
      await frame();
      const now = JSON.stringify(top());
      const same = now === before && document.querySelector('[role="feed"]')?.getAttribute('aria-busy') === 'false';
      before = now;
      return same;
    })
    .toBe(true);
}
