import { strings } from './strings.ts';

/** Heat as one of three words: above the 75th, 90th or 97th percentile, so that no tie makes everything hot; undefined below them, and where heat or percentiles are unknown. */
export function heatWord(heat: number | undefined, steps: readonly number[] | undefined): string | undefined {
  if (heat === undefined || steps === undefined) return undefined;
  const level = steps.filter((step) => heat > step).length;
  return strings.heat[level - 1];
}
