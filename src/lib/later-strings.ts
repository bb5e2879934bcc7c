import { number, plural } from './strings.ts';

const span = (hours: number): string => {
  const [count, unit] = hours < 48 ? [Math.round(hours), 'hour'] : [Math.round(hours / 24), 'day'];
  return `${number(count)} ${plural(count, unit, `${unit}s`)}`;
};

// Sentences of what is loaded when it is asked for: all that stands in strings.ts is part of the first view.

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
