import { searchStrings as words } from '../../lib/search-strings.ts';
import { usePublication } from '../../ui/publication-context.ts';
import styles from './search-help.module.css';

/** What can be written besides words; each example can be tried. */
export function SearchHelp({ onChoose }: { onChoose: (text: string) => void }) {
  const topic = usePublication()?.topics[0]?.id;
  return (
    <section className={styles.help} aria-labelledby="search-help">
      <h2 id="search-help">{words.help}</h2>
      <ul>
        {words.operators(topic).map(([example, what]) => (
          <li key={example}>
            <button type="button" onClick={() => onChoose(example)}>
              <code>{example}</code>
            </button>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
