import { type DataFault, fetchJson, isMissing } from '../../data/fetch-json.ts';
import { loadAgain } from '../../data/load-again.ts';
import { ArticleManifest } from '../../schema/article.ts';
import { Archive, FeedManifest, Shard } from '../../schema/feed.ts';
import { articleManifestFile, feedManifestFile, feedPartFile } from '../../schema/paths.ts';
import { forgetArticles, keptArticles } from '../../store/kept-files.ts';
import type { ReaderStore } from '../../store/reader-store.ts';
import { findWithdrawn, type Placed, type Sources } from './find-withdrawn.ts';

const sources: Sources = {
  feed: () => fetchJson(feedManifestFile('all', 'all'), FeedManifest, undefined, 'no-store'),
  part: ({ level, file }) => {
    const path = feedPartFile('all', 'all', file);
    return level > 0 ? fetchJson(path, Archive) : fetchJson(path, Shard);
  },
  hasContents: (slug) =>
    fetchJson(articleManifestFile(slug), ArticleManifest, undefined, 'no-store').then(
      () => true,
      (fault: DataFault) => {
        if (isMissing(fault)) return false;
        throw fault;
      },
    ),
};

/**
 * Takes away what was kept of articles that are no longer published, and notes which of the saved ones are. True when the host could be
 * asked, or there was nothing to ask.
 */
export async function forgetWithdrawn({ marks, withdrawn }: ReaderStore): Promise<boolean> {
  const kept = await keptArticles().catch(() => []);
  const articles = new Map<string, Placed>([
    ...kept.map(({ article }): [string, Placed] => [article.slug, article]),
    ...marks.saved().map((article): [string, Placed] => [article.slug, article]),
  ]);
  // At a first visit there is nothing to ask for, and the feed was loaded a moment ago.
  if (articles.size === 0 && !navigator.serviceWorker?.controller) return true;
  const found = await findWithdrawn([...articles.values()], sources);
  if (found === undefined) return false;
  const { withdrawn: gone, published } = found;
  const noted = new Set([...withdrawn.get().filter((slug) => !published.includes(slug)), ...gone]);
  withdrawn.set(() => [...noted].filter((slug) => marks.has('saved', slug)));
  const copies = gone.filter((slug) => kept.some(({ article }) => article.slug === slug));
  if (copies.length === 0) return true;
  const { gone: files, shared } = await forgetArticles(copies).catch(() => ({ gone: [], shared: [] }));
  // Asking anew takes it out of the browser's own cache as well, which would have kept a hashed file for a year.
  await loadAgain(files, 'reload');
  await loadAgain(shared);
  return true;
}
