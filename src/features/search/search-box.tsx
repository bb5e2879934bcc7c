import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId } from 'react';
import { searchStrings as words } from '../../lib/search-strings.ts';
import { QUERY_LENGTH } from './parse-query.ts';
import styles from './search-box.module.css';
import { SearchSuggestions } from './search-suggestions.tsx';
import { useCompletion } from './use-completion.ts';

interface SearchBoxProps {
  field: RefObject<HTMLInputElement | null>;
  written: string;
  onWritten: (written: string) => void;
  onSettle: () => void;
  /** Whether writing is what the reader came for. */
  focusFirst: boolean;
}

/** The field, with what could be written next below it. */
export function SearchBox({ field, written, onWritten, onSettle, focusFirst }: SearchBoxProps) {
  const id = useId();
  const { suggestions, active, choose, look, onKey } = useCompletion(written, onWritten, field);
  useEffect(() => {
    if (focusFirst) field.current?.focus();
  }, [focusFirst, field]);
  useEarly(field, written, onWritten);
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (onKey(event.key)) event.preventDefault();
    else if (event.key === 'Enter') onSettle();
  };
  return (
    <div className={styles.box}>
      <label className="visually-hidden" htmlFor={id}>
        {words.label}
      </label>
      <input
        ref={field}
        id={id}
        className={styles.field}
        type="search"
        role="combobox"
        dir="auto"
        maxLength={QUERY_LENGTH}
        value={written}
        placeholder={words.label}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-keyshortcuts="/"
        onChange={({ target }) => {
          onWritten(target.value);
          look(target.selectionStart ?? target.value.length);
        }}
        onKeyDown={onFieldKey}
        onBlur={() => look(undefined)}
      />
      <SearchSuggestions id={id} suggestions={suggestions} active={active} onChoose={choose} />
    </div>
  );
}

/** A page that was made ahead has the field before the script is there: what was typed by then counts. */
function useEarly(field: SearchBoxProps['field'], written: string, onWritten: SearchBoxProps['onWritten']): void {
  const takeOver = useEffectEvent(() => {
    const early = field.current?.value ?? '';
    if (early !== '' && early !== written) onWritten(early);
  });
  useEffect(() => takeOver(), []);
}
