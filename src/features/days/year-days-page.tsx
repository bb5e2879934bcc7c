import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { yearQuery } from '../../data/day-queries.ts';
import { DataFault, isMissing } from '../../data/fetch-json.ts';
import { calendarHref, yearHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './calendar.module.css';
import { DaySteps } from './day-steps.tsx';
import { MonthDays } from './month-days.tsx';
import { daysOf } from './year-days.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A year of the calendar. notFound: what stands where a year has nothing. */
export function YearDaysPage({ year, notFound }: { year: number; notFound: ReactNode }) {
  const { data, error, refetch } = useQuery(yearQuery(year));
  usePageTitle(String(year));
  if (isMissing(error)) return notFound;
  const step = (to: number | undefined) => (to === undefined ? undefined : { to: yearHref(to), name: String(to) });
  const most = data ? Math.max(1, ...daysOf(data).map(({ count }) => count ?? 1)) : 1;
  return (
    <>
      <DaySteps earlier={step(data?.earlier)} up={{ to: calendarHref(), name: strings.calendar }} later={step(data?.later)} />
      <h1 className={styles.year}>{year}</h1>
      {error && !data && (
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} whole />
      )}
      {data && (
        <div className={styles.months}>
          {MONTHS.filter((month) => data.months[month - 1]).map((month) => (
            <MonthDays key={month} table={data} month={month} most={most} />
          ))}
        </div>
      )}
    </>
  );
}
