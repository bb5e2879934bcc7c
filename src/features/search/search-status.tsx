import { useEffect, useState } from 'react';
import { absoluteDate } from '../../lib/dates.ts';
import { searchStrings as words } from '../../lib/search-strings.ts';
import { usePublication } from '../../ui/publication-context.ts';
import { asksForSomething } from './parse-query.ts';
import type { SearchState } from './use-search.ts';

/** Read out when nothing has changed for that long: each key changes it. */
const REST_MS = 700;

/** How many were found, for the eye at once and for the ear when it rests. */
export function SearchStatus({ state }: { state: SearchState }) {
  const publication = usePublication();
  const day = (seconds: number): string =>
    absoluteDate(new Date(seconds * 1000).toISOString(), 'day', publication?.language ?? 'en', publication?.timeZone ?? 'UTC');
  const sentence = sentenceFor(state, day);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), REST_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <>
      <p className={sentence === words.none ? 'visually-hidden' : undefined} aria-hidden="true">
        {sentence}
      </p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function sentenceFor({ written, query, found, done }: SearchState, day: (seconds: number) => string): string {
  if (written !== '' && done && !asksForSomething(query)) return query.pieces.length > 0 ? words.onlyNot : '';
  if (!found) return words.searching;
  const count = found.hits.length;
  if (!done) return words.foundSoFar(count);
  if (found.since !== undefined) return `${words.foundSince(count, day(found.since))}. ${words.notOlder}`;
  return count === 0 ? words.none : words.found(count);
}
