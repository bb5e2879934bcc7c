import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { articleManifestQuery } from '../data/queries.ts';
import { ArticleView } from '../features/article/article-view.tsx';
import { Coverage } from '../features/related/coverage.tsx';
import { Related } from '../features/related/related.tsx';
import { NotFound } from '../features/shell/not-found.tsx';

export function ArticlePage() {
  const { category = '', slug = '' } = useParams();
  const here = useQuery(articleManifestQuery(slug)).data?.here ?? [];
  return (
    <ArticleView
      key={slug}
      category={category}
      slug={slug}
      notFound={<NotFound />}
      renderPanels={(article) => (
        <>
          {article && <Coverage article={article} here={here} />}
          <Related slug={slug} />
        </>
      )}
    />
  );
}
