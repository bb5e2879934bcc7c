import { queryOptions } from '@tanstack/react-query';
import { type ListKind, listFile, listPartFile } from '../schema/paths.ts';
import { type ListEntry, type ListLetter, NameList } from '../schema/publication.ts';
import { fetchJson } from './fetch-json.ts';
import { contents } from './queries.ts';

/** All topics or providers, or the table of contents of a long list. */
export const listQuery = (kind: ListKind) =>
  queryOptions({ ...contents, queryKey: ['list', kind], queryFn: ({ signal }) => fetchJson(listFile(kind), NameList, signal) });

/** A part of a long list. */
export const partQuery = (kind: ListKind, name: string) =>
  queryOptions({
    ...contents,
    queryKey: ['list', kind, name],
    queryFn: ({ signal }) => fetchJson(listPartFile(kind, name), NameList, signal),
  });

/** The entries of some letters of a long list, by name. */
export const lettersQuery = (kind: ListKind, letters: readonly ListLetter[]) => {
  const parts = letters.flatMap((letter) => letter.parts);
  return queryOptions({
    ...contents,
    queryKey: ['list', kind, 'letters', ...parts],
    queryFn: async ({ client }): Promise<ListEntry[]> => {
      const lists = await Promise.all(parts.map((name) => client.fetchQuery(partQuery(kind, name))));
      return lists.flatMap(({ entries }) => entries);
    },
  });
};

/** Every entry, by name, however long the list is. */
export const wholeListQuery = (kind: ListKind) =>
  queryOptions({
    ...contents,
    queryKey: ['list', kind, 'whole'],
    queryFn: async ({ client }): Promise<ListEntry[]> => {
      const { entries, letters } = await client.fetchQuery(listQuery(kind));
      return letters ? client.fetchQuery(lettersQuery(kind, letters)) : entries;
    },
  });
