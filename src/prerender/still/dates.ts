import * as dates from '../../lib/dates.ts';

export { noonOf, relativeAge } from '../../lib/dates.ts';

/** Which texts were told of which instants, in a style. */
interface Told {
  style: string;
  language: string;
  timeZone: string;
  texts: Map<string, string>;
}

/**
 * `lib/dates.ts` where pages are drawn ahead: an article's date stands on the page of each that is related to it, in feeds, and twice at
 * each place. Finding a text takes a tenth of what telling it takes.
 */
const told: Told[] = [];
const MOST_TEXTS = 20_000;

function textsOf(style: string, language: string, timeZone: string): Map<string, string> {
  for (const one of told) if (one.style === style && one.language === language && one.timeZone === timeZone) return one.texts;
  const texts = new Map<string, string>();
  told.push({ style, language, timeZone, texts });
  return texts;
}

function keep(texts: Map<string, string>, key: string, text: string): string {
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(key, text);
  return text;
}

/** What is said by day is the same all day, and in UTC the day stands in the instant. */
const dayKey = (iso: string, timeZone: string): string => (timeZone === 'UTC' && iso.endsWith('Z') ? iso.slice(0, 10) : iso);

const TIMED: ReadonlySet<string> = new Set(['day-time', 'time', 'full'] satisfies dates.DateStyle[]);

export function absoluteDate(iso: string, style: dates.DateStyle, language: string, timeZone: string): string {
  const texts = textsOf(style, language, timeZone);
  const key = TIMED.has(style) ? iso : dayKey(iso, timeZone);
  return texts.get(key) ?? keep(texts, key, dates.absoluteDate(iso, style, language, timeZone));
}

export function calendarDay(iso: string, timeZone: string): string {
  const texts = textsOf('calendar', '', timeZone);
  const key = dayKey(iso, timeZone);
  return texts.get(key) ?? keep(texts, key, dates.calendarDay(iso, timeZone));
}

export function weekday(iso: string, language: string, timeZone: string): string {
  const texts = textsOf('weekday-alone', language, timeZone);
  const key = dayKey(iso, timeZone);
  return texts.get(key) ?? keep(texts, key, dates.weekday(iso, language, timeZone));
}

export function dayRange(from: string, to: string, language: string, timeZone: string, year: boolean): string {
  const texts = textsOf(year ? 'range' : 'range-in-year', language, timeZone);
  const key = `${calendarDay(from, timeZone)} ${calendarDay(to, timeZone)}`;
  return texts.get(key) ?? keep(texts, key, dates.dayRange(from, to, language, timeZone, year));
}
