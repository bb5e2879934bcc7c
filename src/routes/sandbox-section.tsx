import type { ReactNode } from 'react';
import styles from './sandbox.module.css';

/** A part of the sandbox under its name. */
export const Section = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={styles.section}>
    <h2 className={styles.name}>{name}</h2>
    {children}
  </section>
);

/** One state, with the word for it. */
export const State = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.state}>
    <p className={styles.label}>{name}</p>
    {children}
  </div>
);

/** The same in both themes, side by side. */
export const BothThemes = ({ children }: { children: ReactNode }) => (
  <div className={styles.pair}>
    <div className={styles.light}>{children}</div>
    <div className={styles.dark}>{children}</div>
  </div>
);
