import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DataFault, type DataFaultKind, isMissing } from '../../data/fetch-json.ts';
import { findCard } from '../../data/find-card.ts';
import { articleFileQuery, articleManifestQuery } from '../../data/queries.ts';
import type { ArticleFile } from '../../schema/article.ts';
import type { Card, RelatedCard } from '../../schema/card.ts';

/**
 * What is known of an article. waiting and fault may have the card by which the reader came.
 * listed: its table of contents is there, only its file is not. gone: the publication has no such article.
 */
export type ArticleState =
  | { kind: 'ready'; article: ArticleFile }
  | { kind: 'waiting'; card: Card | RelatedCard | undefined }
  | { kind: 'fault'; fault: DataFaultKind; retry: () => void; listed: boolean; card: Card | RelatedCard | undefined }
  | { kind: 'gone' };

const faultKind = (error: unknown): DataFaultKind => (error instanceof DataFault ? error.kind : 'broken');

/** Its table of contents names its file; a card that is loaded already does too, so that both requests start at once. */
export function useArticle(slug: string): ArticleState {
  const client = useQueryClient();
  const [card] = useState(() => findCard(client, slug));
  const manifest = useQuery(articleManifestQuery(slug));
  const name = manifest.data?.file ?? card?.file;
  const file = useQuery({
    enabled: name !== undefined,
    placeholderData: keepPreviousData,
    ...articleFileQuery(slug, name ?? ''),
  });
  // The file may have been replaced after its name was learned: the table of contents then names another.
  const outdated = isMissing(file.error) && manifest.dataUpdatedAt < file.errorUpdatedAt && !manifest.isError;
  const { refetch } = manifest;
  useEffect(() => {
    if (outdated) void refetch();
  }, [outdated, refetch]);

  if (isMissing(manifest.error)) return { kind: 'gone' };
  if (file.data) return { kind: 'ready', article: file.data };
  const fault = name === undefined ? manifest.error : file.error;
  if (!fault || outdated) return { kind: 'waiting', card };
  const retry = async () => {
    if (name === undefined || isMissing(fault)) await manifest.refetch();
    if (name !== undefined) await file.refetch();
  };
  return { kind: 'fault', fault: faultKind(fault), retry: () => void retry(), listed: manifest.data !== undefined, card };
}
