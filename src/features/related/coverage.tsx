import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { strings } from '../../lib/strings.ts';
import type { ArticleFile, ArticleManifest } from '../../schema/article.ts';
import styles from './coverage.module.css';
import { CoverageDays } from './coverage-days.tsx';
import { CoverageLines } from './coverage-lines.tsx';
import { CoverageRest } from './coverage-rest.tsx';
import { Panel } from './panel.tsx';
import { beginning } from './timeline.ts';
import { useCoverage } from './use-coverage.ts';
import { usePrinting } from './use-printing.ts';

const SHOWN_FIRST = 4;
/** More than these are told apart by day, each day foldable. */
const BY_DAY_FROM = 20;

export type Here = ArticleManifest['here'];

/** Who else tells of the same event, oldest first; most of it elsewhere. An article that nobody is known to share has no panel. */
export function Coverage({ article, here }: { article: ArticleFile; here: Here }) {
  const [wanted, setWanted] = useState(article.coverageTotal <= SHOWN_FIRST + 1);
  const printing = usePrinting();
  const state = useCoverage(article, wanted);
  const list = useRef<HTMLDivElement>(null);
  const { coverageTotal, coverageProviders } = article;
  if (coverageTotal === 0) return null;
  const all = wanted || printing;
  const shown = all ? state.entries : beginning(state.entries, SHOWN_FIRST);
  const showAll = () => {
    const before = shown.length;
    flushSync(() => setWanted(true));
    focusLine(list.current, before);
  };
  return (
    <Panel id="coverage" title={strings.coverage} note={strings.coverageBy(coverageTotal, coverageProviders)}>
      <div ref={list} className={styles.coverage}>
        {coverageTotal > BY_DAY_FROM && !printing ? (
          <CoverageDays entries={shown} here={here} counted={all && state.rest === 'whole'} />
        ) : (
          <CoverageLines entries={shown} here={here} />
        )}
      </div>
      {!wanted && (
        <button type="button" className={styles.more} onClick={showAll}>
          {strings.showMore(coverageTotal - SHOWN_FIRST)}
        </button>
      )}
      {wanted && state.rest !== 'whole' && <CoverageRest state={state} />}
    </Panel>
  );
}

/** Reading goes on where the new lines begin. */
function focusLine(list: HTMLElement | null, place: number): void {
  const line = list?.querySelectorAll<HTMLElement>('li')[place];
  (line?.querySelector<HTMLElement>('a') ?? line)?.focus();
}
