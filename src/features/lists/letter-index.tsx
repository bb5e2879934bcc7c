import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { groupByLetter, type LetterGroup } from '../../lib/group-by-letter.ts';
import { atLeast, listStrings } from '../../lib/later-strings.ts';
import { ROUND_FROM } from '../../lib/round-count.ts';
import { strings } from '../../lib/strings.ts';
import type { ListEntry } from '../../schema/publication.ts';
import { useHydrated } from '../../ui/use-hydrated.ts';
import styles from './letter-index.module.css';

export type RenderName = (entry: ListEntry) => ReactNode;

interface LetterIndexProps {
  entries: readonly ListEntry[];
  /** What the filter is called. */
  label: string;
  renderName: RenderName;
}

/** Fewer are found by looking. */
const FILTER_FROM = 40;
const LETTERS_FROM = 12;

/** Names with their numbers of articles, by first letter, in columns. */
export function LetterIndex({ entries, label, renderName }: LetterIndexProps) {
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(fold(words));
  return (
    <>
      {entries.length > FILTER_FROM && <Filter label={label} words={words} onWords={setWords} />}
      <FoundNames entries={entries} wanted={wanted} renderName={renderName} />
    </>
  );
}

/** Those of a list that are called so. wanted: as `fold` gives it; empty for all. */
export function FoundNames({ entries, wanted, renderName }: { wanted: string } & Omit<LetterIndexProps, 'label'>) {
  const shown = wanted === '' ? entries : entries.filter(({ name }) => fold(name).includes(wanted));
  const letters = entries.length > LETTERS_FROM;
  return (
    <>
      {shown.length === 0 && <p role="status">{listStrings.none}</p>}
      <div className={styles.columns}>
        {groupsOf(shown, letters).map(({ letter, entries: members }) => (
          <section key={letter ?? ''} className={styles.group}>
            {letters && <h2 className={styles.letter}>{letter ?? listStrings.otherLetters}</h2>}
            <Names entries={members} renderName={renderName} />
          </section>
        ))}
      </div>
    </>
  );
}

const groupsOf = (entries: readonly ListEntry[], letters: boolean): LetterGroup<ListEntry>[] =>
  letters ? groupByLetter(entries) : [{ letter: undefined, entries: [...entries] }];

export function Names({ entries, renderName }: { entries: readonly ListEntry[]; renderName: RenderName }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          {renderName(entry)}
          <Count count={entry.count} />
        </li>
      ))}
    </ul>
  );
}

/** Lists have counts rounded down from ten on. Told by the script: a page made ahead would be another with each article. */
function Count({ count }: { count: number }) {
  const isRound = count >= ROUND_FROM;
  if (!useHydrated()) return <span className={styles.count} />;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{isRound ? atLeast.figure(count) : count}</span>
      <span className="visually-hidden">{isRound ? atLeast.stories(count) : strings.stories(count)}</span>
    </span>
  );
}

export function Filter({ label, words, onWords }: { label: string; words: string; onWords: (words: string) => void }) {
  const id = useId();
  return (
    <p className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={words} autoComplete="off" onChange={(event) => onWords(event.target.value)} />
    </p>
  );
}

/** Letters without case and accents. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
