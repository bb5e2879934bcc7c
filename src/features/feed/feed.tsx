import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { feedManifestQuery } from '../../data/queries.ts';
import { articleHref } from '../../lib/href.ts';
import type { FeedKind } from '../../schema/feed.ts';

export function Feed({ kind, id }: { kind: FeedKind; id: string }) {
  const { data } = useQuery(feedManifestQuery(kind, id));
  return (
    <ul>
      {data?.cards.map((card) => (
        <li key={card.slug}>
          <Link to={articleHref(card)}>{card.title}</Link>
        </li>
      ))}
    </ul>
  );
}
