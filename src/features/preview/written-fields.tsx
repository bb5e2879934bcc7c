import { writtenStrings as words } from '../../lib/written-strings.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';
import { asRead } from './as-read.ts';
import styles from './written-fields.module.css';

/** Each key of the file as it is written, and as it was read. */
export const WrittenFields = ({ entry, file }: { entry: DraftEntry; file: DraftFile }) => (
  <ol className={styles.fields}>
    {file.fields.map(({ key, line, text }) => (
      <li key={line}>
        <small>{words.line(line)}</small>
        <pre>{text}</pre>
        <ReadAs text={key === '' ? undefined : asRead(key, entry, file)} />
      </li>
    ))}
  </ol>
);

const ReadAs = ({ text }: { text: string | undefined }) =>
  text !== undefined && (
    <p>
      {words.read} <bdi>{text}</bdi>
    </p>
  );
