import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as dates from '../../src/lib/dates.ts';
import * as still from '../../src/prerender/still/dates.ts';

const instant = fc.oneof(
  fc.date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true }),
  // Days on which others are told too.
  fc.date({ min: new Date('2022-03-26T00:00:00Z'), max: new Date('2022-03-28T00:00:00Z'), noInvalidDate: true }),
);
const iso = fc
  .tuple(instant, fc.constantFrom('Z', '+00:00', '+05:45', '-03:30'))
  .map(([date, zone]) => `${date.toISOString().slice(0, 19)}${zone}`);
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns');
const STYLES: dates.DateStyle[] = ['day', 'short-day', 'day-time', 'time', 'full', 'weekday', 'month', 'short-month', 'initial'];

test('where pages are drawn ahead every date reads as it does in the reader, however many were told before', () => {
  fc.assert(
    fc.property(
      iso,
      iso,
      zone,
      fc.constantFrom('en', 'de', 'fa', 'ar-EG', 'bn', 'ja', 'th', 'zh-TW'),
      fc.boolean(),
      (one, other, timeZone, language, year) => {
        for (const style of STYLES)
          expect(still.absoluteDate(one, style, language, timeZone)).toBe(dates.absoluteDate(one, style, language, timeZone));
        expect(still.calendarDay(one, timeZone)).toBe(dates.calendarDay(one, timeZone));
        expect(still.weekday(one, language, timeZone)).toBe(dates.weekday(one, language, timeZone));
        const [from = one, to = one] = [one, other].sort((a, b) => Date.parse(a) - Date.parse(b));
        expect(still.dayRange(from, to, language, timeZone, year)).toBe(dates.dayRange(from, to, language, timeZone, year));
      },
    ),
    { numRuns: 400 },
  );
});
