const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|([+-])(\d\d)(?::?(\d\d))?)$/;

/** Written as instants are kept, on a day and in an hour that there always is. */
const UTC = /^[1-9]\d{3}-\d\d-(?:[01]\d|2[0-8])T(?:[01]\d|2[0-3]):\d\d:\d\dZ$/;

/** An instant in ISO 8601 with UTC and seconds, and in ms. */
export interface Instant {
  iso: string;
  time: number;
}

/**
 * An ISO 8601 date and time with its zone (`Z` or an offset). Undefined without a zone, for other spellings and for days
 * that no calendar has. Parts of a second are dropped.
 */
export function parseInstant(text: string): Instant | undefined {
  const plain = UTC.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(plain)) return { iso: text, time: plain };
  const parts = ISO.exec(text.trim());
  if (parts === null) return undefined;
  const part = (index: number): number => Number(parts[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const [zoneHour, zoneMinute] = [part(8), part(9)];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || zoneHour > 18 || zoneMinute > 59) return undefined;
  const offset = (parts[7] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute) * 60_000;
  const time = Date.UTC(year, month - 1, day, hour, minute, second) - offset;
  const iso = new Date(time).toISOString();
  return iso.length === 24 ? { iso: `${iso.slice(0, 19)}Z`, time } : undefined;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
