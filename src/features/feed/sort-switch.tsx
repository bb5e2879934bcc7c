import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { topQuery } from '../../data/queries.ts';
import { isTop, sortHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import type { FeedKind } from '../../schema/feed.ts';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './feed-head.module.css';

/** Feeds that are ranked too. */
export const hasTop = (kind: FeedKind): boolean => kind === 'all' || kind === 'category';

/** Newest and Top as equals, each an address of its own. */
export function SortSwitch({ kind, id }: { kind: FeedKind; id: string }) {
  const { search } = useLocation();
  const way = useNavigationType();
  const client = useQueryClient();
  const current = useRef<HTMLAnchorElement>(null);
  // The link that was followed stands in another page now: whoever goes by keyboard goes on from there.
  useEffect(() => {
    if (way === 'PUSH' && document.activeElement === document.body) current.current?.focus({ preventScroll: true });
  }, [way]);
  const ahead = () => void client.prefetchQuery(topQuery(kind, id));
  const link = (top: boolean) => {
    const isCurrent = isTop(search) === top;
    return (
      <PageLink
        ref={isCurrent ? current : null}
        to={sortHref(kind === 'all' ? '' : id, top)}
        opens={false}
        current={isCurrent}
        {...(top && { onPointerEnter: ahead, onFocus: ahead })}
      >
        {top ? strings.top : strings.newest}
      </PageLink>
    );
  };
  return (
    <nav className={styles.sort} aria-label={strings.order}>
      {link(false)}
      {link(true)}
    </nav>
  );
}
