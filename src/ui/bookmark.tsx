import styles from './bookmark.module.css';

/** The sign for what is saved: empty, or inked. */
export const Bookmark = ({ inked = false }: { inked?: boolean }) => (
  <svg className={styles.bookmark} data-inked={inked || undefined} viewBox="0 0 12 16" aria-hidden="true">
    <path d="M1.25 1h9.5v13.6L6 10.9l-4.75 3.7z" />
  </svg>
);
