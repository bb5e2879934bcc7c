import { contentHash } from '../../lib/hash.ts';
import { articleHref, categoryHref, isTop, previewHref, providerHref, topicHref } from '../../lib/href.ts';
import { providerId, segmentOf } from '../../lib/slugify.ts';
import type { Card } from '../../schema/card.ts';
import type { FeedKind } from '../../schema/feed.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { type ClustersInPlace, folded } from './clusters-in-place.ts';
import { draftInPlaceHref, IN_PLACE, type InPlace, inPlaceHref } from './in-place-address.ts';
import type { Shown } from './shown-drafts.ts';

/** Days and the calendar have no windows: whether a draft's day is public would have to be asked. */
const DAYS = /^\/(day\/|\d{4}\/\d\d\/\d\d\/$)/;

/** Ends the address of a feed that is shown best first. */
const TOP = 'top';

/** The reader's pages and their addresses here, which say nothing of drafts: a topic that only a draft has is as opaque as its slug. */
export interface InPlaceMap {
  /** For links: a page's path, below the base, becomes an address of the preview. */
  addressOf: (to: string) => string;
  /** For the address that the browser stands at. What names nothing is all news. */
  pageAt: (hash: string) => InPlace;
}

export function createInPlaceMap(entries: readonly DraftEntry[]): InPlaceMap {
  const drafts = new Map(entries.flatMap(({ id, card }) => (card ? [[articleHref(card), id]] : [])));
  const feeds = new Map<string, InPlace & { page: 'feed' }>();
  const learn = (to: string): string | undefined => {
    const [first = '', second] = to.split('/').filter(Boolean).map(decodeURIComponent);
    const kind = first === 'topic' || first === 'provider' ? first : 'category';
    const id = kind === 'category' ? first : second;
    if (id === undefined || (kind === 'category' && second !== undefined)) return undefined;
    const key = contentHash(`${kind} ${id}`);
    if (!feeds.has(key)) feeds.set(key, { page: 'feed', kind, id });
    return key;
  };
  for (const { card } of entries) {
    if (!card) continue;
    learn(categoryHref(card.category));
    learn(providerHref(card.provider));
    for (const topic of card.topics) learn(topicHref(topic));
  }
  return {
    addressOf: (to) => {
      if (to.startsWith(previewHref())) return to;
      const draft = drafts.get(to);
      if (draft !== undefined) return draftInPlaceHref(draft);
      const [path = '', search = ''] = to.replace(/#.*$/, '').split('?');
      const top = isTop(search) ? TOP : '';
      if (path === '/' || DAYS.test(path)) return inPlaceHref() + top;
      const feed = learn(path);
      return inPlaceHref() + (feed === undefined ? `a${path}` : `f/${feed}${top && `/${top}`}`);
    },
    pageAt: (hash) => {
      const [kind, first = '', second = ''] = hash.slice(IN_PLACE.length).split('/').map(decoded);
      if (kind === 'd') return { page: 'draft', id: first };
      if (kind === 'a' && second !== '') return { page: 'article', category: first, slug: second };
      const feed = feeds.get(first) ?? { page: 'feed', kind: 'all', id: 'all' };
      return { ...feed, top: kind === TOP || second === TOP };
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a card would stand in a feed. */
function isCardIn(card: Card, kind: FeedKind, id: string): boolean {
  if (kind === 'category') return card.category === id;
  if (kind === 'provider') return providerId(card.provider) === id;
  return kind === 'all' || card.topics.some((topic) => segmentOf(topic) === id);
}

/** Drafts among a feed's public cards (newest first, down to the oldest of them that is loaded), each event once. whole: nothing older is left. */
export function mergedFeed(
  { cards, whole }: { cards: readonly Card[]; whole: boolean },
  { kind, id }: { kind: FeedKind; id: string },
  { entries, without }: Shown,
  clusters: ClustersInPlace,
): Card[] {
  const oldest = cards.at(-1)?.publishedDateTime ?? '';
  const isThere = (card: Card): boolean => isCardIn(card, kind, id) && (whole || card.publishedDateTime >= oldest);
  const drafts = entries.flatMap(({ card }) => (card && isThere(card) ? [card] : []));
  const folds = kind === 'all' || kind === 'category';
  const others = folds ? clusters.all.flatMap((cluster) => cluster.cards.filter(isThere)) : [];
  const added = [...drafts, ...others];
  const known = new Set(added.map(({ slug }) => slug));
  const shown = cards.filter(({ slug }) => !known.has(slug) && !without.has(slug));
  return folded([...shown, ...added].sort(newestFirst), kind, id, clusters);
}

const newestFirst = (a: Card, b: Card): number =>
  a.publishedDateTime === b.publishedDateTime ? (a.slug < b.slug ? -1 : 1) : a.publishedDateTime < b.publishedDateTime ? 1 : -1;

/** The name of a feed that only drafts are in. */
export function nameOfFeed(entries: readonly DraftEntry[], kind: FeedKind, id: string): string {
  const card = entries.find((entry) => entry.card && isCardIn(entry.card, kind, id))?.card;
  if (kind === 'provider') return card?.provider.name ?? id;
  return (kind === 'topic' ? card?.topics.find((topic) => segmentOf(topic) === id) : undefined) ?? id;
}
