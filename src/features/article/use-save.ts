import { useQueryClient } from '@tanstack/react-query';
import { articleFileQuery } from '../../data/queries.ts';
import type { ArticleToSave } from '../../store/mark.ts';
import { useIsSaved, useReaderStore } from '../../store/reader-context.tsx';

/**
 * Whether an article is saved, and what changes it. file: names the article's file, for a card, which does not know where the original
 * is; a saved article is to lead there even when it is withdrawn here.
 */
export function useSave(article: ArticleToSave, file?: string) {
  const client = useQueryClient();
  const { acts, marks } = useReaderStore();
  const saved = useIsSaved(article.slug);
  const toggle = () => {
    acts.toggleSaved(article);
    if (saved || file === undefined) return;
    // Offline it stays unknown, and is learned when the article is opened.
    client.fetchQuery(articleFileQuery(article.slug, file)).then(
      ({ originalUrl }) => originalUrl !== undefined && marks.learnAddress(article.slug, originalUrl),
      () => undefined,
    );
  };
  return { saved, toggle };
}
