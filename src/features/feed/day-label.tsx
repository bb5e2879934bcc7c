import { useLocation } from 'react-router';
import { calendarDay, dayRange, weekday } from '../../lib/dates.ts';
import { dayHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { useNow } from '../../ui/clock.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import type { Section } from './compose-sections.ts';
import styles from './part-rows.module.css';

const DAY_MS = 86_400_000;

/** A section's date, in the publication's time zone; the year only where it is not the current one. It leads to its day's page. */
export function DayLabel({ section }: { section: Section }) {
  const publication = usePublication();
  const now = useNow();
  const language = publication?.language ?? 'en';
  const timeZone = publication?.timeZone ?? 'UTC';
  const dayOf = (ago: number) => (now === undefined ? undefined : calendarDay(new Date(now - ago).toISOString(), timeZone));
  const today = dayOf(0);
  const old = today?.slice(0, 4) !== calendarDay(section.oldest, timeZone).slice(0, 4);
  const name = () => {
    if (section.day === today) return strings.today;
    if (section.day === dayOf(DAY_MS)) return strings.yesterday;
    return weekday(section.newest, language, timeZone);
  };
  const { pathname } = useLocation();
  const href = section.day === undefined ? pathname : dayHref(section.day);
  return (
    <div className={styles.day}>
      {section.day !== undefined && (
        <span className={styles.weekday} suppressHydrationWarning>
          {name()}
        </span>
      )}
      {/* Browsers and the compiler may know a language's dates in different spaces: what the page came with stays. */}
      <span className={styles.date} suppressHydrationWarning>
        {dayRange(section.oldest, section.newest, language, timeZone, old)}
      </span>
      {/* For the pointer alone: in a feed nothing but articles may take the focus, and each article leads to its day. */}
      {href !== pathname && (
        <PageLink className={styles.link} to={href} opens={false} tabIndex={-1} aria-hidden>
          {null}
        </PageLink>
      )}
    </div>
  );
}
