import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * Whether the script has taken over the page. What rests on the whole publication (its sections, how hot is hot) is drawn only then: a
 * page that is made ahead rests on its own articles, or each new one would change them all.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
