import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { feedManifestQuery } from '../data/queries.ts';
import { DaySteps } from '../features/days/day-steps.tsx';
import { EmptyDay } from '../features/days/empty-day.tsx';
import { useDayNames } from '../features/days/use-day-names.ts';
import { useLaterDay } from '../features/days/use-later-day.ts';
import { Feed } from '../features/feed/feed.tsx';
import { NotFound } from '../features/shell/not-found.tsx';
import { dayHref, yearHref } from '../lib/href.ts';
import { idIn } from './feed-page.tsx';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day's articles, between the days before and after it; the latter is told by the script, when the page stands. */
export function DayPage() {
  const id = idIn('day', useParams());
  const { data } = useQuery(feedManifestQuery('day', id));
  const names = useDayNames();
  const later = useLaterDay(data && id);
  if (!DAY.test(id)) return <NotFound />;
  const step = (day: string | undefined) => (day === undefined ? undefined : { to: dayHref(day), name: names.day(day) });
  const year = Number(id.slice(0, 4));
  return (
    <>
      {data && <DaySteps earlier={step(data.previous)} up={{ to: yearHref(year), name: String(year) }} later={step(later)} />}
      <Feed key={id} kind="day" id={id} notFound={<EmptyDay id={id} />} />
    </>
  );
}
