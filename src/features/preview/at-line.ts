import type { DraftEntry } from '../../schema/preview.ts';
import type { Shown } from './shown-drafts.ts';

/** The quality of public articles, by slug. */
export type Scores = readonly (readonly [slug: string, quality: number])[];

/**
 * What another cut-off would change. What the line decided follows the line; what a file says against it is an exception and stays
 * as it is: `held` are drafts above the line that the file keeps back, `anyway` public articles below it.
 */
export interface AtLine {
  comes: DraftEntry[];
  goes: Scores;
  held: DraftEntry[];
  anyway: Scores;
}

export function atLine(line: number, cutOff: number, entries: readonly DraftEntry[], scores: Scores): AtLine {
  const drafts = entries.filter(({ quality, card, errors }) => quality !== undefined && quality >= line && card && errors === 0);
  const below = scores.filter(([, quality]) => quality < line);
  return {
    comes: drafts.filter(({ reason }) => reason === 'below-cut-off'),
    goes: below.filter(([, quality]) => quality >= cutOff),
    held: drafts.filter(({ reason }) => reason === 'held'),
    anyway: below.filter(([, quality]) => quality < cutOff),
  };
}

export const shownAtLine = ({ comes, goes }: AtLine): Shown => ({ all: false, entries: comes, without: slugsOf(goes) });

const slugsOf = (scores: Scores) => new Set(scores.map(([slug]) => slug));

/** Articles of a stretch of scores: from is its first. in: they are public and stay it. moved: the line takes them in or out. */
export interface Stretch {
  from: number;
  in: number;
  moved: number;
  out: number;
}

export const STRETCH = 2;

/** Every article that has a score and no other reason to be a draft than the line, by score. */
export function stretchesOf({ comes, goes }: AtLine, entries: readonly DraftEntry[], scores: Scores): Stretch[] {
  const [coming, going] = [new Set(comes.map(({ id }) => id)), slugsOf(goes)];
  const stretches: Stretch[] = [];
  const add = (quality: number, kind: 'in' | 'moved' | 'out') => {
    const place = Math.max(0, Math.floor(quality / STRETCH));
    for (let next = stretches.length; next <= place; next++) stretches.push({ from: next * STRETCH, in: 0, moved: 0, out: 0 });
    const stretch = stretches[place];
    if (stretch) stretch[kind]++;
  };
  for (const { id, quality, reason } of entries)
    if (quality !== undefined && (reason === 'below-cut-off' || reason === 'held'))
      add(quality, coming.has(id) ? 'moved' : 'out');
  for (const [slug, quality] of scores) add(quality, going.has(slug) ? 'moved' : 'in');
  return stretches;
}
