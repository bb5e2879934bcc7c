import { searchStrings } from '../../lib/search-strings.ts';
import styles from './search-results.module.css';
import type { Sort } from './use-query-address.ts';

const SORTS = ['relevance', 'date'] as const;

export function SearchSort({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <fieldset className={styles.sort}>
      <legend className="visually-hidden">{searchStrings.sort}</legend>
      {SORTS.map((one) => (
        <label key={one} data-chosen={sort === one || undefined}>
          <input className="visually-hidden" type="radio" name="sort" checked={sort === one} onChange={() => onSort(one)} />
          {searchStrings[one]}
        </label>
      ))}
    </fieldset>
  );
}
