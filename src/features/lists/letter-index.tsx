import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { atLeast, listStrings } from '../../lib/later-strings.ts';
import { ROUND_FROM } from '../../lib/round-count.ts';
import { strings } from '../../lib/strings.ts';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { groupByLetter, type LetterGroup } from './group-by-letter.ts';
import styles from './letter-index.module.css';

interface Entry {
  id: string;
  name: string;
  count: number;
}

interface LetterIndexProps<T extends Entry> {
  entries: readonly T[];
  /** What the filter is called. */
  label: string;
  renderName: (entry: T) => ReactNode;
}

/** Fewer are found by looking. */
const FILTER_FROM = 40;
const LETTERS_FROM = 12;

/** Names with their numbers of articles, by first letter, in columns. */
export function LetterIndex<T extends Entry>({ entries, label, renderName }: LetterIndexProps<T>) {
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(fold(words));
  const shown = wanted === '' ? entries : entries.filter(({ name }) => fold(name).includes(wanted));
  return (
    <>
      {entries.length > FILTER_FROM && <Filter label={label} words={words} onWords={setWords} />}
      {shown.length === 0 && <p role="status">{listStrings.none}</p>}
      <div className={styles.columns}>
        {groupsOf(shown, entries.length > LETTERS_FROM).map(({ letter, entries: members }) => (
          <section key={letter ?? ''} className={styles.group}>
            {entries.length > LETTERS_FROM && <h2 className={styles.letter}>{letter ?? listStrings.otherLetters}</h2>}
            <ul>
              {members.map((entry) => (
                <li key={entry.id} className={styles.entry}>
                  {renderName(entry)}
                  <Count count={entry.count} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

const groupsOf = <T extends Entry>(entries: readonly T[], letters: boolean): LetterGroup<T>[] =>
  letters ? groupByLetter(entries) : [{ letter: undefined, entries: [...entries] }];

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

function Filter({ label, words, onWords }: { label: string; words: string; onWords: (words: string) => void }) {
  const id = useId();
  return (
    <p className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={words} autoComplete="off" onChange={(event) => onWords(event.target.value)} />
    </p>
  );
}

/** Letters without case and accents. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
