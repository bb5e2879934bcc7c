import type { ClusterStory, ClusterTie, Coverage } from '../../schema/article.ts';
import type { Provider } from '../../schema/card.ts';

/** The parts of an article that its timeline needs. */
export interface OwnEntry {
  title: string;
  publishedDateTime: string;
  provider: Provider;
  originalUrl?: string | undefined;
  lang?: string | undefined;
}

/** One line of the timeline. own: this article itself. first: earlier than another that has a time, and than all of them. */
export interface TimelineEntry {
  key: string;
  own: boolean;
  first: boolean;
  title: string;
  url: string | undefined;
  publishedDateTime: string | undefined;
  provider: Provider | undefined;
  lang: string | undefined;
  /** Where on this site it is, and what ties it to the others there. */
  place?: ClusterStory | undefined;
  tie?: ClusterTie | undefined;
}

const timeOf = (entry: { publishedDateTime?: string | undefined }): number =>
  entry.publishedDateTime === undefined ? Number.POSITIVE_INFINITY : Date.parse(entry.publishedDateTime);

/**
 * Coverage as it came (oldest first, those without a time last) with the article, and those of its cluster, in their places.
 * While more is to come they are left out when their place may be among that; at the same minute coverage goes before them,
 * and the cluster before the article.
 */
export function timelineOf(
  article: OwnEntry,
  coverage: readonly Coverage[],
  moreToCome: boolean,
  cluster: { stories: readonly ClusterStory[]; tie?: ClusterTie | undefined } = { stories: [] },
): TimelineEntry[] {
  const entries = coverage.map((entry, place) => lineOf(entry, `c${place}`, false));
  const put = (line: TimelineEntry): void => {
    const place = entries.findIndex((entry) => timeOf(entry) > timeOf(line));
    if (place >= 0) entries.splice(place, 0, line);
    else if (!moreToCome) entries.push(line);
  };
  for (const story of cluster.stories) {
    put({ ...lineOf(story, `a${story.slug}`, false), place: story, tie: story.tie });
  }
  put({ ...lineOf(article, 'own', true), tie: cluster.tie });
  const [first, second] = entries;
  if (first && second?.publishedDateTime !== undefined && timeOf(first) < timeOf(second)) first.first = true;
  return entries;
}

function lineOf(entry: Coverage | ClusterStory | OwnEntry, key: string, own: boolean): TimelineEntry {
  return {
    key,
    own,
    first: false,
    title: entry.title,
    url: 'url' in entry ? entry.url : undefined,
    publishedDateTime: entry.publishedDateTime,
    provider: entry.provider,
    lang: entry.lang,
  };
}

/** The first `stories` lines that are coverage, with the article where it stands among them. */
export function beginning(entries: readonly TimelineEntry[], stories: number): TimelineEntry[] {
  let left = stories;
  const shown: TimelineEntry[] = [];
  for (const entry of entries) {
    if (left === 0) break;
    if (!entry.own) left--;
    shown.push(entry);
  }
  return shown;
}

/** The lines of one calendar day; day is undefined for those without a time. */
export interface TimelineDay {
  day: string | undefined;
  entries: TimelineEntry[];
}

/** Lines by day, in their order. dayOf: the calendar day of an instant where the publication is. */
export function byDay(entries: readonly TimelineEntry[], dayOf: (iso: string) => string): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const day = entry.publishedDateTime === undefined ? undefined : dayOf(entry.publishedDateTime);
    const last = days.at(-1);
    if (last && last.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
