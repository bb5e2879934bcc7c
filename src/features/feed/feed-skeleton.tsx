import { strings } from '../../lib/strings.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './feed-skeleton.module.css';

/** A page that is set but not printed yet: frames for pictures, rules for lines. Shows itself only when the wait is felt. */
export function FeedSkeleton({ count, lead = false }: { count: number; lead?: boolean }) {
  return (
    <div className={styles.skeleton}>
      <p className="visually-hidden">{strings.loading}</p>
      {lead && <Blank className={styles.lead} />}
      <div className={styles.grid} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <Blank key={index} className={styles.cell} />
        ))}
      </div>
    </div>
  );
}

const Blank = ({ className }: { className: string | undefined }) => (
  <div className={classNames(styles.blank, className)} aria-hidden="true">
    <div className={styles.frame} />
    <div className={styles.lines} />
  </div>
);
