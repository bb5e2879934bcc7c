import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { clusterStrings, panelStrings } from '../../lib/later-strings.ts';
import type { ArticleFile, ArticleManifest } from '../../schema/article.ts';
import styles from './coverage.module.css';
import { CoverageDays } from './coverage-days.tsx';
import { CoverageLines } from './coverage-lines.tsx';
import { CoverageRest } from './coverage-rest.tsx';
import { Panel } from './panel.tsx';
import { beginning } from './timeline.ts';
import { type Cluster, useCluster } from './use-cluster.ts';
import { useCoverage } from './use-coverage.ts';
import { usePrinting } from './use-printing.ts';

const SHOWN_FIRST = 4;
/** More than these are told apart by day, each day foldable. */
const BY_DAY_FROM = 20;

export type Here = ArticleManifest['here'];

/** Who else tells of the same event, oldest first; most of it elsewhere. Nothing while it is not known whether anybody does. */
export function Coverage({ article, here }: { article: ArticleFile; here: Here }) {
  const cluster = useCluster(article.slug);
  if (!cluster && article.coverageTotal === 0) return null;
  return <CoveragePanel article={article} here={here} cluster={cluster ?? NO_CLUSTER} />;
}

const NO_CLUSTER: Cluster = { stories: [], tie: undefined };

function CoveragePanel({ article, here, cluster }: { article: ArticleFile; here: Here; cluster: Cluster }) {
  const [asked, setAsked] = useState(false);
  const few = article.coverageTotal + cluster.stories.length <= SHOWN_FIRST + 1;
  const wanted = asked || few;
  const printing = usePrinting();
  const state = useCoverage(article, cluster, wanted);
  const list = useRef<HTMLDivElement>(null);
  const { stories, providers, alone } = state;
  const { name } = article.provider;
  if (stories === 0) return <Panel id="coverage" title={panelStrings.coverage} note={clusterStrings.coveredAlone(name)} />;
  const all = wanted || printing;
  const shown = all ? state.entries : beginning(state.entries, SHOWN_FIRST);
  const showAll = () => {
    const before = shown.length;
    flushSync(() => setAsked(true));
    focusLine(list.current, before);
  };
  return (
    <Panel
      id="coverage"
      title={panelStrings.coverage}
      note={alone ? clusterStrings.coverageAllBy(stories, name) : panelStrings.coverageBy(stories, providers)}
    >
      <div ref={list} className={styles.coverage}>
        {stories > BY_DAY_FROM && !printing ? (
          <CoverageDays entries={shown} here={here} counted={all && state.rest === 'whole'} />
        ) : (
          <CoverageLines entries={shown} here={here} />
        )}
      </div>
      {!wanted && (
        <button type="button" className={styles.more} onClick={showAll}>
          {panelStrings.showMore(stories - SHOWN_FIRST)}
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
