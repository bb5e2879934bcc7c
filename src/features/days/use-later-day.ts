import { useYear } from './use-year.ts';
import { daysOf } from './year-days.ts';

/** The nearest day after one that has articles, once the calendar's tables are there. The day's own files do not name it: they would change with it. */
export function useLaterDay(id: string | undefined): string | undefined {
  const own = useYear(id === undefined ? undefined : Number(id.slice(0, 4)));
  const inYear = own && id !== undefined ? daysOf(own).find(({ day }) => day > id)?.day : undefined;
  const following = useYear(inYear === undefined ? own?.later : undefined);
  return inYear ?? (following && daysOf(following)[0]?.day);
}
