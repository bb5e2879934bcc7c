import { useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import { strings } from '../../lib/strings.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { parseQuery } from './parse-query.ts';
import styles from './search.module.css';
import { SearchBox } from './search-box.tsx';
import { SearchChips } from './search-chips.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchResults } from './search-results.tsx';
import { SearchSort } from './search-sort.tsx';
import { useQueryAddress } from './use-query-address.ts';

/** Everything that can be found, from one field. */
export function Search() {
  const { written, sort, setWritten, setSort, settle } = useQueryAddress();
  const action = useNavigationType();
  const [focusFirst] = useState(action !== 'POP' || written === '');
  const field = useRef<HTMLInputElement>(null);
  const empty = written.trim() === '';
  usePageTitle(empty ? strings.search.title : written);
  return (
    <search className={styles.search}>
      <h1 className={styles.title}>{strings.search.title}</h1>
      <SearchBox field={field} written={written} onWritten={setWritten} onSettle={settle} focusFirst={focusFirst} />
      {empty ? (
        <SearchHelp
          onChoose={(example) => {
            setWritten(example);
            field.current?.focus();
          }}
        />
      ) : (
        <>
          <SearchChips written={written} pieces={parseQuery(written).pieces} onWritten={setWritten} />
          <SearchResults written={written} sort={sort} sorting={<SearchSort sort={sort} onSort={setSort} />} />
        </>
      )}
    </search>
  );
}
