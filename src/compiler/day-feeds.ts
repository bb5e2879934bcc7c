import { absoluteDate, calendarDay, noonOf } from '../lib/dates.ts';
import type { Feed } from './feeds.ts';
import type { PublicArticle, Settings } from './model.ts';

/** Four digits are a year's: an article of the year 900 has no page for its day. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * A feed for each day that has articles, in the publication's time zone, newest first. Each rests on its own articles and on which
 * days are beside it. `articles` newest first.
 */
export function dayFeeds(
  articles: readonly PublicArticle[],
  { language, timeZone }: Pick<Settings, 'language' | 'timeZone'>,
): Feed[] {
  const days = new Map<string, PublicArticle[]>();
  for (const article of articles) {
    const day = calendarDay(article.publishedDateTime, timeZone);
    const known = days.get(day);
    if (known) known.push(article);
    else if (DAY.test(day)) days.set(day, [article]);
  }
  const ids = [...days.keys()];
  return [...days].map(([id, own], at) => dayFeed(id, own, { next: ids[at - 1], previous: ids[at + 1] }, language));
}

/** beside: the nearest days that have articles. */
const dayFeed = (id: string, articles: PublicArticle[], beside: NonNullable<Feed['beside']>, language: string): Feed => ({
  kind: 'day',
  id,
  name: absoluteDate(noonOf(id), 'day', language, 'UTC'),
  articles,
  beside,
});
