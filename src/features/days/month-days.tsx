import { dayHref } from '../../lib/href.ts';
import { dayStrings } from '../../lib/later-strings.ts';
import type { DayYear } from '../../schema/days.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import styles from './calendar.module.css';
import { dayId, useDayNames } from './use-day-names.ts';
import { countsOf } from './year-days.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface MonthDaysProps {
  table: DayYear;
  /** 1 to 12. */
  month: number;
  /** The year's largest count. */
  most: number;
}

/** A month as a list of days in weeks. Those that have articles lead to them; how many is told by the script, since it changes with late ones. */
export function MonthDays({ table, month, most }: MonthDaysProps) {
  const { year } = table;
  const names = useDayNames();
  const counts = countsOf(table, month);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // Sunday is 0 there, and the last day of a week here.
  const start = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7;
  return (
    <section className={styles.month} id={String(month).padStart(2, '0')}>
      <h2 suppressHydrationWarning>{names.month(year, month)}</h2>
      <div className={styles.week} aria-hidden="true">
        {WEEK.map((weekday) => (
          <span key={weekday} suppressHydrationWarning>
            {names.initial(weekday)}
          </span>
        ))}
      </div>
      <ol className={styles.days} data-start={start}>
        {Array.from({ length: days }, (_, at) => (
          <Day key={at} id={dayId(year, month, at + 1)} day={at + 1} count={at < counts.length ? counts[at] : 0} most={most} />
        ))}
      </ol>
    </section>
  );
}

function Day({ id, day, count, most }: { id: string; day: number; count: number | undefined; most: number }) {
  const names = useDayNames();
  const hydrated = useHydrated();
  if (count === 0) return <li>{day}</li>;
  return (
    <li>
      <PageLink to={dayHref(id)} opens={false} aria-label={dayStrings.stories(names.day(id), hydrated ? count : undefined)}>
        <b>{day}</b>
        <small data-level={hydrated && count ? Math.ceil((3 * count) / most) : undefined}>{hydrated && count}</small>
      </PageLink>
    </li>
  );
}
