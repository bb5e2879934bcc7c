import type { Archive, FeedManifest, FeedReference, Shard } from '../../schema/feed.ts';

/** What is asked of an article: its identity, and where the feed of everything would have it. */
export interface Placed {
  slug: string;
  publishedDateTime: string;
}

/** Where the answers come from. Each rejects when it has no whole and valid one. */
export interface Sources {
  /** The newest table of contents of the feed of everything, from the host itself. */
  feed: () => Promise<FeedManifest>;
  part: (reference: FeedReference) => Promise<Shard | Archive>;
  /** Whether the host has a table of contents for this article; only its word that there is none counts as no. */
  hasContents: (slug: string) => Promise<boolean>;
}

/** Slugs. */
export interface Found {
  withdrawn: string[];
  published: string[];
}

/**
 * Which of these articles were published and are no longer. Two witnesses must agree: the feed, read down to where the article's time
 * lies, lacks it; and the host has no table of contents for it, for an article whose time was changed stands elsewhere in the feed.
 * What cannot be decided is neither withdrawn nor published. undefined: nothing could be asked.
 */
export async function findWithdrawn(articles: readonly Placed[], sources: Sources): Promise<Found | undefined> {
  let feed: FeedManifest;
  try {
    feed = await sources.feed();
  } catch {
    return undefined;
  }
  const parts = new Map<string, Promise<Shard | Archive>>();
  const part = (reference: FeedReference) => {
    const asked = parts.get(reference.file) ?? sources.part(reference);
    parts.set(reference.file, asked);
    return asked;
  };
  const found: Found = { withdrawn: [], published: [] };
  for (const article of articles) {
    try {
      const isThere = (await isListed(article, feed, part)) || (await sources.hasContents(article.slug));
      found[isThere ? 'published' : 'withdrawn'].push(article.slug);
    } catch {
      // Undecided.
    }
  }
  return found;
}

type Part = (reference: FeedReference) => Promise<Shard | Archive>;

const holds = (cards: readonly { slug: string }[], { slug }: Placed): boolean => cards.some((card) => card.slug === slug);

async function isListed(article: Placed, feed: FeedManifest, part: Part): Promise<boolean> {
  return holds(feed.cards, article) || isIn(article, feed.references, part);
}

/** Only the parts that its time lies in are read: as many as the tree is high, or few more. */
async function isIn(article: Placed, references: readonly FeedReference[], part: Part): Promise<boolean> {
  const at = article.publishedDateTime;
  for (const reference of references) {
    if (at > reference.newest || at < reference.oldest) continue;
    const content = await part(reference);
    if (!('cards' in content)) {
      if (await isIn(article, content.references, part)) return true;
      continue;
    }
    if (content.cards.length !== reference.count) throw new Error('The shard is not whole.');
    if (holds(content.cards, article)) return true;
  }
  return false;
}
