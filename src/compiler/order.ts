/** By code units: the same on every machine, whatever its locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest first, the same time by slug. */
export const newestFirst = (a: { time: number; slug: string }, b: { time: number; slug: string }): number =>
  b.time - a.time || byText(a.slug, b.slug);
