import { once } from '../lib/once.ts';
import { segmentOf } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { wordsOf } from './words.ts';
import { writtenIn } from './written-words.ts';

/** Words as an article writes them, topics by their names; each once, in their order. */
export type Spelling = (article: PublicArticle, words: readonly string[]) => string[];

/** Lists look back on some 2,000 articles. */
const MOST_ARTICLES = 4000;

/** Holds what it was asked for last: an article stands in several lists, mostly with the same words. */
export function createSpelling(): Spelling {
  const made = new Map<PublicArticle, (word: string) => string>();
  return (article, words) => {
    let spell = made.get(article);
    if (!spell) {
      if (made.size >= MOST_ARTICLES) made.clear();
      spell = once(spellingOf(article));
      made.set(article, spell);
    }
    return [...new Set(words.map(spell))];
  };
}

function spellingOf({ title, excerpt, topics }: PublicArticle): (word: string) => string {
  const write = writtenIn(`${title} ${excerpt}`, wordsOf);
  return (word) => {
    const written = write(word);
    return (written.startsWith('#') ? topics.find((topic) => written === `#${segmentOf(topic)}`) : undefined) ?? written;
  };
}
