import type { FeedKind } from '../../schema/feed.ts';
import {
  articleFile,
  articleManifestFile,
  articlePage,
  coverageFile,
  feedManifestFile,
  feedPage,
  feedPartFile,
  topFile,
  yearFile,
  yearPage,
} from '../../schema/paths.ts';
import type { FeedMemory, Memory, Row } from './memory.ts';
import type { Places } from './places.ts';

/** Files of articles and feeds that the compile before made and that no longer belong. */
export function goneFiles({ rows, was, gone }: Places, before: Memory, feeds: Readonly<Record<string, FeedMemory>>): string[] {
  if (gone.length === 0 && before.rows.length === 0) return [];
  const now = new Set(rows.flatMap((row, place) => (was[place] === -1 ? filesOf(row) : [])));
  const paths = gone.flatMap(filesOf).filter((path) => !now.has(path));
  for (const [key, { levels }] of Object.entries(before.feeds)) {
    const next = Object.hasOwn(feeds, key) ? feeds[key] : undefined;
    if (next?.levels === levels) continue;
    const slash = key.indexOf('/');
    const [kind, id] = [key.slice(0, slash) as FeedKind, key.slice(slash + 1)];
    const kept = new Set(next?.levels.flat().map(([file]) => file));
    for (const [file] of levels.flat()) if (!kept.has(file)) paths.push(feedPartFile(kind, id, file));
    if (next) continue;
    paths.push(feedManifestFile(kind, id), feedPage(kind, id));
    if (kind === 'all' || kind === 'category') paths.push(topFile(kind, id));
  }
  const years = yearsOf(feeds);
  return [...paths, ...[...yearsOf(before.feeds)].flatMap((year) => (years.has(year) ? [] : [yearFile(year), yearPage(year)]))];
}

const yearsOf = (feeds: Readonly<Record<string, FeedMemory>>): Set<number> =>
  new Set(Object.keys(feeds).flatMap((key) => (key.startsWith('day/') ? [Number(key.slice(4, 8))] : [])));

function filesOf({ article: { slug, category }, file, rest }: Row): string[] {
  const own = [articleManifestFile(slug), articlePage(category, slug), articleFile(slug, file)];
  return rest === undefined ? own : [...own, coverageFile(slug, rest)];
}
