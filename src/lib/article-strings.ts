/** What stands on an article's page alone. */
export const articleStrings = {
  readAt: (provider: string) => `Read at ${provider}`,
  watchAt: (provider: string) => `Watch at ${provider}`,
  noLink: 'The publisher gave no address for this story.',
  openAmp: 'AMP copy',
  playVideo: 'Play video',
  videoNote: 'Plays from YouTube, which then knows of your visit.',
  pictureBy: (provider: string) => `Picture: ${provider}. Kept here, so that looking at it tells nobody.`,
  pictureOf: (provider: string) => `Picture: ${provider}.`,
  pictureAt: (host: string) => `Picture at ${host}`,
  firstToReport: 'first to report',
  thisOne: 'this article',
  undated: 'Without a date',
  hereToo: 'also on this site',
  backToFeed: 'Back to all news',
} as const;
