import { createKnownMarks, type KnownMarks } from './known-marks.ts';
import { MARK_VERSION, type Mark, markKey, saysMore } from './mark.ts';
import { openMarkChannel } from './mark-channel.ts';
import { createMarkDatabase, type MarkDatabase } from './mark-database.ts';
import { dropFromJournal, dropOldMarks, readJournal, readOldMarks, writeJournal } from './mark-journal.ts';

export type MarkChange = Pick<Mark, 'kind' | 'slug' | 'on' | 'article'>;

/**
 * What a reader saved and read: in memory, in localStorage, in IndexedDB and in every open tab. The two copies are merged when the
 * page starts, by time, and each is given what only the other has.
 */
export interface Marks {
  has: (kind: Mark['kind'], slug: string) => boolean;
  /** Slugs of what was read. */
  read: () => string[];
  saved: KnownMarks['saved'];
  /** Settles when the changes are kept in one of the two places; false: they live only as long as this tab. */
  set: (changes: readonly MarkChange[]) => Promise<boolean>;
  /** Gives a saved article the address that its card did not have. That is no new word of the reader: a removal elsewhere stands. */
  learnAddress: (slug: string, originalUrl: string) => void;
  subscribe: KnownMarks['subscribe'];
}

export function createMarks(): Marks {
  const known = createKnownMarks();
  const database = createMarkDatabase();
  const tell = openMarkChannel(known.adopt);
  // Without a database the journal is all there is.
  const start = () => void mergeCopies(known, database).catch(() => undefined);
  start();
  // A page that was put aside whole has missed what other tabs told.
  globalThis.addEventListener?.('pageshow', (event) => event.persisted && start());
  const keep = async (marks: readonly Mark[]): Promise<boolean> => {
    const journaled = marks.map(writeJournal).every(Boolean);
    known.adopt(marks);
    tell(marks);
    const stored = database.put(marks).then(
      () => true,
      () => false,
    );
    return journaled || stored;
  };
  return {
    has: (kind, slug) => known.get({ kind, slug })?.on === true,
    read: () =>
      known
        .all()
        .filter(({ kind, on }) => kind === 'read' && on)
        .map(({ slug }) => slug),
    saved: known.saved,
    set: (changes) => keep(changes.map((change) => nextMark(known.get(change), change))),
    learnAddress: (slug, originalUrl) => {
      const mark = known.get({ kind: 'saved', slug });
      if (mark?.on && mark.article && mark.article.originalUrl === undefined)
        void keep([{ ...mark, article: { ...mark.article, originalUrl } }]);
    },
    subscribe: known.subscribe,
  };
}

/** Later than what it follows, even when the clock was turned back. */
const nextMark = (before: Mark | undefined, change: MarkChange): Mark => ({
  version: MARK_VERSION,
  ...before,
  ...change,
  at: Math.max(Date.now(), (before?.at ?? 0) + 1),
});

/** Brings memory and both copies to the same; what the journal holds is in memory before the first wait. */
async function mergeCopies(known: KnownMarks, database: MarkDatabase): Promise<void> {
  const old = readOldMarks();
  known.adopt([...readJournal(), ...old]);
  const stored = await database.all();
  const unjournaled = known.adopt(stored);
  const surplus = known.forget();
  for (const mark of surplus) dropFromJournal(mark);
  // Where there is no room for all of them, what was saved goes first.
  unjournaled
    .filter((mark) => known.get(mark) === mark)
    .sort((one, other) => Number(other.kind === 'saved') - Number(one.kind === 'saved'))
    .every(writeJournal);
  const before = new Map(stored.map((mark) => [markKey(mark), mark]));
  const missing = known.all().filter((mark) => saysMore(mark, before.get(markKey(mark))));
  if (missing.length > 0) await database.put(missing);
  if (old.length > 0) dropOldMarks();
  if (surplus.length > 0) await database.drop(surplus);
}
