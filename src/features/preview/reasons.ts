import type { DraftEntry } from '../../schema/preview.ts';
import type { Asked } from './asked.ts';

/** Why drafts are not public, in the order of the queue: what a reviewer can do something about comes first. */
export const GROUPS = ['faulty', 'held', 'scheduled', 'unmarked', 'below-cut-off', 'follower', 'alone', 'removed'] as const;
export type DraftGroup = (typeof GROUPS)[number];

/** A file with errors stands with the faults, whatever else it says; warnings alone do not take a draft from its place. */
export function groupOf({ errors, reason, leader }: DraftEntry): DraftGroup {
  if (errors > 0) return 'faulty';
  return reason === 'follower' && !leader ? 'alone' : reason;
}

export interface GroupedDrafts {
  group: DraftGroup;
  entries: readonly DraftEntry[];
}

/** The drafts that were asked for, by reason, each group in the order that was asked for. */
export function draftsFor(entries: readonly DraftEntry[], asked: Asked): GroupedDrafts[] {
  const found = entries.filter((entry) => isAsked(entry, asked)).toSorted(asked.order === 'score' ? byScore : byDate);
  return GROUPS.map((group) => ({ group, entries: found.filter((entry) => groupOf(entry) === group) })).filter(
    (one) => one.entries.length > 0,
  );
}

function isAsked(entry: DraftEntry, { words: written, reason, topic, provider }: Asked): boolean {
  const { card } = entry;
  if (reason !== '' && groupOf(entry) !== reason) return false;
  if (topic !== '' && !card?.topics.includes(topic)) return false;
  if (provider !== '' && card?.provider.name !== provider) return false;
  const text = [entry.title, card?.title, card?.excerpt, card?.provider.name, ...(card?.topics ?? []), entry.path]
    .join(' ')
    .toLowerCase();
  return written
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const timeOf = ({ card }: DraftEntry): string => card?.publishedDateTime ?? '';
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: DraftEntry, b: DraftEntry): number => byText(timeOf(b), timeOf(a)) || byText(a.path, b.path);
const byScore = (a: DraftEntry, b: DraftEntry): number => (b.quality ?? -2) - (a.quality ?? -2) || byDate(a, b);
