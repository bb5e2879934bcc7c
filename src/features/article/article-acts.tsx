import { useEffect } from 'react';
import { strings } from '../../lib/strings.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { useIsRead, useReaderStore } from '../../store/reader-context.tsx';
import { Bookmark } from '../../ui/bookmark.tsx';
import styles from './article-acts.module.css';
import { useSave } from './use-save.ts';

/** Saves the article that is read. `data-save` is what the key `s` looks for. */
export function SaveButton({ article }: { article: ArticleFile }) {
  const { saved, toggle } = useSave(article);
  const { marks } = useReaderStore();
  const { slug, originalUrl } = article;
  useEffect(() => {
    if (saved && originalUrl !== undefined) marks.learnAddress(slug, originalUrl);
  }, [saved, slug, originalUrl, marks]);
  return (
    <button type="button" className={styles.save} aria-pressed={saved} aria-keyshortcuts="s" onClick={toggle} data-save>
      <Bookmark inked={saved} />
      <span className={styles.words}>{strings.saved.save}</span>
    </button>
  );
}

export function ReadButton({ slug }: { slug: string }) {
  const read = useIsRead(slug);
  const { acts } = useReaderStore();
  return (
    <button type="button" className={styles.read} aria-keyshortcuts="m" onClick={() => acts.toggleRead(slug)}>
      {read ? strings.saved.markUnread : strings.saved.markRead}
    </button>
  );
}
