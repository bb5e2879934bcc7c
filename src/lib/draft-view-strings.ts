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
    coverage: 'Coverage',
    twins: 'Public already',
    secured: 'secured',
    faults: 'Faults',
    file: 'File',
  },
  coverage: (total: number, providers: number) =>
    total === 0 ? 'nobody else' : `${counted(total, 'story', 'stories')} by ${counted(providers, 'provider')}`,
  score: (quality: number, cutOff: number) => (quality === -1 ? '-1: a follower' : `${quality}, the line is at ${cutOff}`),
  follower: '-1: a follower',
  absent: 'not in the file',
  unclear: 'in the file, but not as it should be',
  noLeader: 'none that is public',
  noTwins: 'none that tells the same',
  noFaults: 'none',
  written: 'As written and as read',
  body: 'Text as written',
  ways: 'Drafts',
  way: { k: 'Previous', j: 'Next' },
  place: (at: number, of: number) => `${number(at)} of ${number(of)}`,
} as const;
