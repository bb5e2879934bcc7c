/** From here on a count is told in tens, and from 1,000 on to two figures. */
export const ROUND_FROM = 10;
const LEAST_STEP = 10;

/** A number of articles as lists tell it: 1,278 is 1,200, and 57 is 50, rounded down. */
export function roundCount(count: number): number {
  if (count < ROUND_FROM) return count;
  const step = Math.max(LEAST_STEP, 10 ** (String(count).length - 2));
  return Math.floor(count / step) * step;
}
