import { useQuery } from '@tanstack/react-query';
import { topicsQuery } from '../../data/list-queries.ts';
import { topicHref } from '../../lib/href.ts';
import { listStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import styles from './letter-index.module.css';
import { LetterIndex } from './letter-index.tsx';
import { ListPage } from './list-page.tsx';

/** All topics. */
export function TopicIndex() {
  const { data, error, refetch } = useQuery(topicsQuery());
  return (
    <ListPage title={strings.topics} count={data?.topics.length} error={error} onRetry={() => void refetch()}>
      {data && (
        <LetterIndex
          entries={data.topics}
          label={listStrings.topics}
          renderName={({ name }) => (
            <PageLink className={styles.topic} to={topicHref(name)}>
              <Text>{name}</Text>
            </PageLink>
          )}
        />
      )}
    </ListPage>
  );
}
