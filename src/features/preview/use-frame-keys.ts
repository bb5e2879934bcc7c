import { useEffect } from 'react';
import { useSettings } from '../../store/reader-context.tsx';

/** j and k go from article to article within a frame, whose keys no other page hears; o opens, u and Escape go back. */
export function useFrameKeys(body: HTMLElement | undefined): void {
  const { keys } = useSettings();
  useEffect(() => {
    const view = body?.ownerDocument.defaultView;
    if (!view || !keys) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const act = ACTS[event.key];
      if (!act) return;
      event.preventDefault();
      act(body);
    };
    view.addEventListener('keydown', listen);
    return () => view.removeEventListener('keydown', listen);
  }, [body, keys]);
}

const articlesIn = (body: HTMLElement) => [...body.querySelectorAll<HTMLElement>('[data-article]')];
const isHere = (article: HTMLElement) => article.contains(article.ownerDocument.activeElement);

function move(body: HTMLElement, by: 1 | -1): void {
  const articles = articlesIn(body);
  const at = articles.findIndex(isHere);
  const next = at === -1 ? articles.at(by === 1 ? 0 : -1) : articles[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const ACTS: Readonly<Record<string, (body: HTMLElement) => void>> = {
  j: (body) => move(body, 1),
  k: (body) => move(body, -1),
  o: (body) => articlesIn(body).find(isHere)?.querySelector<HTMLElement>('h2 a')?.click(),
  u: () => window.history.back(),
  Escape: () => window.history.back(),
};
