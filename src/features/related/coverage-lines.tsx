import { articleStrings } from '../../lib/article-strings.ts';
import { articleHref } from '../../lib/href.ts';
import { clusterStrings } from '../../lib/later-strings.ts';
import type { ClusterTie } from '../../schema/article.ts';
import type { Provider } from '../../schema/card.ts';
import { Badge } from '../../ui/badge.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { LinkOut } from '../../ui/link-out.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import styles from './coverage.module.css';
import type { Here } from './coverage.tsx';
import type { TimelineEntry } from './timeline.ts';

/** Lines of a timeline. within: the day that stands above them, so that they tell the time of day alone. */
export function CoverageLines({ entries, here, within }: { entries: readonly TimelineEntry[]; here: Here; within?: string }) {
  return (
    <ol className={styles.lines}>
      {entries.map((entry) => (
        <CoverageLine key={entry.key} entry={entry} here={here} within={within} />
      ))}
    </ol>
  );
}

function CoverageLine({ entry, here, within }: { entry: TimelineEntry; here: Here; within: string | undefined }) {
  const provider = entry.provider ?? namedByAddress(entry.url);
  const place = entry.place ?? here.find(({ url }) => url === entry.url);
  return (
    <li className={styles.line} data-own={entry.own || undefined} tabIndex={-1}>
      {provider && <Badge provider={provider} />}
      <div className={styles.words}>
        <CoverageTitle entry={entry} place={place} />
        <p className={styles.facts}>
          {provider && (
            <span className={styles.provider}>
              <Text>{provider.name}</Text>
            </span>
          )}
          {entry.publishedDateTime !== undefined && (
            <DateTime value={entry.publishedDateTime} format="day-time" within={within} />
          )}
          {entry.first && <span className={styles.first}>{articleStrings.firstToReport}</span>}
          {entry.own && <span className={styles.own}>{articleStrings.thisOne}</span>}
          {place && !entry.place && <span className={styles.own}>{articleStrings.hereToo}</span>}
          {entry.tie && <span>{tieText(entry.tie)}</span>}
        </p>
      </div>
    </li>
  );
}

function CoverageTitle({ entry, place }: { entry: TimelineEntry; place: { category: string; slug: string } | undefined }) {
  const title = <Text lang={entry.lang}>{entry.title}</Text>;
  if (place)
    return (
      <h3>
        <PageLink to={articleHref(place)}>{title}</PageLink>
      </h3>
    );
  return <h3>{entry.url === undefined ? title : <LinkOut href={entry.url}>{title}</LinkOut>}</h3>;
}

function tieText({ by, words }: ClusterTie): string {
  if (by !== 'words') return by === 'title' ? clusterStrings.sameTitle : clusterStrings.joinedByHand;
  return clusterStrings.inCommon(words);
}

/** An entry that names no provider is told by its address. */
function namedByAddress(url: string | undefined): Provider | undefined {
  if (url === undefined) return undefined;
  const domain = new URL(url).hostname.replace(/^www\./, '');
  return { name: domain, domain };
}
