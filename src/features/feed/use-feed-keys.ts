import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { articleFileQuery } from '../../data/queries.ts';
import { useReaderStore, useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { articlesIn, currentArticle, focusArticle, focusBeyond, neighbour } from './feed-focus.ts';

interface FeedKeysOptions {
  feed: RefObject<HTMLElement | null>;
  more: () => void;
  showNew: () => void;
}

type Way = 'next' | 'previous';

/** The keys of the feed pattern and the reader's own. wanted: the part that is to be drawn because focus is on its way there. */
export function useFeedKeys({ feed, more, showNew }: FeedKeysOptions) {
  const { keys } = useSettings();
  const walk = useWalk(feed, more);
  const acts = useArticleActs(feed);
  useKeys({ j: () => walk.go('next'), k: () => walk.go('previous'), '.': showNew, ...acts }, keys);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const run = feedKey(event, { ...walk, open: acts.o }, feed.current);
    if (!run) return;
    event.preventDefault();
    run();
  };
  return { ...walk, onKeyDown };
}

function feedKey(
  event: KeyboardEvent<HTMLElement>,
  acts: { go: (way: Way) => void; open: () => void },
  feed: HTMLElement | null,
) {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (altKey || metaKey || shiftKey || !feed) return undefined;
  if (ctrlKey && key === 'End') return () => focusBeyond(feed, 'after');
  if (ctrlKey && key === 'Home') return () => focusBeyond(feed, 'before');
  if (ctrlKey) return undefined;
  if (key === 'PageDown') return () => acts.go('next');
  if (key === 'PageUp') return () => acts.go('previous');
  const onArticle = event.target instanceof HTMLElement && event.target.dataset['article'] !== undefined;
  return key === 'Enter' && onArticle ? acts.open : undefined;
}

/** Moves the focus from article to article, over parts that must be drawn first. */
function useWalk(feed: RefObject<HTMLElement | null>, more: () => void) {
  const [wanted, setWanted] = useState<string>();
  const pending = useRef<{ part: string | undefined; way: Way }>(undefined);
  const go = (way: Way) => {
    if (!feed.current) return;
    const found = neighbour(feed.current, way);
    if (found.article) return focusArticle(found.article);
    if (found.part === undefined && way === 'previous') return;
    pending.current = { part: found.part, way };
    if (found.part === undefined) more();
    else setWanted(found.part);
  };
  const onDrawn = useCallback(
    (part: string) => {
      const { current } = pending;
      if (!current || !feed.current || (current.part !== undefined && current.part !== part)) return;
      const articles = articlesIn(feed.current, part);
      const article = current.way === 'next' ? articles[0] : articles.at(-1);
      pending.current = undefined;
      setWanted(undefined);
      if (article) focusArticle(article);
    },
    [feed],
  );
  return { go, wanted, onDrawn };
}

/** What can be done with the article that the focus is in. */
function useArticleActs(feed: RefObject<HTMLElement | null>) {
  const client = useQueryClient();
  const store = useReaderStore();
  const current = () => (feed.current ? currentArticle(feed.current) : undefined);
  const original = async (slug: string, file: string) => {
    const { originalUrl } = await client.fetchQuery(articleFileQuery(slug, file));
    if (originalUrl !== undefined) window.open(originalUrl, '_blank', 'noopener,noreferrer');
  };
  return {
    o: () => current()?.querySelector<HTMLElement>('h2 a')?.click(),
    v: () => {
      const { article, file } = current()?.dataset ?? {};
      // A failure to load it says nothing that opening the article would not say better.
      if (article !== undefined && file !== undefined) original(article, file).catch(() => undefined);
    },
    s: () => current()?.querySelector<HTMLElement>('[data-save]')?.click(),
    m: () => {
      const slug = current()?.dataset['article'];
      if (slug !== undefined) store.acts.toggleRead(slug);
    },
  };
}
