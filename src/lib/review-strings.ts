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
  key: { publish: 'p', hold: 'h', remove: 'x', note: 'n' },
  keysNote: 'p publishes, h holds, x removes, n notes, u undoes.',
  leads: 'This draft is published. Its page opens.',
} as const;
