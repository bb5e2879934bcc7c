import { number, plural } from './strings.ts';

const span = (hours: number): string => {
  const [count, unit] = hours < 48 ? [Math.round(hours), 'hour'] : [Math.round(hours / 24), 'day'];
  return `${number(count)} ${plural(count, unit, `${unit}s`)}`;
};

// Sentences of what is loaded when it is asked for: all that stands in strings.ts is part of the first view.

/** Numbers of articles that are rounded down. */
export const atLeast = {
  figure: (count: number) => `${number(count)}+`,
  stories: (count: number) => `${number(count)} stories or more`,
} as const;

/** The panels below an article. */
export const panelStrings = {
  coverage: 'Coverage',
  coverageBy: (stories: number, providers: number) =>
    `${number(stories)} ${plural(stories, 'story', 'stories')} by ${number(providers)} ${plural(providers, 'publisher', 'publishers')}`,
  showMore: (count: number) => `Show ${number(count)} more`,
  related: 'Related',
} as const;

/** What coverage says of clusters. */
export const clusterStrings = {
  coverageAllBy: (stories: number, provider: string) => `${number(stories)} more, all by ${provider}`,
  coveredAlone: (provider: string) => `${provider} alone tells of this, of all who are read here.`,
  inCommon: (words: readonly string[]) => `in common: ${words.join(', ')}`,
  sameTitle: 'the same title',
  joinedByHand: 'put together by the editors',
} as const;

/** The sentences of Top. */
export const topStrings = {
  of: (feed: string) => `Top of ${feed}`,
  by: 'by heat, coverage and age',
  end: 'That is the top.',
  endNote: (count: number) => `${number(count)} ${plural(count, 'story', 'stories')}, the best of late.`,
  rest: 'All of them, newest first',
} as const;

/** What "Why is this here?" says. */
export const whyStrings = {
  ask: 'Why is this here?',
  heat: 'Heat',
  noHeat: 'not known, so counted as middling',
  hotterThan: (share: number) => {
    if (share === 0) return 'among the coolest';
    return share >= 1 ? 'among the hottest' : `above ${Math.round(share * 100)} % of all stories here`;
  },
  coverage: 'Coverage',
  others: (count: number) => (count === 0 ? 'nobody else that is known' : `${number(count)} ${plural(count, 'other', 'others')}`),
  age: 'Age',
  older: (hours: number, halfLife: number) =>
    `${hours < 1 ? 'among the newest' : `${span(hours)} before the newest`}; half the score is gone after ${span(halfLife)}`,
  score: 'Score',
  sum: (worth: number, freshness: number, score: number) =>
    `${worth.toFixed(2)} for heat and coverage × ${freshness.toFixed(2)} for age = ${score.toFixed(2)}`,
  place: (place: number, of: number) => `That makes place ${number(place)} of ${number(of)}.`,
  waited: (provider: string) => `It had to let others pass, because two by ${provider} stand before it.`,
  everybody: 'It is the same for everybody.',
} as const;

/** What stands on days' pages and in the calendar. */
export const dayStrings = {
  beside: 'Other days',
  earlier: 'Earlier',
  later: 'Later',
  goTo: 'Go to a day',
  go: 'Go',
  stories: (day: string, count: number | undefined) =>
    count === undefined ? day : `${day}: ${number(count)} ${plural(count, 'story', 'stories')}`,
  noDay: (day: string) => `There is no ${day}.`,
  noDayNote: 'No month has that many days, or no year that many months.',
  emptyDay: (day: string) => `Nothing was printed on ${day}.`,
  toCome: (day: string) => `${day} is still to come.`,
  nearest: 'The nearest days that have something:',
  none: 'Nothing is printed here yet.',
} as const;

/** The list of what a reader saved. */
export const savedStrings = {
  count: (count: number) => `${number(count)} ${plural(count, 'article', 'articles')}`,
  withdrawn: 'Withdrawn here',
  notKept: 'This browser keeps nothing for this site: when the tab is closed they are gone.',
  order: 'last saved first',
  here: 'Kept in this browser only. Nobody else knows of it.',
  empty: 'Nothing is saved yet.',
  emptyNote: 'The bookmark beside an article keeps it here, until you take it away.',
} as const;

/** Of the file that holds what a reader saved. */
export const savedFileStrings = {
  keep: 'Save to a file',
  bring: 'Load from a file',
  files: 'Take them along',
  filesNote: 'One file holds what you saved and what you read, for another browser or a rainy day.',
  brought: (added: number, before: number) =>
    added === 0 && before > 0
      ? 'All of them were here already.'
      : `${number(added)} ${plural(added, 'article', 'articles')} added${before > 0 ? `, ${number(before)} ${plural(before, 'was', 'were')} here already` : ''}.`,
  damaged: (count: number) =>
    `${number(count)} ${plural(count, 'entry', 'entries')} could not be read and ${plural(count, 'was', 'were')} left out.`,
  fault: {
    unreadable: 'The file could not be read. Choose it again.',
    'too-large': 'The file is larger than 50 MB: it is not one that was made here.',
    'not-json': 'The file is not whole, or not one that was made here: it is not JSON. Nothing was changed.',
    'not-ours': 'The file is not one that was made here: no list of saved articles is in it. Nothing was changed.',
    newer: 'The file was made by a newer version of this reader. Reload the page, then try again. Nothing was changed.',
  },
} as const;

/** The list of keys. */
export const keysStrings = {
  title: 'Keys',
  close: 'Close',
  switch: 'Use single keys',
  next: 'Next article',
  previous: 'Previous article',
  openArticle: 'Open the article',
  original: 'Read the original',
  read: 'Mark as read, or not',
  save: 'Save for later, or not',
  newStories: 'Show new stories',
  home: 'Go to all news',
  topics: 'Go to topics',
  providers: 'Go to providers',
  calendar: 'Go to the calendar',
  saved: 'Go to what you saved',
  search: 'Search',
  help: 'This help',
  back: 'Back, or close',
} as const;

/** What was just saved or marked. */
export const actStrings = {
  saved: 'Saved.',
  unsaved: 'No longer saved.',
  read: 'Marked as read.',
  unread: 'Marked as unread.',
  undone: 'Undone.',
  notKept: 'Only until this tab is closed: the browser keeps nothing for this site.',
  undo: 'Undo',
} as const;

/** What is offered where a page cannot be had. */
export const keptStrings = {
  title: 'What is kept here',
  saved: (count: number) => `${number(count)} saved`,
} as const;

/** Lists by letter. */
export const listStrings = {
  topics: 'Find a topic',
  providers: 'Find a provider',
  none: 'None of them is called that.',
  otherLetters: 'Others',
  letters: 'By first letter',
  most: 'Most stories',
  names: (letter: string, count: number) => `${letter}, ${number(count)} ${plural(count, 'name', 'names')}`,
  looking: 'Looking through all of them…',
} as const;
