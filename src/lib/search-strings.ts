import { savedStrings } from './later-strings.ts';
import { strings } from './strings.ts';

const number = (count: number): string => count.toLocaleString('en');
const articles = (count: number): string => savedStrings.count(count);

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
  /** Examples and what they do. topic: one of the publication's own, as addresses call it. */
  operators: (topic: string | undefined): readonly (readonly [example: string, what: string])[] => [
    [`topic:${topic ?? 'energy'}`, 'about a topic'],
    ['provider:', 'by one publisher'],
    ['type:video', 'of a kind'],
    ['after:2022-10-03', 'from a day on'],
    ['before:2022', 'before a day'],
    ['"night train"', 'words that stand together'],
    ['-ferry', 'without a word, or a topic'],
  ],
} as const;
