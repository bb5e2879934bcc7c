import type { DraftEntry } from '../../schema/preview.ts';

/** What the reader shows in place. without: slugs of public articles that would not be there. */
export interface Shown {
  entries: readonly DraftEntry[];
  without: ReadonlySet<string>;
}

/** Every draft that can be shown and that nobody removed. */
export const allShown = (entries: readonly DraftEntry[]): Shown => ({
  entries: entries.filter(({ card, reason }) => card !== undefined && reason !== 'removed'),
  without: new Set(),
});
