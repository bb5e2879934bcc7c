import { segmentOf } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { wordsOf } from './words.ts';
import { writtenWords } from './written-words.ts';

/** Words as an article writes them, topics by their names; each once, in their order. */
export type Spelling = (article: PublicArticle, words: readonly string[]) => string[];

/** Lists look back on some 2,000 articles. */
const MOST_ARTICLES = 4000;

/** Holds what it was asked for last: an article stands in several lists, mostly with the same words. */
export function createSpelling(): Spelling {
  const made = new Map<PublicArticle, Map<string, string>>();
  return (article, words) => {
    let known = made.get(article);
    if (!known) {
      if (made.size >= MOST_ARTICLES) made.clear();
      known = new Map();
      made.set(article, known);
    }
    const spelled = new Set<string>();
    for (const word of words) {
      const written = known.get(word) ?? spell(article, word);
      known.set(word, written);
      spelled.add(written);
    }
    return [...spelled];
  };
}

function spell(article: PublicArticle, word: string): string {
  const [written = word] = writtenWords([word], `${article.title} ${article.excerpt}`, wordsOf);
  return (written.startsWith('#') ? article.topics.find((topic) => written === `#${segmentOf(topic)}`) : undefined) ?? written;
}
