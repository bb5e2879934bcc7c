const DAY = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/** `2022`, `2022-10` or `2022-10-03`: its first second in UTC, in seconds since 1970. Undefined when it is no such day. */
export function parseDay(written: string): number | undefined {
  const [found, year, month = '1', day = '1'] = DAY.exec(written) ?? [];
  if (found === undefined) return undefined;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (time.getUTCMonth() !== Number(month) - 1 || time.getUTCDate() !== Number(day)) return undefined;
  return time.getTime() / 1000;
}
