import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Location, useLocation, useNavigate, useNavigationType } from 'react-router';
import { QUERY_LENGTH } from './parse-query.ts';

export type Sort = 'relevance' | 'date';

interface Asked {
  written: string;
  sort: Sort;
}

/** Browsers refuse an address that changes with every key. */
const REST_MS = 300;
/** Marks addresses that this page wrote itself. */
const OWN = { typed: true };

/**
 * What is searched for, with the page's address kept in step: replaced while it is typed, and with Enter a place of its own in the history.
 * Back and forward bring back what was searched for there.
 */
export function useQueryAddress() {
  const location = useLocation();
  const action = useNavigationType();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(() => askedIn(location.search));
  const settled = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const here = useRef(location.key);
  const arrive = useEffectEvent(({ key, search, state }: Location) => {
    // It began with this one, and something may have been typed since.
    if (key === here.current) return;
    here.current = key;
    if (action !== 'POP' && (state as typeof OWN | null)?.typed) return;
    clearTimeout(timer.current);
    settled.current = askedIn(search);
    setAsked(settled.current);
  });
  useEffect(() => arrive(location), [location]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: Asked, replace: boolean) => void navigate({ search: searchOf(next) }, { replace, state: OWN });
  const change = (next: Asked) => {
    setAsked(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(next, true), REST_MS);
  };
  return {
    ...asked,
    setWritten: (written: string) => change({ ...asked, written: written.slice(0, QUERY_LENGTH) }),
    setSort: (sort: Sort) => change({ ...asked, sort }),
    settle: () => {
      clearTimeout(timer.current);
      if (searchOf(asked) === searchOf(settled.current)) return;
      // What was typed over is put back first, so that the way back leads there.
      write(settled.current, true);
      write(asked, false);
      settled.current = asked;
    },
  };
}

function askedIn(search: string): Asked {
  const found = new URLSearchParams(search);
  return {
    written: (found.get('q') ?? '').slice(0, QUERY_LENGTH),
    sort: found.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

function searchOf({ written, sort }: Asked): string {
  const search = new URLSearchParams();
  if (written !== '') search.set('q', written);
  if (sort !== 'relevance') search.set('sort', sort);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
