import type { ReactNode } from 'react';
import { PanelBoundary } from '../../ui/panel-boundary.tsx';
import styles from './panel.module.css';

/** A part of the side column: a heading over a rule, with what is said of it in quiet beside. */
export function Panel({
  id,
  title,
  note,
  screenOnly = false,
  children,
}: {
  /** The heading's, on the page. */
  id: string;
  title: string;
  note?: string | undefined;
  /** Paper cannot follow its links. */
  screenOnly?: boolean;
  children?: ReactNode;
}) {
  return (
    <section className={styles.panel} data-screen={screenOnly || undefined} aria-labelledby={id}>
      <h2 id={id} className={styles.head}>
        {title}
        {note !== undefined && <span className={styles.note}> {note}</span>}
      </h2>
      <PanelBoundary>{children}</PanelBoundary>
    </section>
  );
}
