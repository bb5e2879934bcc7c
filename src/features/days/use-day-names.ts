import { absoluteDate, noonOf } from '../../lib/dates.ts';
import { usePublication } from '../../ui/publication-context.ts';

/** Tells days (`2022-10-03`) in the publication's language. */
export function useDayNames() {
  const language = usePublication()?.language ?? 'en';
  return {
    day: (id: string): string => absoluteDate(noonOf(id), 'day', language, 'UTC'),
    month: (year: number, month: number): string => absoluteDate(noonOf(dayId(year, month, 1)), 'month', language, 'UTC'),
    shortMonth: (year: number, month: number): string =>
      absoluteDate(noonOf(dayId(year, month, 1)), 'short-month', language, 'UTC'),
    /** weekday: 1 is a Monday. */
    initial: (weekday: number): string => absoluteDate(noonOf(dayId(2024, 1, weekday)), 'initial', language, 'UTC'),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

export const dayId = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
