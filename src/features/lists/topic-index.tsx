import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { topicsQuery } from '../../data/queries.ts';
import { topicHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';

export function TopicIndex() {
  const { data } = useQuery(topicsQuery());
  return (
    <section>
      <h1>{strings.topics}</h1>
      <ul>
        {data?.topics.map((topic) => (
          <li key={topic.id}>
            <Link to={topicHref(topic.name)}>{topic.name}</Link> {topic.count}
          </li>
        ))}
      </ul>
    </section>
  );
}
