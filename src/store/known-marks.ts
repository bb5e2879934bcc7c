import { type Mark, markKey, type SavedArticle, saysMore } from './mark.ts';

/** How many marks are kept besides those of saved articles, which all are: the latest. */
const LIMIT = 5000;

/** The marks in memory. */
export interface KnownMarks {
  get: (mark: Pick<Mark, 'kind' | 'slug'>) => Mark | undefined;
  all: () => Mark[];
  /** The latest saved first; the same list until something is saved or taken back. */
  saved: () => readonly SavedArticle[];
  /** Takes what says more than what it knows, and returns that. */
  adopt: (marks: readonly Mark[]) => Mark[];
  /** Forgets the oldest beyond the limit, and returns them. */
  forget: () => Mark[];
  subscribe: (listener: () => void) => () => void;
}

export function createKnownMarks(): KnownMarks {
  const known = new Map<string, Mark>();
  const listeners = new Set<() => void>();
  let saved: readonly SavedArticle[] | undefined;
  return {
    get: (mark) => known.get(markKey(mark)),
    all: () => [...known.values()],
    saved: () => {
      saved ??= savedIn(known);
      return saved;
    },
    adopt: (marks) => {
      const more = marks.filter((mark) => saysMore(mark, known.get(markKey(mark))));
      for (const mark of more) known.set(markKey(mark), mark);
      if (more.some(({ kind }) => kind === 'saved')) saved = undefined;
      if (more.length > 0) for (const listener of listeners) listener();
      return more;
    },
    forget: () => {
      const others = [...known.values()].filter(({ kind, on }) => kind !== 'saved' || !on);
      const surplus = others.sort((one, other) => other.at - one.at).slice(LIMIT);
      for (const mark of surplus) known.delete(markKey(mark));
      return surplus;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function savedIn(known: ReadonlyMap<string, Mark>): SavedArticle[] {
  const articles = [...known.values()].flatMap(({ kind, on, article }) => (kind === 'saved' && on && article ? [article] : []));
  return articles.sort((one, other) => other.savedAt - one.savedAt);
}
