import { useQuery } from '@tanstack/react-query';
import { type FormEvent, use, useId } from 'react';
import { yearsQuery } from '../../data/day-queries.ts';
import { DataFault } from '../../data/fetch-json.ts';
import { dayHref, yearHref } from '../../lib/href.ts';
import { dayStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { NavigateContext, PageLink } from '../../ui/page-link.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './calendar.module.css';
import { useDayNames } from './use-day-names.ts';

/** Where the calendar begins: every year that has articles, with its months, and a way to any day. */
export function YearsPage() {
  const { data, error, refetch } = useQuery(yearsQuery());
  const names = useDayNames();
  usePageTitle(strings.calendar);
  return (
    <>
      <header className={styles.title}>
        <h1>{strings.calendar}</h1>
        <GoToDay />
      </header>
      {error && !data && (
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} whole />
      )}
      {data?.years.length === 0 && <p>{dayStrings.none}</p>}
      {data?.years.map(({ year, months }) => (
        <section key={year} className={styles.row}>
          <h2>
            <PageLink to={yearHref(year)}>{year}</PageLink>
          </h2>
          <ol>
            {months.map((month) => (
              <li key={month} data-month={month}>
                <PageLink to={`${yearHref(year)}#${String(month).padStart(2, '0')}`} opens={false}>
                  <span suppressHydrationWarning>{names.shortMonth(year, month)}</span>
                </PageLink>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Only a script can go there; its room is kept. */
function GoToDay() {
  const id = useId();
  const hydrated = useHydrated();
  const navigate = use(NavigateContext);
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = new FormData(event.currentTarget).get('day');
    if (typeof day === 'string' && day !== '') navigate?.(dayHref(day));
  };
  return (
    <form className={styles.go} onSubmit={go}>
      {hydrated && (
        <>
          <label htmlFor={id}>{dayStrings.goTo}</label>
          <input id={id} name="day" type="date" required />
          <button type="submit">{dayStrings.go}</button>
        </>
      )}
    </form>
  );
}
