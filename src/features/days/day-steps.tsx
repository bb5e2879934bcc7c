import { dayStrings } from '../../lib/later-strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './day-steps.module.css';

interface Step {
  to: string;
  name: string;
}

interface DayStepsProps {
  earlier: Step | undefined;
  /** The page that both belong to. */
  up: Step;
  later: Step | undefined;
}

/** From a day or year to the nearest ones that have articles, and to the calendar. */
export function DaySteps({ earlier, up, later }: DayStepsProps) {
  return (
    <nav className={styles.steps} aria-label={dayStrings.beside}>
      {earlier && (
        <PageLink className={styles.earlier} to={earlier.to} opens={false}>
          <span className="visually-hidden">{dayStrings.earlier}: </span>
          <span suppressHydrationWarning>{earlier.name}</span>
        </PageLink>
      )}
      <PageLink className={styles.up} to={up.to} opens={false}>
        {up.name}
      </PageLink>
      {later && (
        <PageLink className={styles.later} to={later.to} opens={false}>
          <span className="visually-hidden">{dayStrings.later}: </span>
          <span suppressHydrationWarning>{later.name}</span>
        </PageLink>
      )}
    </nav>
  );
}
