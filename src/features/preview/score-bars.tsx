import { lineStrings } from '../../lib/line-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { type AtLine, type Scores, STRETCH, stretchesOf } from './at-line.ts';
import styles from './score-bars.module.css';

const HEIGHT = 60;
const BAR = 8;

interface ScoreBarsProps {
  at: AtLine;
  entries: readonly DraftEntry[];
  scores: Scores;
  line: number;
}

/** How many articles have which score, and where the line goes through. The words below it say the same. */
export function ScoreBars({ at, entries, scores, line }: ScoreBarsProps) {
  const stretches = stretchesOf(at, entries, scores);
  const most = Math.max(1, ...stretches.map((one) => one.in + one.moved + one.out));
  const width = Math.max(stretches.length, Math.ceil(line / STRETCH) + 1) * BAR;
  const height = (count: number) => Math.round((HEIGHT * count) / most);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${width} ${HEIGHT + 6}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={lineStrings.bars}
    >
      {stretches.map((one, place) => {
        const [lower, upper] = [height(one.in + one.out), height(one.moved)];
        const frame = { x: place * BAR, width: BAR - 1 };
        return (
          <g key={one.from}>
            <rect {...frame} className={one.in > 0 ? styles.in : styles.out} y={HEIGHT - lower} height={lower} />
            <rect {...frame} className={styles.moved} y={HEIGHT - lower - upper} height={upper} />
          </g>
        );
      })}
      <path className={styles.ground} d={`M0 ${HEIGHT}h${width}`} />
      <path className={styles.line} d={`M${(line / STRETCH) * BAR - 0.5} 0v${HEIGHT + 6}`} />
    </svg>
  );
}
