import { expect, test } from 'vitest';
import { countsOf, daysOf, nearestDays } from '../../src/features/days/year-days.ts';
import { type DayYear, OPEN_DAY } from '../../src/schema/days.ts';

const months = ['', '', '3,,12', `,${OPEN_DAY}`];
const table: DayYear = { format: 1, year: 2022, months: Array.from({ length: 12 }, (_, month) => months[month] ?? '') };

test('the newest day has stories, and no count', () => {
  expect(countsOf(table, 3)).toEqual([3, 0, 12]);
  expect(countsOf(table, 4)).toEqual([0, undefined]);
  expect(daysOf(table)).toEqual([
    { day: '2022-03-01', count: 3 },
    { day: '2022-03-03', count: 12 },
    { day: '2022-04-02', count: undefined },
  ]);
});

test('it is the nearest after the last one that was counted', () => {
  expect(nearestDays([table], '2022-03-03').later?.day).toBe('2022-04-02');
  expect(nearestDays([table], '2022-04-02')).toMatchObject({ earlier: { day: '2022-03-03' }, later: undefined });
});
