import { articleStrings } from '../../lib/article-strings.ts';
import { articleHref } from '../../lib/href.ts';
import { savedStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import type { SavedArticle } from '../../store/mark.ts';
import { useIsRead, useSaved, useWithdrawn } from '../../store/reader-context.tsx';
import { Byline } from '../../ui/byline.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { LinkOut } from '../../ui/link-out.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import { SaveMark } from '../article/save-mark.tsx';
import styles from './saved-list.module.css';

/** What is saved, in one column. Each can be opened here, and at its publisher when it is here no longer. */
export function SavedList() {
  return (
    <ul className={styles.list}>
      {useSaved().map((article) => (
        <SavedLine key={article.slug} article={article} />
      ))}
    </ul>
  );
}

function SavedLine({ article }: { article: SavedArticle }) {
  const { title, lang, excerpt, provider, publishedDateTime, originalUrl } = article;
  const read = useIsRead(article.slug);
  // Its title, its date and the way to its publisher are all that is left of it.
  const withdrawn = useWithdrawn().includes(article.slug);
  return (
    <li className={styles.line} data-read={read || undefined} data-withdrawn={withdrawn || undefined}>
      <div className={styles.words}>
        <h2>
          {withdrawn ? (
            <Text lang={lang}>{title}</Text>
          ) : (
            <PageLink className={styles.link} to={articleHref(article)}>
              <Text lang={lang}>{title}</Text>
            </PageLink>
          )}
        </h2>
        <Byline provider={provider}>
          <DateTime value={publishedDateTime} />
          {withdrawn ? <span className={styles.withdrawn}>{savedStrings.withdrawn}</span> : read && <span>{strings.read}</span>}
        </Byline>
        {!withdrawn && excerpt !== undefined && excerpt !== '' && (
          <p className={styles.excerpt}>
            <Text lang={lang}>{excerpt}</Text>
          </p>
        )}
        {originalUrl !== undefined && (
          <p className={styles.out}>
            <LinkOut href={originalUrl}>{articleStrings.readAt(provider.name)}</LinkOut>
          </p>
        )}
      </div>
      <SaveMark article={article} className={styles.mark} />
    </li>
  );
}
