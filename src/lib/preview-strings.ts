/** The sentences of the preview: they come with it, and are no part of the first view. */
export const previewStrings = {
  title: 'Preview',
  asked: 'What is not published yet travels sealed. It opens here, in this browser, for whoever has a key.',
  noScript: 'Opening takes script.',
  passphrase: 'Passphrase',
  open: 'Open',
  opening: 'Opening. This takes about a second.',
  link: 'If you were given a link, open it as it is.',
  lock: 'Lock',
  lockNote: 'Locks every tab of this preview. Closing the page, or going on to another, does it too.',
  keepIn: 'Keep me in on this device for 30 days',
  keptUntil: (date: string) => `until ${date}, or until you lock`,
  locked: 'Locked. Nothing of the drafts is kept in this browser.',
  empty: 'Type the passphrase first.',
  insecure: 'This page came by plain http, where browsers open nothing. Open it by https.',
  why: {
    nothing: 'Nothing is sealed here.',
    refused: 'This does not open. The passphrase or the link is not the right one, or what came is damaged.',
    changed: 'The keys of this preview have changed, so that this device is no longer kept in. Open it anew.',
    unreachable: 'The sealed drafts could not be loaded. Check the network, then try again.',
  },
  seen: 'On its way the # of this link became %23, so the server has now seen its key. It opened all the same: ask for another link.',
  inPlace: {
    title: 'In place',
    way: 'See it in place',
  },
  line: {
    title: 'The line',
  },
  back: 'All drafts',
  gone: 'This address names no draft, or one that is published or gone by now.',
  loading: 'Opening the draft',
} as const;
