/** From here on a count is told to two figures. */
export const ROUND_FROM = 100;

/** A number of articles as lists tell it: 1,278 is 1,200, rounded down. */
export function roundCount(count: number): number {
  if (count < ROUND_FROM) return count;
  const step = 10 ** (String(count).length - 2);
  return Math.floor(count / step) * step;
}
