import { heatWord } from '../lib/heat-word.ts';
import { usePublication } from './publication-context.ts';
import { useHydrated } from './use-hydrated.ts';

/** How hot an article is, in a word, by the publication's own measure. */
export function useHeatWord(heat: number | undefined): string | undefined {
  const steps = usePublication()?.heat;
  const hydrated = useHydrated();
  return hydrated ? heatWord(heat, steps) : undefined;
}
