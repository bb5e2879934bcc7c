/** The sentences of what is not published: they come with previews, and with development. */
export const draftStrings = {
  unpublished: 'Unpublished',
  show: 'Show drafts',
  note: 'Development only: drafts are never in a build.',
  reason: {
    follower: 'follower in another’s cluster',
    'below-cut-off': 'below the cut-off',
    held: 'held',
    scheduled: 'scheduled',
    removed: 'removed',
    unmarked: 'scored but not marked as published',
  },
} as const;
