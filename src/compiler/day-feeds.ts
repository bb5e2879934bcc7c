import { absoluteDate, calendarDay, noonOf } from '../lib/dates.ts';
import type { Feed } from './feeds.ts';
import type { PublicArticle } from './model.ts';

/** Four digits are a year's: an article of the year 900 has no page for its day. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** An article's day as a number, 20221003; 0 where no page can be its day's. timeZone: IANA. */
export function dayOf({ publishedDateTime }: PublicArticle, timeZone: string): number {
  const day = calendarDay(publishedDateTime, timeZone);
  return DAY.test(day) ? Number(day.replaceAll('-', '')) : 0;
}

/** The day's feed, `2022-10-03`. */
export const dayId = (day: number): string =>
  String(day)
    .padStart(8, '0')
    .replace(/(....)(..)(..)/, '$1-$2-$3');

/**
 * A feed for each day that has articles, newest first. Each rests on its own articles and on which day is before it: named in the one
 * after it, a newer day changes none. `articles` newest first. numberOf: `dayOf`, kept from before where it is known.
 */
export function dayFeeds(
  articles: readonly PublicArticle[],
  language: string,
  numberOf: (article: PublicArticle) => number,
): Feed[] {
  const days = new Map<number, PublicArticle[]>();
  for (const article of articles) {
    const day = numberOf(article);
    const known = days.get(day);
    if (known) known.push(article);
    else if (day > 0) days.set(day, [article]);
  }
  const ids = [...days.keys()].map(dayId);
  return [...days.values()].map((own, at) => {
    return dayFeed(ids[at] as string, own, ids[at + 1], language);
  });
}

const dayFeed = (id: string, articles: PublicArticle[], previous: string | undefined, language: string): Feed => ({
  kind: 'day',
  id,
  // Asked for where the day is written anew alone.
  get name() {
    return absoluteDate(noonOf(id), 'day', language, 'UTC');
  },
  articles,
  previous,
});
