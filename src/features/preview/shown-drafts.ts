import type { DraftEntry } from '../../schema/preview.ts';

/** What the reader shows in place. all: every draft that nobody removed. without: slugs of public articles that would not be there. */
export interface Shown {
  all: boolean;
  entries: readonly DraftEntry[];
  without: ReadonlySet<string>;
}

/** Every draft that can be shown and that nobody removed. */
export const allShown = (entries: readonly DraftEntry[]): Shown => ({
  all: true,
  entries: entries.filter(({ card, reason }) => card !== undefined && reason !== 'removed'),
  without: new Set(),
});
