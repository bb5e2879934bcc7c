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
  const isTimed = TIMED.has(style);
  if (isTimed && timeZone === 'UTC') {
    const clock = CLOCK.exec(iso);
    if (clock) return timeOfDay(clock as unknown as Clock, style, language);
  }
  const texts = textsOf(style, language, timeZone);
  const key = isTimed ? iso : dayKey(iso, timeZone);
  return texts.get(key) ?? keep(texts, key, dates.absoluteDate(iso, style, language, timeZone));
}

/** A day, an hour and a minute in UTC. */
const CLOCK = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?Z$/;
type Clock = [whole: string, day: string, hour: string, minute: string];

/** Of a style: the texts of days, without their hours and minutes, and those. */
interface Timed {
  style: string;
  language: string;
  frames: Map<string, string>;
  hours: string[];
  minutes: string[];
}
const timed: Timed[] = [];

function timedOf(style: string, language: string): Timed {
  for (const one of timed) if (one.style === style && one.language === language) return one;
  const made: Timed = { style, language, frames: new Map(), hours: [], minutes: [] };
  timed.push(made);
  return made;
}

/** In UTC days differ by their text, and their minutes by two numbers in it: hardly an instant is told twice, but most of it is. */
function timeOfDay([, day, hour, minute]: Clock, style: dates.DateStyle, language: string): string {
  const { frames, hours, minutes } = timedOf(style, language);
  const frame = frames.get(day) ?? keep(frames, day, frameOf(day, style, language));
  hours[Number(hour)] ??= numberIn('hour', `2022-10-03T${hour}:34:00Z`, style, language);
  minutes[Number(minute)] ??= numberIn('minute', `2022-10-03T12:${minute}:00Z`, style, language);
  return frame.replace(HOUR, hours[Number(hour)] ?? '').replace(MINUTE, minutes[Number(minute)] ?? '');
}

/** Places in a frame; no date is told with these signs. */
const [HOUR, MINUTE] = ['\uE000', '\uE001'];

const frameOf = (day: string, style: dates.DateStyle, language: string): string =>
  dates
    .absoluteDateParts(`${day}T12:34:00Z`, style, language, 'UTC')
    .map(({ type, value }) => (type === 'hour' ? HOUR : type === 'minute' ? MINUTE : value))
    .join('');

const numberIn = (type: 'hour' | 'minute', iso: string, style: dates.DateStyle, language: string): string =>
  dates.absoluteDateParts(iso, style, language, 'UTC').find((part) => part.type === type)?.value ?? '';

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
