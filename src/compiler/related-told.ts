import type { PublicArticle } from './model.ts';
import type { Spelling } from './related-words.ts';
import type { TermIndex } from './term-index.ts';

/** words: those that it shares, the rarest first, as its own title, topics and excerpt spell them. */
export interface RelatedArticle {
  article: PublicArticle;
  words: string[];
}

/** An article by its place, oldest 0, and the numbers of the words that tie it. */
export interface RelatedPlace {
  place: number;
  terms: number[];
}

/** A list of related articles as it is told. articles: oldest first. spell: the same for all lists, which name the same articles. */
export function toldOf(
  related: readonly RelatedPlace[],
  articles: readonly PublicArticle[],
  index: TermIndex,
  spell: Spelling,
): RelatedArticle[] {
  return related.map(({ place, terms }) => {
    const article = articles[place] as PublicArticle;
    const words = terms.map((term) => index.word(term));
    return { article, words: words.length === 0 ? words : spell(article, words) };
  });
}
