import { useState, useSyncExternalStore } from 'react';
import { strings } from '../../lib/strings.ts';
import styles from './reader-note.module.css';

/** change: a newer version is ready, and this loads the page with it. reached: whether the host answered last. */
export interface News {
  change?: (() => void) | undefined;
  reached?: boolean;
}

/** What there is to tell of the reader itself. */
export interface NewsOfReader {
  get: () => News;
  set: (more: News) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createNewsOfReader(): NewsOfReader {
  const listeners = new Set<() => void>();
  let news: News = {};
  const set = (more: News) => {
    news = { ...news, ...more };
    for (const listener of listeners) listener();
  };
  return {
    get: () => news,
    set,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const { newer, away } = strings.reader;

/** That a newer version is ready, or that there is no network. It stays until it is answered, but can be put away. */
export function ReaderNote({ news }: { news: NewsOfReader }) {
  const { change, reached } = useSyncExternalStore(news.subscribe, news.get);
  const [put, putAway] = useState<'newer' | 'away'>();
  const what = change ? 'newer' : reached === false ? 'away' : undefined;
  const shown = what === put ? undefined : what;
  return (
    <div role="status" className={styles.place}>
      {shown && (
        <div className={styles.note} data-note={shown}>
          <p>{shown === 'newer' ? newer.text : away.text}</p>
          {shown === 'newer' && (
            <button type="button" className={styles.act} onClick={change}>
              {newer.use}
            </button>
          )}
          <button type="button" className={styles.act} onClick={() => putAway(shown)}>
            {shown === 'newer' ? newer.later : away.close}
          </button>
        </div>
      )}
    </div>
  );
}
