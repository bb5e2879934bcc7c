import { memo } from 'react';
import { articleHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { useIsRead } from '../../store/reader-context.tsx';
import { Byline } from '../../ui/byline.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Proof } from '../../ui/proof.tsx';
import { SaveMark } from '../article/save-mark.tsx';
import { Marked, MarkedExcerpt } from './marked.tsx';
import styles from './search-hit.module.css';
import type { FoundArticle } from './searched-article.ts';

/** A found article as a line of the list. What is searched for reaches its marks alone: with a key nothing else is drawn anew. */
export const SearchHit = memo(function SearchHit({ article }: { article: FoundArticle }) {
  const { slug, title, lang, provider, publishedDateTime, type, draft } = article;
  const read = useIsRead(slug);
  return (
    <li className={styles.hit} data-hit={slug} data-read={read || undefined}>
      <Proof reason={draft}>
        <div className={styles.words}>
          <h2>
            <PageLink className={styles.link} to={articleHref(article)}>
              <Marked text={title} lang={lang} />
            </PageLink>
          </h2>
          <Byline provider={provider}>
            <DateTime value={publishedDateTime} />
            {type === 'video' && <span>{strings.video}</span>}
            {read && <span>{strings.read}</span>}
          </Byline>
          <MarkedExcerpt article={article} className={styles.excerpt} />
        </div>
      </Proof>
      <SaveMark article={article} className={styles.mark} />
    </li>
  );
});
