import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { lettersQuery, listQuery } from '../../data/list-queries.ts';
import { letterOf } from '../../lib/group-by-letter.ts';
import type { ListKind } from '../../schema/paths.ts';
import { completed, type Suggestion, suggestionsFor, type Unfinished, unfinishedAt } from './complete-query.ts';

/**
 * What could be written next. active: the suggestion that the arrows are on, -1 for none. look: where the caret is now, undefined to
 * suggest nothing. onKey: whether the key was for the suggestions.
 */
export function useCompletion(written: string, onWritten: (written: string) => void, field: RefObject<HTMLInputElement | null>) {
  const [caret, setCaret] = useState<number>();
  const [active, setActive] = useState(-1);
  const piece = caret === undefined ? undefined : unfinishedAt(written, caret);
  const suggestions = useSuggestions(piece);
  const look = (at: number | undefined) => {
    setCaret(at);
    setActive(-1);
  };
  const choose = (suggestion: Suggestion) => {
    if (!piece) return;
    const next = completed(written, piece, suggestion);
    onWritten(next.written);
    look(next.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const onKey = (key: string): boolean => {
    const [count, chosen] = [suggestions.length, suggestions[active]];
    if ((key === 'ArrowDown' || key === 'ArrowUp') && count > 0)
      setActive(key === 'ArrowDown' ? (active + 1) % count : (Math.max(active, 0) + count - 1) % count);
    else if (key === 'Enter' && chosen) choose(chosen);
    else if (key === 'Escape' && count > 0) look(undefined);
    else return false;
    return true;
  };
  return { suggestions, active, choose, look, onKey };
}

function useSuggestions(piece: Unfinished | undefined): Suggestion[] {
  const operator = piece?.operator;
  const kind = operator === 'topic' || operator === 'provider' ? operator : undefined;
  const names = useNames(kind, piece?.value ?? '');
  if (!piece) return [];
  return suggestionsFor(
    piece,
    names.toSorted((a, b) => b.count - a.count),
  );
}

/** Lists of topics and providers are loaded when one is asked for; of a long one those with the most articles, and the letter's that was written. */
function useNames(kind: ListKind | undefined, written: string) {
  const of = kind ?? 'topic';
  const list = useQuery({ ...listQuery(of), enabled: kind !== undefined }).data;
  const own = list?.letters?.filter(({ letter }) => letter === letterOf(written)) ?? [];
  const ofLetter =
    useQuery({ ...lettersQuery(of, own), enabled: kind !== undefined && written !== '' && own.length > 0 }).data ?? [];
  if (!list || kind === undefined) return [];
  const known = new Set(list.entries.map(({ id }) => id));
  return [...list.entries, ...ofLetter.filter(({ id }) => !known.has(id))];
}
