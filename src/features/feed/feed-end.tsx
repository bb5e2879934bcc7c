import { useEffect, useRef } from 'react';
import { strings } from '../../lib/strings.ts';
import notice from '../../ui/notice.module.css';
import styles from './feed.module.css';

/** Older articles come by themselves when this comes near, and by the button where they did not. */
export function MoreButton({ step, mayLoad, onMore }: { step: number; mayLoad: () => boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // Observing anew after each step tells whether there is still room.
  useEffect(() => {
    if (!button.current || step < 0) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting && mayLoad()) onMore();
      },
      { rootMargin: '150% 0px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [step, mayLoad, onMore]);
  return (
    <button ref={button} type="button" className={styles.more} onClick={onMore}>
      {strings.loadMore}
    </button>
  );
}

export function FeedEnd({ total }: { total: number }) {
  return (
    <p className={styles.end}>
      <strong>{strings.endOfFeed}</strong> {strings.endOfFeedNote(total)}
    </p>
  );
}

export function EmptyFeed() {
  return (
    <div className={notice.notice}>
      <p className={notice.title}>{strings.emptyFeed}</p>
      <p>{strings.emptyFeedNote}</p>
    </div>
  );
}
