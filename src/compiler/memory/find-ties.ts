import { once } from '../../lib/once.ts';
import { providerId } from '../../lib/slugify.ts';
import type { ClusterTerms } from '../cluster-terms.ts';
import { Clusters, decidedBy } from '../clusters.ts';
import { findTies, type KnownTies, statisticsOf, type Tie } from '../find-clusters.ts';
import type { ClusterRules, SourceProvider } from '../model.ts';
import { TitlePlaces } from '../title-places.ts';
import type { Coverage } from './coverage.ts';
import type { Row } from './memory.ts';
import type { Places } from './places.ts';
import { type StaleSources, StaleTies } from './stale-ties.ts';

/** touched: places of whose cluster anything is other than it was, all its members. */
export interface KnownClusters {
  clusters: Clusters;
  touched: ReadonlySet<number>;
}

/** Clusters; found anew are those that may be others. Fills in rows. */
export function knownClusters(places: Places, coverage: Coverage, rules: ClusterRules, words: ClusterTerms): KnownClusters {
  const { articles, rows, was, moved, gone } = places;
  const before = tiesBefore(places);
  const idOf = once((provider: SourceProvider) => providerId(provider));
  const stories = rows.map((row) => new RowStory(row, idOf));
  const decided = { ...decidedBy(articles, rules), isCovered: (place: number) => (rows[place] as Row).isCovered };
  const known = namesAny(rules, places)
    ? undefined
    : knownTies({ places, stories, ties: before, decided, flagged: coverage.flagged });
  const ties = findTies(stories, decided, (term) => words.word(term), known);
  const newestFirst = [...articles].reverse();
  const clusters = new Clusters(newestFirst, coverage, rules, ties);
  const touched = new Set<number>();
  const touch = (place: number): void => {
    if (place < 0 || touched.has(place)) return;
    for (const member of clusters.members(articles[place] as (typeof articles)[number])) {
      touched.add(places.placeOf.get(member) as number);
    }
  };
  for (const { tie } of gone) if (tie) touch(moved[tie.leader] as number);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Row;
    const tie = ties.get(place);
    const old = before.get(place);
    if (was[place] === -1 || !isSame(tie, old) || coverage.changed.has(place)) touch(place);
    if (old && !isSame(tie, old)) touch(old.leader);
    row.tie = tie;
  }
  return { clusters, touched };
}

function knownTies(sources: Pick<StaleSources, 'places' | 'stories' | 'ties' | 'decided' | 'flagged'>): KnownTies {
  const { stories, ties } = sources;
  const [statistics, titles] = [statisticsOf(stories), new TitlePlaces(stories)];
  const stale = new StaleTies({ ...sources, statistics, titles });
  return { ties, statistics, titles, isStale: (place) => stale.isStale(place), found: (place, tie) => stale.found(place, tie) };
}

/** A story whose words and provider few compiles ask for. */
class RowStory {
  readonly time: number;
  readonly #row: Row;
  readonly #idOf: (provider: SourceProvider) => string;

  constructor(row: Row, idOf: (provider: SourceProvider) => string) {
    this.time = row.article.time;
    this.#row = row;
    this.#idOf = idOf;
  }

  get provider(): string {
    return this.#idOf(this.#row.article.provider);
  }

  get excerpt(): string {
    return this.#row.article.excerpt;
  }

  get words(): Row['story'] {
    return this.#row.story;
  }
}

/** By place, with leaders by theirs; a leader that is gone is -1. */
function tiesBefore({ rows, was, moved }: Places): Map<number, Tie> {
  const ties = new Map<number, Tie>();
  for (let place = 0; place < rows.length; place++) {
    const { tie } = rows[place] as Row;
    if (tie && was[place] !== -1) ties.set(place, { ...tie, leader: moved[tie.leader] as number });
  }
  return ties;
}

function isSame(a: Tie | undefined, b: Tie | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return a.leader === b.leader && a.by === b.by && a.words.join(' ') === b.words.join(' ');
}

function namesAny(rules: ClusterRules, { rows, was, gone }: Places): boolean {
  const named = new Set([...rules.join, ...rules.part].flat());
  if (named.size === 0) return false;
  return (
    gone.some(({ article }) => named.has(article.slug)) ||
    rows.some(({ article }, at) => was[at] === -1 && named.has(article.slug))
  );
}
