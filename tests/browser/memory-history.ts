import type { NavigateOptions, To } from 'react-router';
import { createLocation, type Entry, hrefOf, type ReaderHistory } from '../../src/app/reader-history.ts';

/** A history like a tab's, without the test runner's own address. */
export function createMemoryHistory(path: string): ReaderHistory {
  const entries = [createLocation(path, null, 'default')];
  let index = 0;
  let action: Entry['action'] = 'POP';
  let listener: Parameters<ReaderHistory['listen']>[0] | undefined;
  const current = (): Entry => ({ location: entries[index] ?? createLocation('/'), action });
  const tell = (by: Entry['action'], options: NavigateOptions) => {
    action = by;
    listener?.(current(), options);
  };
  const write =
    (by: 'PUSH' | 'REPLACE') =>
    (to: To, state?: unknown, options: NavigateOptions = {}) => {
      if (by === 'PUSH') index++;
      entries.splice(index, entries.length, createLocation(to, state));
      tell(by, options);
    };
  const go = (delta: number) => {
    index = Math.max(0, Math.min(entries.length - 1, index + delta));
    tell('POP', {});
  };
  return {
    current,
    navigator: { createHref: hrefOf, go, push: write('PUSH'), replace: write('REPLACE') },
    listen: (next) => {
      listener = next;
      return () => {
        listener = undefined;
      };
    },
  };
}
