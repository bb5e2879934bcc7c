import type { ReactNode } from 'react';
import { strings } from '../../lib/strings.ts';
import type { FeedKind, FeedManifest } from '../../schema/feed.ts';
import { Badge } from '../../ui/badge.tsx';
import { usePublication } from '../../ui/publication-context.ts';
import { Text } from '../../ui/text.tsx';
import styles from './feed-head.module.css';

/** What the feed is; all news has no title but the masthead's. */
export function FeedHead({ kind, manifest }: { kind: FeedKind; manifest: Pick<FeedManifest, 'name' | 'provider'> | undefined }) {
  const publication = usePublication();
  if (kind === 'all') return <h1 className="visually-hidden">{publication?.title ?? strings.allNews}</h1>;
  const provider = manifest?.provider;
  return (
    <header className={styles.head}>
      {provider && <Badge provider={provider} size="large" />}
      <div className={styles.names}>
        <h1>{manifest ? <Text>{manifest.name}</Text> : '\u00a0'}</h1>
        {provider?.domain !== undefined && provider.domain !== manifest?.name && (
          <p className={styles.domain}>{provider.domain}</p>
        )}
      </div>
    </header>
  );
}

interface FeedLineProps {
  total: number | undefined;
  /** The switch between its orders, where it has more than one. */
  sort?: ReactNode;
  /** How many came since the reader was here. */
  visit?: { count: number; whole: boolean } | undefined;
  children?: ReactNode;
}

/** The line over the articles, which stays: how many there are, and in a place of their own the new ones. */
export function FeedLine({ total, sort, visit, children }: FeedLineProps) {
  return (
    <div className={styles.line}>
      {sort}
      <p className={styles.total}>
        {visit ? strings.sinceVisit(visit.count, visit.whole) : total !== undefined && told(total, sort)}
      </p>
      <div role="status" className={styles.status}>
        {children}
      </div>
    </div>
  );
}

const told = (total: number, sort: ReactNode): string => strings.stories(total) + (sort ? '' : `, ${strings.latestFirst}`);

export function NewArticlesButton({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <button type="button" className={styles.fresh} onClick={onShow} title={`${strings.showNewStories} (.)`} aria-keyshortcuts=".">
      {strings.newStories(count)}
    </button>
  );
}
