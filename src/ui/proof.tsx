import { lazy, type ReactNode, Suspense, use } from 'react';
import type { DraftReason } from '../schema/card.ts';
import { Elsewhere } from './elsewhere.ts';

/** No part of the reader as it is built: previews bring it with them. */
const Sheet = import.meta.env.DEV ? lazy(async () => ({ default: (await import('./proof-sheet.tsx')).ProofSheet })) : undefined;

/** Marks what is not published, which stands in previews and in development alone. Without a reason, just the children. */
export function Proof({ reason, children }: { reason: DraftReason | undefined; children: ReactNode }) {
  const elsewhere = use(Elsewhere);
  if (reason === undefined) return children;
  if (elsewhere) return elsewhere.mark(reason, children);
  if (!Sheet) return children;
  return (
    <Suspense fallback={children}>
      <Sheet reason={reason}>{children}</Sheet>
    </Suspense>
  );
}
