import { CARD_EXCERPT_LENGTH } from '../../schema/card.ts';

/** A cut text ends in an ellipsis, after a word of its last third at the earliest. */
const SHORTEST_CUT = CARD_EXCERPT_LENGTH / 2;

/**
 * Whether an excerpt is short enough to stand under the title. A longer one is text and stands below the picture: from a card
 * only its beginning is known, and the rest must not push the picture down when it comes. Card and article give the same answer.
 */
export function isStandfirst(excerpt: string | undefined): boolean {
  if (excerpt === undefined || excerpt.length > CARD_EXCERPT_LENGTH) return false;
  return !(excerpt.length > SHORTEST_CUT && excerpt.endsWith('\u2026'));
}
