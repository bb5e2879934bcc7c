import { useQuery } from '@tanstack/react-query';
import { providersQuery } from '../../data/list-queries.ts';
import { listStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { Byline } from '../../ui/byline.tsx';
import { LetterIndex } from './letter-index.tsx';
import { ListPage } from './list-page.tsx';

/** All providers. */
export function ProviderIndex() {
  const { data, error, refetch } = useQuery(providersQuery());
  return (
    <ListPage title={strings.providers} count={data?.providers.length} error={error} onRetry={() => void refetch()}>
      {data && (
        <LetterIndex
          entries={data.providers}
          label={listStrings.providers}
          renderName={({ provider }) => <Byline provider={provider} linked />}
        />
      )}
    </ListPage>
  );
}
