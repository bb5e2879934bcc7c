import type { Provider } from '../../schema/card.ts';
import { monogramOf } from '../../ui/badge.tsx';
import styles from './card.module.css';

/** The provider's initial, large and pale, in the room that a card without a picture leaves beside ones with. */
export const CardOrnament = ({ provider }: { provider: Provider }) => (
  <div className={styles.ornament} aria-hidden="true">
    <span>{monogramOf(provider.name)}</span>
  </div>
);
