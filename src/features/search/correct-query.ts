import type { WordPlaces } from '../../lib/search-dictionary.ts';
import { indexedWords } from '../../lib/search-words.ts';
import { partsFor } from './candidate-periods.ts';
import { orFault, type SearchSource } from './find-articles.ts';
import { isOneTypo } from './is-one-typo.ts';
import { canBeMistyped, type SearchQuery, type Term } from './parse-query.ts';
import type { SearchedArticle } from './searched-article.ts';

/** How many words may stand for a mistyped one. */
const MOST_VARIANTS = 3;

/** A query in which words that stand nowhere are replaced, and for each what it was and what is searched for. */
export interface CorrectedQuery {
  query: SearchQuery;
  changes: { from: string; to: string }[];
}

/** Undefined when every word is known, or nothing is near enough. */
export async function correctQuery(source: SearchSource, query: SearchQuery): Promise<CorrectedQuery | undefined> {
  const changes: CorrectedQuery['changes'] = [];
  const terms: Term[] = [];
  for (const term of query.terms) {
    const word = term.variants[0]?.[0] ?? '';
    const known = canBeMistyped(term) ? await wordsNear(source, word) : undefined;
    const near = known && !known.has(word) ? bestOf(known) : [];
    const [first] = near;
    terms.push(first === undefined ? term : { ...term, variants: near.map((one) => [one]) });
    if (first !== undefined) changes.push({ from: word, to: first });
  }
  return changes.length > 0 ? { query: { ...query, terms }, changes } : undefined;
}

const bestOf = (words: ReadonlyMap<string, number>): string[] =>
  [...words]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_VARIANTS)
    .map(([word]) => word);

/** Words one typo away, by how many periods hold them; the word itself stands among them when something begins with it. */
async function wordsNear(source: SearchSource, word: string): Promise<Map<string, number>> {
  const near = new Map<string, number>();
  const note = (known: string, periods: number) => {
    const name = known.startsWith(word) ? word : known;
    if (name === word || isOneTypo(word, known)) near.set(name, (near.get(name) ?? 0) + periods);
  };
  const { open, volumes } = await source.manifest();
  const period = open && (await orFault(source.period(open.file)));
  if (period && 'value' in period) {
    for (const one of wordsIn(await source.articles(period.value))) note(one, 1);
  }
  const turned = word.charAt(1) + word.charAt(0) + word.slice(2);
  // Most typos leave a word's beginning as it is, and those parts are here already.
  for (const keys of [[word], [turned, word.slice(1)]]) {
    const parts = await Promise.all(volumes.map(({ file }) => partsFrom(source, file, keys)));
    for (const entries of parts.flat()) for (const entry of entries) note(entry.word, entry.places.length);
    if (near.size > 0) break;
  }
  return near;
}

/** By the articles that they stand in: with each key the same are asked. */
const words = new WeakMap<readonly SearchedArticle[], string[]>();

/** What a dictionary would hold of them, each once; not of their texts. */
function wordsIn(articles: readonly SearchedArticle[]): string[] {
  let known = words.get(articles);
  if (!known) {
    const all = new Set(articles.flatMap(({ title, names, excerpt }) => `${title}${names}${excerpt}`.split(' ')));
    known = [...all].filter((word) => indexedWords(word).length === 1);
    words.set(articles, known);
  }
  return known;
}

/** The parts of a volume's dictionary where words stand that begin as the keys. */
async function partsFrom(source: SearchSource, file: string, keys: readonly string[]): Promise<WordPlaces[][]> {
  const volume = await orFault(source.volume(file));
  if ('fault' in volume) return [];
  const files = new Set(keys.flatMap((key) => partsFor(volume.value, key, false)));
  const answers = await Promise.all([...files].map((part) => orFault(source.dictionary(part))));
  return answers.flatMap((answer) => ('value' in answer ? [answer.value] : []));
}
