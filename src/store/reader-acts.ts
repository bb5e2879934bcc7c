import { CARD_EXCERPT_LENGTH } from '../schema/card.ts';
import type { ArticleToSave, SavedArticle } from './mark.ts';
import type { MarkChange, Marks } from './marks.ts';

/** What the reader did last, for the notice that offers to take it back. kept: false when it ends with this tab. */
export interface Act {
  what: 'saved' | 'unsaved' | 'read' | 'unread' | 'undone';
  kept: boolean;
  undo?: () => void;
}

/** Saving and marking by hand, each of which can be taken back. */
export interface ReaderActs {
  last: () => Act | undefined;
  subscribe: (listener: () => void) => () => void;
  /** Only while nothing else has been done since. */
  dismiss: (act: Act) => void;
  toggleSaved: (article: ArticleToSave) => void;
  toggleRead: (slug: string) => void;
}

export function createReaderActs(marks: Marks): ReaderActs {
  const listeners = new Set<() => void>();
  let last: Act | undefined;
  let turn = 0;
  const show = (act: Act | undefined) => {
    last = act;
    for (const listener of listeners) listener();
  };
  const run = async (what: Act['what'], change: MarkChange, back?: MarkChange) => {
    turn++;
    const mine = turn;
    const kept = await marks.set([change]);
    if (mine === turn) show({ what, kept, ...(back && { undo: () => void run('undone', back) }) });
  };
  const articleOf = (slug: string) => marks.saved().find((article) => article.slug === slug);
  return {
    last: () => last,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismiss: (act) => {
      if (act === last) show(undefined);
    },
    toggleSaved: (article) => {
      const { slug } = article;
      const before = articleOf(slug);
      const taken: MarkChange = { kind: 'saved', slug, on: false, article: undefined };
      if (before) return void run('unsaved', taken, { kind: 'saved', slug, on: true, article: before });
      if (marks.saved().length === 0) askToPersist();
      void run('saved', { kind: 'saved', slug, on: true, article: savedArticle(article) }, taken);
    },
    toggleRead: (slug) => {
      const on = !marks.has('read', slug);
      void run(on ? 'read' : 'unread', { kind: 'read', slug, on }, { kind: 'read', slug, on: !on });
    },
  };
}

/** The fields by name: a card and an article have many more. */
const savedArticle = ({
  slug,
  category,
  title,
  excerpt,
  provider,
  publishedDateTime,
  originalUrl,
  lang,
}: ArticleToSave): SavedArticle => ({
  slug,
  category,
  title,
  ...(excerpt !== undefined && { excerpt: excerpt.slice(0, CARD_EXCERPT_LENGTH) }),
  provider,
  publishedDateTime,
  ...(originalUrl !== undefined && { originalUrl }),
  ...(lang !== undefined && { lang }),
  savedAt: Date.now(),
});

/** The browser decides; without its promise it may clear the page's storage when its disk is full. */
function askToPersist(): void {
  // Absent where the page came over plain HTTP.
  const storage = navigator.storage as StorageManager | undefined;
  storage?.persist?.().catch(() => undefined);
}
