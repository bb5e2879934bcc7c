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

type Style = keyof typeof STYLES;

/** texts: what it said of which instant. An article's date stands on the page of each that is related to it, and saying takes longer than finding. */
interface Formatter {
  style: Style;
  language: string;
  timeZone: string;
  format: Intl.DateTimeFormat;
  texts: Map<string, string>;
  /** It says the same of all instants of a day, and that stands in them. */
  byDay: boolean;
}

/** Making a formatter takes fifty times as long as using one; a page has the same few over and over. */
const formatters: Formatter[] = [];
const MOST_TEXTS = 20_000;

function formatter(style: Style, language: string, timeZone: string): Formatter {
  for (const one of formatters) if (one.style === style && one.language === language && one.timeZone === timeZone) return one;
  const format = new Intl.DateTimeFormat(style === 'calendar' ? 'en-CA' : dateLanguage(language), { ...STYLES[style], timeZone });
  const byDay = timeZone === 'UTC' && !('hour' in STYLES[style]);
  const made = { style, language, timeZone, format, texts: new Map(), byDay };
  formatters.push(made);
  return made;
}

function told(iso: string, style: Style, language: string, timeZone: string): string {
  const { texts, format, byDay } = formatter(style, language, timeZone);
  const key = byDay && iso.endsWith('Z') ? iso.slice(0, 10) : iso;
  return texts.get(key) ?? keep(texts, key, format.format(new Date(iso)));
}

function keep(texts: Map<string, string>, key: string, text: string): string {
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(key, text);
  return text;
}

/** An instant (ISO 8601) in the publication's language and time zone (IANA). */
export function absoluteDate(iso: string, style: DateStyle, language: string, timeZone: string): string {
  return told(iso, style, language, timeZone);
}

/** Plain `en` would put the month first; a publication that wants that says `en-US`. */
const dateLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** An instant of a day (`2022-10-03`), to be told in UTC. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;

/** The calendar day of an instant in a time zone, `2022-10-03`. */
export function calendarDay(iso: string, timeZone: string): string {
  return told(iso, 'calendar', 'en', timeZone);
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
  const { texts, format } = formatter(year ? 'day' : 'day-of-year', language, timeZone);
  // By days: the many sections of feeds begin and end at other instants, but on the same days.
  const days = `${calendarDay(from, timeZone)} ${calendarDay(to, timeZone)}`;
  return texts.get(days) ?? keep(texts, days, format.formatRange(new Date(from), new Date(to)));
}

/** The day of the week, "Monday". */
export function weekday(iso: string, language: string, timeZone: string): string {
  return told(iso, 'weekday-alone', language, timeZone);
}
