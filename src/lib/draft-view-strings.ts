import { number, plural } from './strings.ts';

const counted = (count: number, one: string, other = `${one}s`): string => `${number(count)} ${plural(count, one, other)}`;

/** One draft, and why it is not public. */
export const draftViewStrings = {
  reason: {
    follower: (leader: string) => `follows “${leader}”`,
    alone: 'follower, and no public article leads it',
    below: (quality: number, cutOff: number) =>
      `quality ${quality}, ${Number((cutOff - quality).toFixed(2))} below the line at ${cutOff}`,
    scheduled: (date: string) => `scheduled until ${date}`,
    faults: (errors: number, warnings: number) =>
      [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean).join(', '),
  },
  untitled: 'Without a title',
  unread: 'This draft could not be opened. Check the network, then open it again.',
  unreadable: 'The file has errors, so that it cannot be shown as an article. It stands here as it is written.',
  asReaders: 'As readers would see it. Links are shown and not followed here.',
  onCard: 'The picture as a card cuts it',
  leadsTo: 'Leads to',
  noLink: 'nowhere: the file gives no address',
  known: 'What the build knows',
  fact: {
    reason: 'Not public',
    quality: 'Quality',
    heat: 'Heat',
    published: 'published',
    leader: 'Leader',
    twins: 'Public already',
    secured: 'secured',
    file: 'File',
  },
  score: (quality: number, cutOff: number) => (quality === -1 ? '-1: a follower' : `${quality}, the line is at ${cutOff}`),
  follower: '-1: a follower',
  absent: 'not in the file',
  noLeader: 'none that is public',
  noTwins: 'none that tells the same',
  faults: 'Faults',
  noFaults: 'None.',
  at: (line: number, column: number) => `line ${line}, column ${column}`,
  severity: { error: 'Error', warning: 'Warning' },
  written: 'As written',
  body: 'Text as written',
} as const;
