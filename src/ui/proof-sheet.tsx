import type { ReactNode } from 'react';
import { draftStrings as words } from '../lib/draft-strings.ts';
import type { DraftReason } from '../schema/card.ts';
import styles from './proof.module.css';

/** A printer's proof around what is not published: blue wash, crop marks, a slug line with the reason. */
export function ProofSheet({ reason, children }: { reason: DraftReason; children: ReactNode }) {
  return (
    <div className={styles.proof}>
      <p className={styles.slug}>
        {words.unpublished}, {words.reason[reason]}
      </p>
      {children}
    </div>
  );
}
