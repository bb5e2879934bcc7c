import { strings } from '../../lib/strings.ts';
import { useReaderStore } from '../../store/reader-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './save-mark.module.css';

/** The tick on a card: read, or not. As the key `m` does it, and taken back the same way. */
export function ReadMark({ slug, title, read }: { slug: string; title: string; read: boolean }) {
  const { acts } = useReaderStore();
  return (
    <button
      type="button"
      className={classNames(styles.mark, styles.quiet)}
      aria-pressed={read}
      aria-label={strings.saved.markItRead(title)}
      title={`${read ? strings.saved.markUnread : strings.saved.markRead} (m)`}
      onClick={() => acts.toggleRead(slug)}
    >
      <svg className={styles.tick} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 8.6 6 13l8.5-9.6" />
      </svg>
    </button>
  );
}
