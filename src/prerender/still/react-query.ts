import { jsx } from './jsx-runtime.ts';
import { createContext, use } from './react.ts';
import type { StillElement } from './still-element.ts';

type Key = readonly unknown[];
interface Asked {
  queryKey: Key;
  enabled?: boolean;
}

/** `@tanstack/react-query` where pages are drawn ahead: what has been given, and nothing else is on its way. */
export class QueryClient {
  /** A page has three or four: looking through them is quicker than naming each. */
  readonly #given: (readonly [key: Key, data: unknown])[] = [];

  setQueryData(key: Key, data: unknown): void {
    this.#given.push([key, data]);
  }

  getQueryData(key: Key): unknown {
    for (const [known, data] of this.#given) if (known.length === key.length && begins(known, key)) return data;
    return undefined;
  }

  /** Those whose keys begin like this one. */
  getQueriesData({ queryKey }: { queryKey: Key }): (readonly [Key, unknown])[] {
    return this.#given.filter(([key]) => begins(key, queryKey));
  }

  getQueryState(key: Key): { data: unknown; status: string } | undefined {
    const data = this.getQueryData(key);
    return data === undefined ? undefined : { data, status: 'success' };
  }
}

function begins(key: Key, start: Key): boolean {
  for (let at = 0; at < start.length; at++) if (key[at] !== start[at]) return false;
  return true;
}

const ClientContext = createContext(undefined);
export const QueryClientProvider = ({ client, children }: { client: QueryClient; children: unknown }): StillElement =>
  jsx(ClientContext, { value: client, children });
export const useQueryClient = (): QueryClient => use(ClientContext) as QueryClient;

/** As after an answer of just now; without one, as before. */
export function useQuery({ queryKey }: Asked) {
  const data = useQueryClient().getQueryData(queryKey);
  const isPending = data === undefined;
  return { data, error: null, isPending, isError: false, dataUpdatedAt: isPending ? 0 : 1, errorUpdatedAt: 0, refetch: never };
}

const never = (): void => undefined;

export const useIsFetching = (): number => 0;
export const queryOptions = <T>(options: T): T => options;
export const keepPreviousData = <T>(data: T): T => data;
