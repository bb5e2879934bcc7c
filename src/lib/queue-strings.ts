import { number, plural } from './strings.ts';

const counted = (count: number, one: string, other = `${one}s`): string => `${number(count)} ${plural(count, one, other)}`;

/** The queue of drafts. */
export const queueStrings = {
  count: (drafts: number, faulty: number) => counted(drafts, 'draft') + (faulty === 0 ? '' : `, ${number(faulty)} with faults`),
  damaged: 'A part of the queue is damaged and could not be opened. The others are here.',
  keysNote: 'j and k move, o opens.',
  found: (count: number) => (count === 0 ? 'None of the drafts is like that.' : `${counted(count, 'draft')} like that.`),
  noDrafts: 'There are no drafts.',
  filter: {
    label: 'Filter',
    words: 'Words',
    reason: 'Reason',
    topic: 'Topic',
    provider: 'Provider',
    any: 'all',
    order: 'Order',
    date: 'newest first',
    score: 'best score first',
  },
  group: {
    follower: 'Followers of a public article',
    alone: 'Followers without a public leader',
    'below-cut-off': 'Below the cut-off',
    unmarked: 'Scored but not marked as published',
    held: 'Held',
    scheduled: 'Scheduled',
    removed: 'Removed',
    faulty: 'With faults',
  },
} as const;
