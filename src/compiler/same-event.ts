import type { WordStatistics } from './word-statistics.ts';

/** A story's terms (numbers), each once, its title's `titleTerms` ones first. */
export interface StoryWords {
  terms: readonly number[];
  titleTerms: number;
}

/** likeness: cosine of the two, 0 to 1. shared: the telling words that both have, the rarest first. */
export interface Likeness {
  likeness: number;
  shared: number[];
}

// What the numbers come from: docs/decisions/0016-clusters.md.
const TITLE_WEIGHT = 2;
/** Words in no more than this share of stories are rare, and in no more than that one they still tell something. */
export const RARE = 0.02;
export const TELLING = 0.06;
/** So many rare words must be shared, one of them by the titles. */
const RARE_SHARED = 2;
/** Titles that share so much of their words and differ in the rest follow a template. */
const ALIKE = 0.6;
const NUMBER = /^\d/;

/** How near two stories are to each other, whatever that means. */
export function likenessOf(a: StoryWords, b: StoryWords, statistics: WordStatistics): Likeness {
  const there = new Map(b.terms.map((term, at) => [term, at]));
  const shared: number[] = [];
  let product = 0;
  a.terms.forEach((term, at) => {
    const place = there.get(term);
    if (place === undefined) return;
    product += weightOf(a, at) * weightOf(b, place) * statistics.rarity(term) ** 2;
    if (statistics.share(term) <= TELLING) shared.push(term);
  });
  // Equal ones in the order of the first: a term's number depends on all that was read before.
  shared.sort((x, y) => statistics.rarity(y) - statistics.rarity(x));
  return { likeness: product === 0 ? 0 : product / (lengthOf(a, statistics) * lengthOf(b, statistics)), shared };
}

const weightOf = (words: StoryWords, at: number): number => (at < words.titleTerms ? TITLE_WEIGHT : 1);

const lengthOf = (words: StoryWords, statistics: WordStatistics): number =>
  Math.sqrt(words.terms.reduce((sum, term, at) => sum + (weightOf(words, at) * statistics.rarity(term)) ** 2, 0));

/** Whether two stories share enough rare words to tell of one event, and are not two fillings of one template. */
export function mayBeOneEvent(
  a: StoryWords,
  b: StoryWords,
  statistics: WordStatistics,
  wordOf: (term: number) => string,
): boolean {
  const words = new Set(b.terms);
  const rare = a.terms.filter((term) => words.has(term) && statistics.share(term) <= RARE);
  if (rare.length < RARE_SHARED) return false;
  const titles = [titleOf(a), titleOf(b)] as const;
  if (!rare.some((term) => titles[0].includes(term) && titles[1].includes(term))) return false;
  return !isTemplate(titles[0], titles[1], statistics, wordOf);
}

const titleOf = ({ terms, titleTerms }: StoryWords): readonly number[] => terms.slice(0, titleTerms);

/** "Market of A 2025" and "Market of B 2025", or "Notes on 1.2" and "Notes on 1.3": what tells them apart tells more than what they share. */
function isTemplate(
  a: readonly number[],
  b: readonly number[],
  statistics: WordStatistics,
  wordOf: (term: number) => string,
): boolean {
  const shared = a.filter((term) => b.includes(term));
  if (shared.length < ALIKE * (a.length + b.length - shared.length)) return false;
  const onlyA = a.filter((term) => !b.includes(term));
  const onlyB = b.filter((term) => !a.includes(term));
  const hasNumber = (term: number): boolean => NUMBER.test(wordOf(term));
  if (onlyA.some(hasNumber) && onlyB.some(hasNumber)) return true;
  const most = (terms: readonly number[]): number => Math.max(-1, ...terms.map((term) => statistics.rarity(term)));
  const least = Math.min(most(onlyA), most(onlyB));
  return least > most(shared) || (least === most(shared) && differInOnePlace(a, b));
}

/** Whether two titles are the same but for one run of words. */
function differInOnePlace(a: readonly number[], b: readonly number[]): boolean {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  let end = 0;
  while (end < most - same && a.at(-1 - end) === b.at(-1 - end)) end++;
  return (
    new Set([...a.slice(same, a.length - end), ...b.slice(same, b.length - end)]).size === a.length + b.length - 2 * (same + end)
  );
}
