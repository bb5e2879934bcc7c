import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { DataFault } from '../../data/fetch-json.ts';
import { partQuery, wholeListQuery } from '../../data/list-queries.ts';
import { letterHref, providersHref, topicsHref } from '../../lib/href.ts';
import { listStrings, panelStrings } from '../../lib/later-strings.ts';
import { number } from '../../lib/strings.ts';
import type { ListKind } from '../../schema/paths.ts';
import type { ListEntry, ListLetter } from '../../schema/publication.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { chosenLetter, letterKey } from './chosen-letter.ts';
import styles from './letter-index.module.css';
import { Filter, FoundNames, fold, Names, type RenderName } from './letter-index.tsx';

interface Shown {
  kind: ListKind;
  renderName: RenderName;
}

interface LongIndexProps extends Shown {
  /** Those with the most articles. */
  most: readonly ListEntry[];
  letters: readonly ListLetter[];
  label: string;
}

/** A list that is too long to be loaded whole: those with the most articles, or a letter's; the filter looks through all of it. */
export function LongIndex({ most, letters, label, ...shown }: LongIndexProps) {
  const { search } = useLocation();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(fold(words));
  const letter = chosenLetter(search, letters);
  return (
    <>
      <Filter label={label} words={words} onWords={setWords} />
      {wanted !== '' && <Found wanted={wanted} {...shown} />}
      {wanted === '' && <Letters kind={shown.kind} letters={letters} chosen={letter} />}
      {wanted === '' && letter && <OfLetter key={letterKey(letter)} letter={letter} {...shown} />}
      {wanted === '' && !letter && (
        <section className={styles.columns} aria-label={listStrings.most}>
          <Names entries={most} renderName={shown.renderName} />
        </section>
      )}
    </>
  );
}

function Letters({ kind, letters, chosen }: { kind: ListKind; letters: readonly ListLetter[]; chosen: ListLetter | undefined }) {
  return (
    <nav className={styles.letters} aria-label={listStrings.letters}>
      <ul>
        <li>
          <PageLink to={kind === 'topic' ? topicsHref() : providersHref()} opens={false} current={!chosen}>
            {listStrings.most}
          </PageLink>
        </li>
        {letters.map((one) => (
          <li key={letterKey(one)}>
            <PageLink
              to={letterHref(kind, letterKey(one))}
              opens={false}
              current={one === chosen}
              aria-label={listStrings.names(one.letter ?? listStrings.otherLetters, one.count)}
            >
              {one.letter ?? listStrings.otherLetters} <span className={styles.names}>{number(one.count)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OfLetter({ letter, ...shown }: { letter: ListLetter } & Shown) {
  const name = letter.letter ?? listStrings.otherLetters;
  return (
    <section aria-label={name}>
      <h2 className={styles.letter}>{name}</h2>
      <Parts names={letter.parts} left={letter.count} {...shown} />
    </section>
  );
}

interface PartsProps extends Shown {
  names: readonly string[];
  /** How many entries these parts have. */
  left: number;
  isNext?: boolean;
}

/** One by one: of some letters there are thousands. */
function Parts({ names: [name = '', ...others], left, isNext = false, kind, renderName }: PartsProps) {
  const { data, error, refetch } = useQuery(partQuery(kind, name));
  const [wanted, setWanted] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  const isThere = data !== undefined;
  // The button that had the focus is gone: reading goes on with what it brought.
  useEffect(() => {
    if (isThere && isNext && document.activeElement === document.body)
      block.current?.querySelector('a')?.focus({ preventScroll: true });
  }, [isThere, isNext]);
  if (!data && error)
    return <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} />;
  if (!data) return null;
  const rest = left - data.entries.length;
  return (
    <>
      <div ref={block} className={styles.columns}>
        <Names entries={data.entries} renderName={renderName} />
      </div>
      {others.length > 0 && wanted && <Parts names={others} left={rest} isNext kind={kind} renderName={renderName} />}
      {others.length > 0 && !wanted && (
        <button type="button" className={styles.more} onClick={() => setWanted(true)}>
          {panelStrings.showMore(rest)}
        </button>
      )}
    </>
  );
}

function Found({ wanted, kind, renderName }: { wanted: string } & Shown) {
  const { data, error, refetch } = useQuery(wholeListQuery(kind));
  if (data) return <FoundNames entries={data} wanted={wanted} renderName={renderName} />;
  if (error) return <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} />;
  return (
    <p className={styles.looking} role="status">
      {listStrings.looking}
    </p>
  );
}
