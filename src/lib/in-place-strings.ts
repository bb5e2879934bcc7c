/** The sentences of the reader in place, around its windows. */
export const inPlaceStrings = {
  mark: 'Unpublished',
  note: 'The reader as it would be with every draft in it that nobody removed. Nothing is published by looking at it.',
  computed:
    'Clusters, Top and the Related of drafts are what a build makes of it. Related of public articles is as it is now. Search, lists and days have no window here: links to them lead to all news.',
  atLine:
    'An event stands in one card where all of its articles are here. Top has no window at another line, nor have search, lists and days: links to them lead to all news.',
  widths: 'Widths',
  both: 'Both',
  phone: 'Phone',
  desktop: 'Desktop',
  phoneWindow: 'Phone, 390 pixels wide',
  desktopWindow: 'Desktop, 1,280 pixels wide',
  older: 'Show older articles',
  noTop: 'Top could not be opened. The newest are beside it.',
  lineNote: (line: number) =>
    `The reader as it would be with the line at ${line}: drafts that it lets through are in it, public articles below it are not.`,
  allDrafts: 'Show every draft instead',
} as const;
