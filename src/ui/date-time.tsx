import { absoluteDate, calendarDay, type DateStyle, relativeAge } from '../lib/dates.ts';
import { useNow } from './clock.ts';
import { usePublication } from './publication-context.ts';

/**
 * An instant (ISO 8601): how long ago up to a week, else a date in the publication's time zone; the whole of it in the title.
 * within: the day (`2022-10-03`) that stands beside it already, so that the time of day is enough.
 */
export function DateTime({
  value,
  format = 'short-day',
  within,
}: {
  value: string;
  format?: DateStyle;
  within?: string | undefined;
}) {
  const now = useNow();
  const publication = usePublication();
  const language = publication?.language ?? 'en';
  const timeZone = publication?.timeZone ?? 'UTC';
  const near = format === 'full' || now === undefined ? undefined : relativeAge(value, now, language);
  const sameDay = within !== undefined && calendarDay(value, timeZone) === within;
  return (
    // Browsers and the compiler may set the same date with different spaces: what the page came with stays.
    <time dateTime={value} title={absoluteDate(value, 'full', language, timeZone)} suppressHydrationWarning>
      {near ?? absoluteDate(value, sameDay ? 'time' : format, language, timeZone)}
    </time>
  );
}
