import { useQuery } from '@tanstack/react-query';
import { providersQuery } from '../../data/queries.ts';
import { strings } from '../../lib/strings.ts';
import { Byline } from '../../ui/byline.tsx';

export function ProviderIndex() {
  const { data } = useQuery(providersQuery());
  return (
    <section>
      <h1>{strings.providers}</h1>
      <ul>
        {data?.providers.map(({ id, provider, count }) => (
          <li key={id}>
            <Byline provider={provider} linked>
              {count}
            </Byline>
          </li>
        ))}
      </ul>
    </section>
  );
}
