import { isSpaceless } from '../../lib/search-words.ts';
import type { Filter, SearchQuery, Term } from './parse-query.ts';
import type { SearchedArticle } from './searched-article.ts';

/** What a word is worth where it stands: whole, and where it only begins one. */
const FIELDS = [
  { name: 'title', whole: 10, begun: 7 },
  { name: 'names', whole: 6, begun: 4 },
  { name: 'excerpt', whole: 3, begun: 2 },
  { name: 'text', whole: 1.5, begun: 1 },
] as const;

/** How well an article answers, undefined when it does not: every word somewhere, every filter, nothing excluded. */
export function scoreOf(article: SearchedArticle, { terms, filters }: SearchQuery): number | undefined {
  for (const filter of filters) if (passes(article, filter) === filter.not) return undefined;
  let score = 0;
  for (const term of terms) {
    const own = worthOf(article, term);
    if (own > 0 === term.not) return undefined;
    score += own;
  }
  return score;
}

/** The better of its places counts whole, others a little: an article that repeats the word is about it. */
function worthOf(article: SearchedArticle, term: Term): number {
  let best = 0;
  let sum = 0;
  for (const { name, whole, begun } of FIELDS) {
    const field = article[name];
    if (field === '') continue;
    const own = holdIn(field, term, whole, begun);
    if (own === 0) continue;
    sum += own;
    if (own > best) best = own;
  }
  return best + (sum - best) * 0.2;
}

/** Most fields hold nothing of it: what has no word that begins so has no whole one either. */
function holdIn(field: string, term: Term, whole: number, begun: number): number {
  const needles = needlesOf(term);
  const holds = (needle: string): boolean => field.includes(needle);
  if (!needles.begun.some(holds)) return 0;
  if (needles.whole.some(holds)) return whole;
  return term.exact ? 0 : begun;
}

interface Needles {
  whole: string[];
  begun: string[];
}

/** A query is asked of thousands of articles. */
const known = new WeakMap<Term, Needles>();

function needlesOf(term: Term): Needles {
  let needles = known.get(term);
  if (!needles) {
    const { variants } = term;
    needles = { whole: variants.map((words) => needleOf(words, true)), begun: variants.map((words) => needleOf(words, false)) };
    known.set(term, needles);
  }
  return needles;
}

/** Spaceless words are found within a run; others from their beginning. */
function needleOf(words: readonly string[], whole: boolean): string {
  const needle = words.join(' ');
  const before = isSpaceless(words[0] ?? '') ? '' : ' ';
  return whole && !isSpaceless(words.at(-1) ?? '') ? `${before}${needle} ` : before + needle;
}

function passes({ article, topicIds, providerIds }: SearchedArticle, filter: Filter): boolean {
  switch (filter.operator) {
    case 'topic':
      return topicIds.some((id) => id.startsWith(filter.id));
    case 'provider':
      return providerIds.some((id) => id.startsWith(filter.id));
    case 'type':
      return article.type.startsWith(filter.id);
    case 'before':
      return filter.time === undefined || article.time < filter.time;
    case 'after':
      return filter.time === undefined || article.time >= filter.time;
  }
}
