import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { articleStrings } from '../../lib/article-strings.ts';
import { articleHref, homeHref } from '../../lib/href.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Proof } from '../../ui/proof.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ArticleReading } from './article-reading.tsx';
import { ArticleSkeleton } from './article-skeleton.tsx';
import styles from './article-view.module.css';
import { ArticleWaiting } from './article-waiting.tsx';
import { type ArticleState, useArticle } from './use-article.ts';
import { useArticleKeys, useGoBack } from './use-article-keys.ts';
import { useMarkRead } from './use-mark-read.ts';

interface ArticleViewProps {
  slug: string;
  /** The address's; when the article is in another, the address is put right. */
  category: string;
  /** What stands where there is no such article. */
  notFound: ReactNode;
  /** What stands beside the text; it is given the article once that is there, and comes when the page has settled. */
  renderPanels: (article: ArticleFile | undefined) => ReactNode;
}

/** The page of one article, in whatever state it is. */
export function ArticleView({ slug, category, notFound, renderPanels }: ArticleViewProps) {
  const state = useArticle(slug);
  const out = useRef<HTMLAnchorElement>(null);
  const article = state.kind === 'ready' ? state.article : undefined;
  const card = state.kind === 'waiting' || state.kind === 'fault' ? state.card : undefined;
  usePageTitle(article?.title ?? card?.title);
  useRightAddress(article, category);
  useMarkRead(slug, article !== undefined);
  useArticleKeys(slug, out);
  if (state.kind === 'gone') return notFound;
  return (
    <Proof reason={article?.draft ?? card?.draft}>
      <div className={styles.page} data-article-page data-short={(article && isShort(article)) || undefined}>
        <article className={styles.article}>
          {article && <ArticleReading article={article} out={out} />}
          {!article && card && <ArticleWaiting card={card} />}
          {state.kind === 'waiting' && <ArticleSkeleton header={!card} />}
          {state.kind === 'fault' && <FaultNote kind={state.fault} onRetry={state.retry} whole />}
        </article>
        <aside className={styles.side}>{hasPanels(state) && renderPanels(article)}</aside>
      </div>
      <BackLink />
    </Proof>
  );
}

/** One fault is told once: without a table of contents there is nothing to stand beside. */
const hasPanels = (state: ArticleState): boolean => state.kind === 'ready' || (state.kind === 'fault' && state.listed);

/** Nothing but a title and an excerpt: beside a long column that would leave half a page empty. */
const isShort = ({ images, body, video }: ArticleFile): boolean => images.length === 0 && body.length === 0 && !video;

function useRightAddress(article: ArticleFile | undefined, category: string): void {
  const navigate = useNavigate();
  const { search, hash } = useLocation();
  useEffect(() => {
    if (article && article.category !== category) void navigate(articleHref(article) + search + hash, { replace: true });
  }, [article, category, search, hash, navigate]);
}

/** A link, so that it can be opened elsewhere; a plain click goes back to the place in the feed that the reader left. */
function BackLink() {
  const back = useGoBack();
  const onClick = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    back();
  };
  return (
    <p className={styles.back}>
      <PageLink to={homeHref()} onClick={onClick} aria-keyshortcuts="u Escape" opens={false}>
        {articleStrings.backToFeed}
      </PageLink>
    </p>
  );
}
