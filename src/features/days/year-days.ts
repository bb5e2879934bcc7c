import { type DayYear, OPEN_DAY } from '../../schema/days.ts';
import { dayId } from './use-day-names.ts';

/** How many articles each day of a month (1 to 12) has, from its first day on; undefined where some, and nobody counted them. */
export const countsOf = (table: DayYear, month: number): (number | undefined)[] =>
  (table.months[month - 1] ?? '').split(',').map((count) => (count === OPEN_DAY ? undefined : Number(count)));

/** A year's days that have articles, oldest first. */
export const daysOf = (table: DayYear): { day: string; count: number | undefined }[] =>
  table.months.flatMap((_, index) =>
    countsOf(table, index + 1).flatMap((count, at) =>
      count !== 0 ? [{ day: dayId(table.year, index + 1, at + 1), count }] : [],
    ),
  );

/** The years whose tables tell what is nearest to a day: its own, and the ones beside it. years: newest first. */
export function yearsAround(years: readonly { year: number }[], day: string) {
  const own = Number(day.slice(0, 4));
  return {
    earlier: years.find(({ year }) => year < own)?.year,
    own: years.find(({ year }) => year === own)?.year,
    later: years.findLast(({ year }) => year > own)?.year,
  };
}

/** The nearest days that have articles, before a day and after it. */
export function nearestDays(tables: readonly DayYear[], day: string) {
  const days = tables.flatMap(daysOf).sort((a, b) => (a.day < b.day ? -1 : 1));
  return { earlier: days.findLast((one) => one.day < day), later: days.find((one) => one.day > day) };
}

/** Whether the calendar has it: not the 30th of February. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T12:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
