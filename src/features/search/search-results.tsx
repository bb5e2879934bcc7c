import { type ReactNode, startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { DataFault } from '../../data/fetch-json.ts';
import { searchStrings as words } from '../../lib/search-strings.ts';
import { readScroll } from '../../store/scroll-store.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import notice from '../../ui/notice.module.css';
import type { Hit } from './find-articles.ts';
import { TermsContext } from './marked.tsx';
import { SearchHit } from './search-hit.tsx';
import styles from './search-results.module.css';
import { SearchStatus } from './search-status.tsx';
import type { Sort } from './use-query-address.ts';
import { type SearchState, useSearch } from './use-search.ts';

/** How many hits are shown at once, and how many periods are read for the best of them to be among those. */
const STEP = 20;
const PERIODS = 4;
/** What two words share many periods of but stand in no article together would be looked for in all of them. */
const MOST_PERIODS = 18;
/** While keys follow each other, what is out of sight is not drawn. */
const AT_ONCE = 5;
const REST_MS = 250;

interface SearchResultsProps {
  written: string;
  sort: Sort;
  sorting: ReactNode;
}

/** What was found, and how far it was looked for. */
export function SearchResults({ written, sort, sorting }: SearchResultsProps) {
  const [further, setFurther] = useState({ written, steps: 1 });
  const steps = further.written === written ? further.steps : 1;
  const enough = { hits: steps * STEP, periods: sort === 'relevance' ? steps * PERIODS : 0, most: steps * MOST_PERIODS };
  const { state, again } = useSearch(written, enough);
  const rested = useRested(written, state);
  useWayBack(rested);
  const hits = useMemo(() => sorted(state.found?.hits ?? [], sort), [state.found, sort]);
  const { fault, found, inTab, done, query } = state;
  if (fault !== undefined && !inTab) return <FaultNote kind={kindOf(fault)} onRetry={again} />;
  const shown = hits.slice(0, rested ? steps * STEP : AT_ONCE);
  return (
    <section aria-busy={!done} data-query={state.written}>
      <div className={styles.head}>
        <SearchStatus state={state} />
        {hits.length > 1 && sorting}
      </div>
      <SearchNotes state={state} again={again} />
      {done && found?.hits.length === 0 && found.since === undefined && <Nothing />}
      <ol className={styles.list}>
        <TermsContext value={query.terms}>
          {shown.map(({ article }) => (
            <SearchHit key={article.slug} article={article} />
          ))}
        </TermsContext>
      </ol>
      {done && rested && found && (shown.length < hits.length || found.since !== undefined) && (
        <button type="button" className={styles.more} onClick={() => setFurther({ written, steps: steps + 1 })}>
          {shown.length < hits.length ? words.more : words.further}
        </button>
      )}
    </section>
  );
}

/** Where the page was left, once what was there is there again. */
function useWayBack(rested: boolean): void {
  const { key } = useLocation();
  const action = useNavigationType();
  const [place] = useState(() => (action === 'POP' ? readScroll(key) : undefined));
  const returned = useRef(false);
  useLayoutEffect(() => {
    if (!rested || returned.current) return;
    returned.current = true;
    if (place !== undefined) window.scrollTo({ top: place, behavior: 'instant' });
  }, [rested, place]);
}

/** Whether the answer to what is written has stood for a moment. */
function useRested(written: string, { done, written: answered }: SearchState): boolean {
  const [rested, setRested] = useState<string>();
  const answers = done && answered === written;
  useEffect(() => {
    if (!answers) return;
    const timer = setTimeout(() => startTransition(() => setRested(written)), REST_MS);
    return () => clearTimeout(timer);
  }, [answers, written]);
  return rested === written;
}

/** By worth, then by time; they come newest first. */
const sorted = (hits: readonly Hit[], sort: Sort): Hit[] =>
  sort === 'date'
    ? hits.toSorted((a, b) => b.article.time - a.article.time)
    : hits.toSorted((a, b) => b.score - a.score || b.article.time - a.article.time);

const kindOf = (fault: unknown) => (fault instanceof DataFault ? fault.kind : 'broken');

const Nothing = () => (
  <div className={notice.notice}>
    <p className={notice.title}>{words.none}</p>
    <p>{words.noneNote}</p>
  </div>
);

/** What was searched for instead, and what could not be searched. */
function SearchNotes({ state, again }: { state: SearchState; again: () => void }) {
  const { changes, found, inTab, fault } = state;
  const offline = (inTab ? fault : found?.fault) instanceof DataFault && kindOf(inTab ? fault : found?.fault) === 'offline';
  const lines = changes.map(({ from, to }) => words.corrected(from, to));
  if (inTab && found) lines.push(offline ? words.offlineInTab(found.total) : words.inTab(found.total));
  else if (found && found.missing > 0 && state.done)
    lines.push(offline ? words.offlineMissing(found.looked, found.total) : words.missing(found.looked, found.total));
  if (lines.length === 0) return null;
  return (
    <div className={styles.notes}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {(inTab || (found && found.missing > 0)) && (
        <button type="button" onClick={again}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
