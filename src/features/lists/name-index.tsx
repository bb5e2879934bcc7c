import { useQuery } from '@tanstack/react-query';
import { listQuery } from '../../data/list-queries.ts';
import type { ListKind } from '../../schema/paths.ts';
import { LetterIndex, type RenderName } from './letter-index.tsx';
import { ListPage } from './list-page.tsx';
import { LongIndex } from './long-index.tsx';

interface NameIndexProps {
  kind: ListKind;
  title: string;
  /** What the filter is called. */
  label: string;
  renderName: RenderName;
}

/** All topics or providers: whole, or where they are very many letter by letter. */
export function NameIndex({ kind, title, label, renderName }: NameIndexProps) {
  const { data, error, refetch } = useQuery(listQuery(kind));
  const parts = { label, renderName };
  return (
    <ListPage title={title} count={data?.total} error={error} onRetry={() => void refetch()}>
      {data?.letters && <LongIndex kind={kind} most={data.entries} letters={data.letters} {...parts} />}
      {data && !data.letters && <LetterIndex entries={data.entries} {...parts} />}
    </ListPage>
  );
}
