import { useEffect, useRef } from 'react';
import { strings } from '../../lib/strings.ts';
import notice from '../../ui/notice.module.css';
import styles from './feed.module.css';
import type { FeedPart } from './part-model.ts';

interface MoreButtonProps {
  /** The last part on the page, and how many there are. */
  last: FeedPart | undefined;
  step: number;
  mayGoOn: (last: FeedPart | undefined) => boolean;
  onMore: () => void;
}

/** Older articles come by themselves when this comes near, and by the button where they did not. */
export function MoreButton({ last, step, mayGoOn, onMore }: MoreButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Observing anew after each step tells whether there is still room.
  useEffect(() => {
    if (!button.current || step < 0) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting && mayGoOn(last)) onMore();
      },
      { rootMargin: '150% 0px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [step, last, mayGoOn, onMore]);
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
