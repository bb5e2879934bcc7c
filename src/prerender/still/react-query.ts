import { createContext, use } from './react.ts';
import { jsx } from './jsx-runtime.ts';
import type { StillElement } from './still-element.ts';

type Key = readonly unknown[];
interface Asked {
  queryKey: Key;
  enabled?: boolean;
}

/** `@tanstack/react-query` where pages are drawn ahead: what has been given, and nothing else is on its way. */
export class QueryClient {
  readonly #given = new Map<string, readonly [key: Key, data: unknown]>();

  setQueryData(key: Key, data: unknown): void {
    this.#given.set(nameOf(key), [key, data]);
  }

  getQueryData(key: Key): unknown {
    return this.#given.get(nameOf(key))?.[1];
  }

  /** Those whose keys begin like this one. */
  getQueriesData({ queryKey }: { queryKey: Key }): (readonly [Key, unknown])[] {
    const found: (readonly [Key, unknown])[] = [];
    for (const entry of this.#given.values()) if (queryKey.every((part, at) => entry[0][at] === part)) found.push(entry);
    return found;
  }

  getQueryState(key: Key): { data: unknown; status: string } | undefined {
    const data = this.getQueryData(key);
    return data === undefined ? undefined : { data, status: 'success' };
  }
}

const nameOf = (key: Key): string => JSON.stringify(key);

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
