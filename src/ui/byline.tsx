import type { ReactNode } from 'react';
import { providerHref } from '../lib/href.ts';
import type { Provider } from '../schema/card.ts';
import { Badge } from './badge.tsx';
import styles from './byline.module.css';
import { PageLink } from './page-link.tsx';
import { Text } from './text.tsx';

/** Badge and name of a provider, with what belongs on the same line (time, heat). linked: the name leads to the provider's feed. */
export function Byline({ provider, children, linked = false }: { provider: Provider; children?: ReactNode; linked?: boolean }) {
  const name = <Text>{provider.name}</Text>;
  return (
    <p className={styles.byline}>
      <Badge provider={provider} />
      {linked ? (
        <PageLink className={styles.name} to={providerHref(provider)} title={provider.name} opens={false}>
          {name}
        </PageLink>
      ) : (
        <span className={styles.name} title={provider.name}>
          {name}
        </span>
      )}
      {children}
    </p>
  );
}
