import { faultStrings as words } from '../../lib/fault-strings.ts';
import type { DraftFile } from '../../schema/preview.ts';
import styles from './draft-view.module.css';

/** What is wrong with a draft's file, and where. */
export const DraftFaults = ({ issues }: Pick<DraftFile, 'issues'>) => (
  <section>
    <h3>{words.title}</h3>
    <ul className={styles.faults}>
      {issues.map(({ severity, line, column, field, message }) => (
        <li key={`${line}:${column} ${field} ${message}`}>
          <strong>{words.severity[severity]}</strong>, {words.at(line, column)}
          {field !== '' && (
            <>
              , <code>{field}</code>
            </>
          )}
          : {message}
        </li>
      ))}
    </ul>
  </section>
);
