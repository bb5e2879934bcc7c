import type { ReactNode } from 'react';
import { strings } from '../lib/strings.ts';
import type { DraftReason } from '../schema/card.ts';
import styles from './proof.module.css';

/** A printer's proof around what is not published: blue wash, crop marks, a slug line with the reason. Without a reason, just the children. */
export function Proof({ reason, children }: { reason: DraftReason | undefined; children: ReactNode }) {
  if (reason === undefined) return children;
  return (
    <div className={styles.proof}>
      <p className={styles.slug}>
        {strings.unpublished}, {strings.drafts.reason[reason]}
      </p>
      {children}
    </div>
  );
}
