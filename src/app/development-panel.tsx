import { type ReactNode, useSyncExternalStore } from 'react';
import { developmentStrings } from '../lib/development-strings.ts';
import { draftStrings } from '../lib/draft-strings.ts';
import type { Issue } from '../schema/issue.ts';
import { ReaderStoreProvider, useReaderStore, useSettings } from '../store/reader-context.tsx';
import type { ReaderStore } from '../store/reader-store.ts';
import type { FaultList } from './development-faults.ts';
import styles from './development-panel.module.css';

const SHOWN = 20;

/** The tools at the page's edge, in a root of their own: a page that breaks does not take them along. */
export const createDevelopmentPanel = (store: ReaderStore, faults: FaultList): ReactNode => (
  <ReaderStoreProvider value={store}>
    <aside className={styles.tools} aria-label={developmentStrings.development}>
      <Faults faults={faults} />
      <DraftsSwitch />
    </aside>
  </ReaderStoreProvider>
);

function DraftsSwitch() {
  const store = useReaderStore();
  const { drafts } = useSettings();
  return (
    <label className={styles.drafts} title={draftStrings.note}>
      <input type="checkbox" checked={drafts} onChange={(event) => store.setDrafts(event.target.checked)} />
      {draftStrings.show}
    </label>
  );
}

function Faults({ faults }: { faults: FaultList }) {
  const issues = useSyncExternalStore(faults.subscribe, faults.get);
  if (issues.length === 0) return null;
  return (
    <div className={styles.faults} role="alert">
      <p className={styles.title}>{developmentStrings.faults.title(issues.length)}</p>
      <p>{developmentStrings.faults.note}</p>
      <ol className={styles.list}>
        {issues.slice(0, SHOWN).map((issue) => (
          <Fault key={`${issue.path}:${issue.line}:${issue.column}:${issue.field}:${issue.message}`} issue={issue} />
        ))}
      </ol>
      {issues.length > SHOWN && <p>{developmentStrings.faults.more(issues.length - SHOWN)}</p>}
      <button type="button" className={styles.close} onClick={() => faults.set([])}>
        {developmentStrings.faults.close}
      </button>
    </div>
  );
}

const Fault = ({ issue }: { issue: Issue }) => (
  <li>
    <code>
      {issue.path}:{issue.line}:{issue.column}
    </code>{' '}
    {issue.field !== '' && <b>{issue.field}: </b>}
    {issue.message}
  </li>
);
