import { searchStrings as words } from '../../lib/search-strings.ts';
import { Text } from '../../ui/text.tsx';
import { type Piece, withoutPiece } from './parse-query.ts';
import styles from './search-chips.module.css';

interface SearchChipsProps {
  written: string;
  pieces: readonly Piece[];
  onWritten: (written: string) => void;
}

/** What narrows the search down, each with a way to be rid of it. Plain words need none: they stand in the field. */
export function SearchChips({ written, pieces, onWritten }: SearchChipsProps) {
  const chips = pieces.filter(({ filter, term }) => filter || term?.not || term?.exact);
  if (chips.length === 0) return null;
  const odd = chips.some(isOdd);
  return (
    <div className={styles.chips}>
      <ul aria-label={words.filters}>
        {chips.map((piece) => (
          <li key={piece.from}>
            <button type="button" data-odd={isOdd(piece) || undefined} onClick={() => onWritten(withoutPiece(written, piece))}>
              <span className="visually-hidden">{words.remove('')}</span>
              <Text>{labelOf(piece)}</Text>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      {odd && <p>{words.badDateNote}</p>}
    </div>
  );
}

const isOdd = ({ filter }: Piece): boolean => filter !== undefined && 'time' in filter && filter.time === undefined;

function labelOf(piece: Piece): string {
  const { filter, term, label } = piece;
  if (isOdd(piece)) return words.badDate(label);
  const plain = term?.exact ? words.phrase(label) : label;
  return filter?.not || term?.not ? words.not(plain) : plain;
}
