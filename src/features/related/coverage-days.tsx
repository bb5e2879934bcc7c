import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { articleStrings } from '../../lib/article-strings.ts';
import { absoluteDate, calendarDay } from '../../lib/dates.ts';
import { panelStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { usePublication } from '../../ui/publication-context.ts';
import styles from './coverage.module.css';
import type { Here } from './coverage.tsx';
import { CoverageLines } from './coverage-lines.tsx';
import type { TimelineEntry } from './timeline.ts';
import { byDay, type TimelineDay } from './timeline.ts';

/** A day shows so many lines before it asks. */
const DAY_FIRST = 10;

/** Many stories, by day. counted: all of them are there, so that each day can tell how many. */
export function CoverageDays({ entries, here, counted }: { entries: readonly TimelineEntry[]; here: Here; counted: boolean }) {
  const publication = usePublication();
  const timeZone = publication?.timeZone ?? 'UTC';
  const days = byDay(entries, (iso) => calendarDay(iso, timeZone));
  return days.map((day, place) => <CoverageDay key={day.day ?? ''} day={day} here={here} counted={counted} open={place === 0} />);
}

function CoverageDay({ day, here, counted, open }: { day: TimelineDay; here: Here; counted: boolean; open: boolean }) {
  const [all, setAll] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const publication = usePublication();
  const shown = all ? day.entries : day.entries.slice(0, DAY_FIRST);
  const left = day.entries.length - shown.length;
  const noon = day.entries[0]?.publishedDateTime;
  const showAll = () => {
    flushSync(() => setAll(true));
    details.current?.querySelectorAll<HTMLElement>('li')[DAY_FIRST]?.focus();
  };
  return (
    <details ref={details} className={styles.day} open={open}>
      <summary>
        {noon === undefined ? (
          articleStrings.undated
        ) : (
          <time dateTime={day.day} suppressHydrationWarning>
            {absoluteDate(noon, 'day', publication?.language ?? 'en', publication?.timeZone ?? 'UTC')}
          </time>
        )}
        {counted && <span className={styles.count}>{strings.stories(day.entries.filter(({ own }) => !own).length)}</span>}
        {day.entries.some(({ own }) => own) && <span className={styles.count}>{articleStrings.thisOne}</span>}
      </summary>
      <CoverageLines entries={shown} here={here} {...(day.day !== undefined && { within: day.day })} />
      {left > 0 && (
        <button type="button" className={styles.more} onClick={showAll}>
          {panelStrings.showMore(left)}
        </button>
      )}
    </details>
  );
}
