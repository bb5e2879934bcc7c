import { useEffect, useMemo, useState } from 'react';
import type { GroupedDrafts } from './reasons.ts';

/** So many drafts are drawn at once; the others follow, a step at a time, so that a thousand keep nobody waiting. */
const STEP = 40;

/** The groups, as far as they are drawn by now. */
export function useGradually(groups: readonly GroupedDrafts[]): readonly GroupedDrafts[] {
  const total = useMemo(() => groups.reduce((sum, { entries }) => sum + entries.length, 0), [groups]);
  const [drawn, draw] = useState(STEP);
  useEffect(() => {
    if (drawn >= total) return;
    const timer = setTimeout(() => draw(drawn + STEP), 16);
    return () => clearTimeout(timer);
  }, [drawn, total]);
  return useMemo(() => firstOf(groups, drawn), [groups, drawn]);
}

function firstOf(groups: readonly GroupedDrafts[], count: number): GroupedDrafts[] {
  let left = count;
  return groups.map((one) => {
    const entries = one.entries.slice(0, Math.max(0, left));
    left -= one.entries.length;
    return { ...one, entries };
  });
}
