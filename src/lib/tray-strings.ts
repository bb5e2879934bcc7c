import { number, plural } from './strings.ts';

const counted = (count: number, one: string, other = `${one}s`): string => `${number(count)} ${plural(count, one, other)}`;

/** What was said so far, and the way out of the browser. */
export const trayStrings = {
  title: 'Your verdicts',
  none: 'No verdicts yet.',
  count: (count: number) => counted(count, 'verdict'),
  unsent: (count: number) => `${number(count)} not exported yet`,
  kept: 'Kept on this device, sealed, until you export them.',
  notKept: 'This browser keeps nothing for this page: they last as long as this tab. Export them before you close it.',
  reviewer: 'Your name, if you like',
  export: 'Export verdicts',
  exported: (file: string) => `Exported. Give ${file} to whoever keeps the articles, who runs:`,
  command: (file: string) => `npm run review -- apply ${file}`,
  forget: 'Forget those exported',
} as const;

/** What changed since the last look. */
export const changesStrings = {
  title: 'Since you last looked',
  since: 'on',
  link: (count: number) => `${counted(count, 'change')} since you last looked`,
  none: 'Nothing changed since you last looked.',
  added: 'Added',
  changed: 'Changed',
  published: 'Published',
  withdrawn: 'Withdrawn',
  gone: (count: number) =>
    `${counted(count, 'draft')} ${plural(count, 'is', 'are')} no longer here: deleted or renamed. Nothing of ${plural(count, 'it', 'them')} was kept.`,
  nothing: 'Nothing changed.',
  damaged: 'A part of the queue could not be opened, so that nobody can tell here what was withdrawn.',
  end: (others: number) => (others === 0 ? 'That is all.' : `That is all. ${counted(others, 'other draft')} as before.`),
  seen: 'Mark all as seen',
  all: 'All drafts',
} as const;
