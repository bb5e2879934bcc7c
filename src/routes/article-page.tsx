import { useParams } from 'react-router';
import { ArticleView } from '../features/article/article-view.tsx';

export function ArticlePage() {
  const { category = '', slug = '' } = useParams();
  return <ArticleView key={slug} category={category} slug={slug} />;
}
