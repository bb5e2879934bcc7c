import { useQuery } from '@tanstack/react-query';
import { articleFileQuery, articleManifestQuery } from '../../data/queries.ts';

export function ArticleView({ slug }: { category: string; slug: string }) {
  const manifest = useQuery(articleManifestQuery(slug));
  const article = useQuery({ ...articleFileQuery(slug, manifest.data?.file ?? ''), enabled: manifest.data !== undefined });
  return <h1>{article.data?.title}</h1>;
}
