import { strings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('en');
const articles = (count: number): string => strings.saved.count(count);

/** The sentences of the search page, which come with its code. Dates come formatted. */
export const searchStrings = {
  label: 'Search the articles',
  clear: 'Clear',
  sort: 'Sort by',
  relevance: 'Relevance',
  date: 'Date',
  filters: 'What narrows it down',
  remove: (label: string) => `Remove ${label}`,
  not: (label: string) => `not ${label}`,
  phrase: (words: string) => `“${words}”`,
  suggestions: 'Suggestions',
  badDate: (label: string) => `${label} is no date`,
  badDateNote: 'Dates are written 2022, 2022-10 or 2022-10-03.',
  searching: 'Searching',
  found: articles,
  foundSoFar: (count: number) => `${articles(count)} so far`,
  foundSince: (count: number, day: string) => `${articles(count)} since ${day}`,
  notOlder: 'Older ones were not looked at yet.',
  further: 'Look further back',
  more: 'Show more',
  retry: strings.fault.retry,
  none: 'Nothing was found.',
  noneNote: 'Every word has to be there. Try fewer, or other ones.',
  onlyNot: 'Say what to look for, too.',
  corrected: (from: string, to: string) => `“${from}” stands nowhere. These are for “${to}”.`,
  inTab: (count: number) => `Search could not be loaded. These come from the ${articles(count)} that this tab has loaded.`,
  offlineInTab: (count: number) => `You are offline. These come from the ${articles(count)} that this tab has loaded.`,
  missing: (looked: number, total: number) =>
    `Some parts could not be had: ${number(looked)} of ${articles(total)} were searched.`,
  offlineMissing: (looked: number, total: number) =>
    `You are offline: what is on this device was searched, ${number(looked)} of ${articles(total)}.`,
  help: 'Words can be narrowed down',
  operators: [
    ['topic:', 'about a topic', 'topic:energy'],
    ['provider:', 'by one publisher', 'provider:meridian'],
    ['type:', 'of a kind', 'type:video'],
    ['after:', 'from a day on', 'after:2022-10-03'],
    ['before:', 'before a day', 'before:2022'],
    ['"', 'words that stand together', '"night train"'],
    ['-', 'without a word, or a topic', '-ferry'],
  ],
} as const;
