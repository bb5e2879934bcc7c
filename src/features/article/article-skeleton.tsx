import { strings } from '../../lib/strings.ts';
import styles from './article-skeleton.module.css';

/** Where the article will stand: paper that is not printed yet. Shown after a moment, so that a fast answer flashes nothing. header: the whole page is awaited, not only the text. */
export function ArticleSkeleton({ header = false }: { header?: boolean }) {
  return (
    <output className={styles.skeleton}>
      <span className="visually-hidden">{strings.loading}</span>
      {header && (
        <>
          <i className={styles.source} />
          <i className={styles.title} />
          <i className={styles.title} />
          <i className={styles.picture} />
        </>
      )}
      <i />
      <i />
      <i />
    </output>
  );
}
