import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { articleManifestQuery } from '../data/queries.ts';
import { ArticleReading } from '../features/article/article-reading.tsx';
import { ArticleSkeleton } from '../features/article/article-skeleton.tsx';
import articleStyles from '../features/article/article-view.module.css';
import { useArticle } from '../features/article/use-article.ts';
import { Coverage } from '../features/related/coverage.tsx';
import { Related } from '../features/related/related.tsx';
import { previewStrings } from '../lib/preview-strings.ts';
import { FaultNote } from '../ui/fault-note.tsx';
import { Proof } from '../ui/proof.tsx';

/** An article among drafts, as if they were published. */
export function PreviewArticle({ slug }: { slug: string }) {
  const state = useArticle(slug);
  const out = useRef<HTMLAnchorElement>(null);
  const here = useQuery(articleManifestQuery(slug)).data?.here ?? [];
  if (state.kind === 'gone') return <p>{previewStrings.gone}</p>;
  if (state.kind === 'fault') return <FaultNote kind={state.fault} onRetry={state.retry} whole />;
  if (state.kind === 'waiting') return <ArticleSkeleton header />;
  const { article } = state;
  const short = article.images.length === 0 && article.body.length === 0 && !article.video;
  return (
    <Proof reason={article.draft}>
      <div className={articleStyles.page} data-short={short || undefined}>
        <article className={articleStyles.article}>
          <ArticleReading article={article} out={out} />
        </article>
        <aside className={articleStyles.side}>
          <Coverage article={article} here={here} />
          <Related slug={slug} />
        </aside>
      </div>
    </Proof>
  );
}
