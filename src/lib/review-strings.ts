import { number, plural } from './strings.ts';

const counted = (count: number, one: string, other = `${one}s`): string => `${number(count)} ${plural(count, one, other)}`;

/** The sentences of reviewing: verdicts, and what changed since the last look. */
export const reviewStrings = {
  verdict: { publish: 'Publish', hold: 'Hold', remove: 'Remove' },
  /** Beside a draft's title. */
  on: (title: string) => `Verdict on “${title}”`,
  note: 'Note',
  noteFor: 'Note, for whoever applies the verdict',
  keepNote: 'Keep note',
  cancel: 'Cancel',
  noteAlone: 'A note goes out with a verdict.',
  earlier: 'Said of an earlier text:',
  sent: 'exported',
  act: {
    publish: 'To be published.',
    hold: 'To be held.',
    remove: 'To be removed.',
    none: 'Verdict taken back.',
    note: 'Note kept.',
    undone: 'Undone.',
    nothing: 'There is nothing to undo.',
    noDraft: 'Go to a draft first, with j or k.',
  },
  undo: 'Undo',
  tray: {
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
  },
  key: { publish: 'p', hold: 'h', remove: 'x', note: 'n' },
  keysNote: 'p publishes, h holds, x removes, n notes, u undoes.',
  changes: {
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
  },
  leads: 'This draft is published. Its page opens.',
} as const;
