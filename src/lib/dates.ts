const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type DateStyle = 'day' | 'short-day' | 'day-time' | 'time' | 'full' | 'weekday' | 'month' | 'short-month' | 'initial';

const STYLES = {
  calendar: { year: 'numeric', month: '2-digit', day: '2-digit' },
  'day-of-year': { day: 'numeric', month: 'long' },
  'weekday-alone': { weekday: 'long' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  'short-day': { day: 'numeric', month: 'short', year: 'numeric' },
  'day-time': { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
  month: { month: 'long' },
  'short-month': { month: 'short' },
  initial: { weekday: 'narrow' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a formatter takes fifty times as long as using one; a page has the same few over and over. */
const formatters = new Map<string, Intl.DateTimeFormat>();

type Style = keyof typeof STYLES;

function formatter(style: Style, language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(style === 'calendar' ? 'en-CA' : dateLanguage(language), { ...STYLES[style], timeZone });
  formatters.set(key, made);
  return made;
}

/** An instant (ISO 8601) in the publication's language and time zone (IANA). */
export function absoluteDate(iso: string, style: DateStyle, language: string, timeZone: string): string {
  return formatter(style, language, timeZone).format(new Date(iso));
}

/** The same in its parts. */
export function absoluteDateParts(iso: string, style: DateStyle, language: string, timeZone: string): Intl.DateTimeFormatPart[] {
  return formatter(style, language, timeZone).formatToParts(new Date(iso));
}

/** Plain `en` would put the month first; a publication that wants that says `en-US`. */
const dateLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** An instant of a day (`2022-10-03`), to be told in UTC. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;

/** The calendar day of an instant in a time zone, `2022-10-03`. */
export function calendarDay(iso: string, timeZone: string): string {
  return formatter('calendar', 'en', timeZone).format(new Date(iso));
}

/** Age in words up to a week ("2 h ago"), undefined for older instants and for ones to come. `now` in ms. */
export function relativeAge(iso: string, now: number, language: string): string | undefined {
  const age = now - Date.parse(iso);
  if (!(age >= 0) || age >= 7 * DAY) return undefined;
  const words = new Intl.RelativeTimeFormat(language, { style: 'narrow', numeric: 'auto' });
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return words.format(-Math.floor(age / HOUR), 'hour');
  return words.format(-Math.floor(age / DAY), 'day');
}

/** From one instant to another as days, "28 September – 1 October"; one day where both are of the same. Years only when asked for. */
export function dayRange(from: string, to: string, language: string, timeZone: string, year: boolean): string {
  return formatter(year ? 'day' : 'day-of-year', language, timeZone).formatRange(new Date(from), new Date(to));
}

/** The day of the week, "Monday". */
export function weekday(iso: string, language: string, timeZone: string): string {
  return formatter('weekday-alone', language, timeZone).format(new Date(iso));
}
