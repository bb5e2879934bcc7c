import { topicHref } from '../../lib/href.ts';
import { listStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import styles from './letter-index.module.css';
import { NameIndex } from './name-index.tsx';

/** All topics. */
export const TopicIndex = () => (
  <NameIndex
    kind="topic"
    title={strings.topics}
    label={listStrings.topics}
    renderName={({ name }) => (
      <PageLink className={styles.topic} to={topicHref(name)}>
        <Text>{name}</Text>
      </PageLink>
    )}
  />
);
