import { searchStrings as words } from '../../lib/search-strings.ts';
import { Text } from '../../ui/text.tsx';
import type { Suggestion } from './complete-query.ts';
import styles from './search-box.module.css';

interface SearchSuggestionsProps {
  /** The field's: entries are called by it. */
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

/** The focus stays in the field, which names the entry that is active. */
export function SearchSuggestions({ id, suggestions, active, onChoose }: SearchSuggestionsProps) {
  return (
    <div
      id={`${id}-list`}
      className={styles.list}
      role="listbox"
      aria-label={words.suggestions}
      hidden={suggestions.length === 0}
    >
      {suggestions.map((suggestion, at) => (
        <div
          key={suggestion.text}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(suggestion)}
        >
          <Text>{suggestion.label}</Text>
          {suggestion.note !== undefined && <small>{suggestion.note}</small>}
        </div>
      ))}
    </div>
  );
}
