import { DataFault } from '../../data/fetch-json.ts';
import { strings } from '../../lib/strings.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import styles from './coverage.module.css';
import type { CoverageState } from './use-coverage.ts';

/** In the place of lines that are not there yet, or that did not come. */
export function CoverageRest({ state }: { state: CoverageState }) {
  if (state.rest === 'failed')
    return <FaultNote kind={state.error instanceof DataFault ? state.error.kind : 'broken'} onRetry={state.retry} />;
  return <output className={styles.waiting}>{strings.loading}</output>;
}
