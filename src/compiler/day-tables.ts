import type * as v from 'valibot';
import { type DayYear, type DayYears, OPEN_DAY } from '../schema/days.ts';
import { YEARS, yearFile } from '../schema/paths.ts';
import type { Feed } from './feeds.ts';
import { jsonText } from './json-text.ts';
import type { Output } from './model.ts';
import type { Pages } from './pages.ts';

/**
 * The calendar: a table of years, which changes once a month, and a table and page for each year, the page changing with its days and
 * the table with their counts, but that of the newest day. `days` newest first.
 */
export function* dayTables(days: readonly Feed[], pages: Pages): Generator<Output> {
  const years = countsByYear(days);
  const order = [...years.keys()];
  const contents: v.InferInput<typeof DayYears> = {
    format: 1,
    years: [...years].map(([year, months]) => ({
      year,
      months: months.flatMap((counts, month) => (counts.length > 0 ? [month + 1] : [])),
    })),
  };
  const text = jsonText(contents);
  yield { path: YEARS, text, kind: 'contents' };
  yield pages.years(text);
  for (const [at, [year, months]] of [...years].entries()) {
    const table: v.InferInput<typeof DayYear> = {
      format: 1,
      year,
      earlier: order[at + 1],
      later: order[at - 1],
      months: months.map((counts) => Array.from(counts, (count) => count ?? '').join(',')),
    };
    const own = jsonText(table);
    yield { path: yearFile(year), text: own, kind: 'contents' };
    yield pages.year(year, own);
  }
}

type Counts = (number | typeof OPEN_DAY)[];

/** Twelve lists of counts a year; a day without articles is a hole. */
function countsByYear(days: readonly Feed[]): Map<number, Counts[]> {
  const years = new Map<number, Counts[]>();
  for (const [at, { id, articles }] of days.entries()) {
    const [year = 0, month = 0, day = 0] = id.split('-').map(Number);
    const months = years.get(year) ?? Array.from({ length: 12 }, (): Counts => []);
    years.set(year, months);
    const counts = months[month - 1];
    if (counts) counts[day - 1] = at === 0 ? OPEN_DAY : articles.length;
  }
  return years;
}
