import { contentHash } from '../../lib/hash.ts';
import { articleHref, categoryHref, previewHref, providerHref, topicHref } from '../../lib/href.ts';
import { providerId, segmentOf } from '../../lib/slugify.ts';
import type { FeedKind } from '../../schema/feed.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { draftInPlaceHref, IN_PLACE, type InPlace, inPlaceHref } from './in-place-address.ts';

/** Days and the calendar have no windows: whether a draft's day is public would have to be asked. */
const DAYS = /^\/(day\/|\d{4}\/\d\d\/\d\d\/$)/;

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
      const path = to.replace(/[?#].*$/, '');
      if (path === '/' || DAYS.test(path)) return inPlaceHref();
      const feed = learn(path);
      return inPlaceHref() + (feed === undefined ? `a${path}` : `f/${feed}`);
    },
    pageAt: (hash) => {
      const [kind, first = '', second = ''] = hash.slice(IN_PLACE.length).split('/').map(decoded);
      if (kind === 'd') return { page: 'draft', id: first };
      if (kind === 'a' && second !== '') return { page: 'article', category: first, slug: second };
      return feeds.get(first) ?? { page: 'feed', kind: 'all', id: '' };
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

/** Whether a draft's card would stand in a feed. */
export function isInFeed({ card }: DraftEntry, kind: FeedKind, id: string): boolean {
  if (!card) return false;
  if (kind === 'category') return card.category === id;
  if (kind === 'provider') return providerId(card.provider) === id;
  return kind === 'all' || card.topics.some((topic) => segmentOf(topic) === id);
}

/** The name of a feed that only drafts are in. */
export function nameOfFeed(entries: readonly DraftEntry[], kind: FeedKind, id: string): string {
  const card = entries.find((entry) => isInFeed(entry, kind, id))?.card;
  if (kind === 'provider') return card?.provider.name ?? id;
  return (kind === 'topic' ? card?.topics.find((topic) => segmentOf(topic) === id) : undefined) ?? id;
}
