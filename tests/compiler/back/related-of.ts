import type { PublicArticle } from '../../../src/compiler/model.ts';
import { relatedPlaces } from '../../../src/compiler/related.ts';
import type { Events } from '../../../src/compiler/related-choice.ts';
import { type RelatedArticle, toldOf } from '../../../src/compiler/related-told.ts';
import { createSpelling } from '../../../src/compiler/related-words.ts';
import { TermIndex, type Terms } from '../../../src/compiler/term-index.ts';

/** For each article (newest first, as given) the others of the same subject, best first. */
export function relatedOf(articles: readonly PublicArticle[], events: Events): Map<PublicArticle, RelatedArticle[]> {
  const oldestFirst = [...articles].reverse();
  const index = new TermIndex();
  const terms = oldestFirst.map((article) => index.read(article));
  const found = new Map(relatedPlaces(oldestFirst, { events, termsOf: (place) => terms[place] as Terms }));
  const spell = createSpelling();
  return new Map(
    articles.map((article, at) => [article, toldOf(found.get(articles.length - 1 - at) ?? [], oldestFirst, index, spell)]),
  );
}
