import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absoluteDate, calendarDay, type DateStyle, dayRange } from '../../src/lib/dates.ts';

const instant = fc
  .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns');
const style: fc.Arbitrary<DateStyle> = fc.constantFrom('day', 'short-day', 'day-time', 'time', 'full', 'weekday');

test('the day of an instant is the day where the publication is', () => {
  expect(calendarDay('2022-10-03T23:30:00Z', 'UTC')).toBe('2022-10-03');
  expect(calendarDay('2022-10-03T23:30:00Z', 'Europe/Berlin')).toBe('2022-10-04');
  expect(calendarDay('2022-10-03T23:30:00+02:00', 'UTC')).toBe('2022-10-03');
  expect(calendarDay('2022-10-04T00:30:00+02:00', 'UTC')).toBe('2022-10-03');
});

test('a date reads the same however many were told before it', () => {
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 20 }), instant, style, zone, (before, iso, how, timeZone) => {
      for (const one of [...before, iso, `${iso.slice(0, 11)}00:00:00Z`]) {
        const told = absoluteDate(one, how, 'de', timeZone);
        expect(told).toBe(absoluteDate(new Date(one).toISOString().replace('Z', '+00:00'), how, 'de', timeZone));
      }
    }),
  );
});

test('a range of days is named by its days, whatever the hours', () => {
  const told = ['2022-09-28T01:00:00Z', '2022-09-28T22:59:00Z'].map((from) =>
    dayRange(from, '2022-10-01T12:00:00Z', 'en', 'UTC', false),
  );
  expect(new Set(told)).toEqual(new Set(['28 September\u2009–\u20091 October']));
});
