import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { providerHref } from '../lib/href.ts';
import type { Provider } from '../schema/card.ts';
import { Badge } from './badge.tsx';
import styles from './byline.module.css';
import { Text } from './text.tsx';

/** Badge and name of a provider, with what belongs on the same line (time, heat). linked: the name leads to the provider's feed. */
export function Byline({ provider, children, linked = false }: { provider: Provider; children?: ReactNode; linked?: boolean }) {
  const name = <Text>{provider.name}</Text>;
  return (
    <p className={styles.byline}>
      <Badge provider={provider} />
      {linked ? (
        <Link className={styles.name} to={providerHref(provider)} title={provider.name}>
          {name}
        </Link>
      ) : (
        <span className={styles.name} title={provider.name}>
          {name}
        </span>
      )}
      {children}
    </p>
  );
}
