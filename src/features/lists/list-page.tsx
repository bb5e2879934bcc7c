import type { ReactNode } from 'react';
import { DataFault } from '../../data/fetch-json.ts';
import { number, strings } from '../../lib/strings.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './letter-index.module.css';

interface ListPageProps {
  title: string;
  count: number | undefined;
  error: Error | null;
  onRetry: () => void;
  children: ReactNode;
}

/** The frame of an index page, and what stands there while it has nothing to show. */
export function ListPage({ title, count, error, onRetry, children }: ListPageProps) {
  usePageTitle(title);
  return (
    <>
      <header className={styles.title}>
        <h1>{title}</h1>
        {count !== undefined && <p>{number(count)}</p>}
      </header>
      {count === undefined && error && (
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={onRetry} whole />
      )}
      {count === 0 && <p>{strings.emptyFeed}</p>}
      {children}
    </>
  );
}
