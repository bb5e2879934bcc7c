import { useQuery } from '@tanstack/react-query';
import { yearsQuery } from '../../data/day-queries.ts';
import { calendarDay } from '../../lib/dates.ts';
import { calendarHref, dayHref } from '../../lib/href.ts';
import { dayStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { useNow } from '../../ui/clock.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './calendar.module.css';
import { useDayNames } from './use-day-names.ts';
import { useYear } from './use-year.ts';
import { isDay, nearestDays, yearsAround } from './year-days.ts';

/** A day without articles, one to come, or one that no calendar has: says which, and offers the nearest that have some. */
export function EmptyDay({ id }: { id: string }) {
  const names = useDayNames();
  const now = useNow();
  const timeZone = usePublication()?.timeZone ?? 'UTC';
  const today = now === undefined ? undefined : calendarDay(new Date(now).toISOString(), timeZone);
  const name = isDay(id) ? names.day(id) : id;
  usePageTitle(name);
  const title = () => {
    if (!isDay(id)) return dayStrings.noDay(name);
    return today !== undefined && id > today ? dayStrings.toCome(name) : dayStrings.emptyDay(name);
  };
  return (
    <section className={styles.empty}>
      <h1>{title()}</h1>
      {!isDay(id) && <p>{dayStrings.noDayNote}</p>}
      <Nearest id={id} />
      <p>
        <PageLink to={calendarHref()}>{strings.calendar}</PageLink>
      </p>
    </section>
  );
}

function Nearest({ id }: { id: string }) {
  const names = useDayNames();
  const years = useQuery(yearsQuery()).data?.years ?? [];
  const around = yearsAround(years, id);
  const tables = [useYear(around.earlier), useYear(around.own), useYear(around.later)];
  const { earlier, later } = nearestDays(
    tables.filter((table) => table !== undefined),
    id,
  );
  if (!earlier && !later) return null;
  return (
    <>
      <p>{dayStrings.nearest}</p>
      <ul className={styles.nearest}>
        {[earlier, later].map(
          (near) =>
            near && (
              <li key={near.day}>
                <PageLink to={dayHref(near.day)}>{names.day(near.day)}</PageLink>{' '}
                {near.count !== undefined && <span>{strings.stories(near.count)}</span>}
              </li>
            ),
        )}
      </ul>
    </>
  );
}
