import { strings } from '../../lib/strings.ts';
import { useReaderStore, useSettings } from '../../store/reader-context.tsx';
import { Theme } from '../../store/reader-store.ts';
import styles from './theme-switch.module.css';

/** Three states as three radio buttons: what is on shows without opening anything. */
export function ThemeSwitch() {
  const store = useReaderStore();
  const { theme } = useSettings();
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{strings.theme.label}</legend>
      {Theme.options.map((option) => (
        <label key={option} title={strings.theme[option]}>
          <input type="radio" name="theme" value={option} checked={theme === option} onChange={() => store.setTheme(option)} />
          <span className={styles.sign} data-theme-option={option} aria-hidden="true" />
          <span className="visually-hidden">{strings.theme[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
