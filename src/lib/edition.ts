import { hash32 } from './hash.ts';

/** A mark of what a page shows, short enough to stand in it: the script compares it with what it has loaded, and draws anew where they differ. */
export const markOf = (names: readonly (string | undefined)[]): string => hash32(names.join(' ')).toString(36);

interface Named {
  file: string;
}
interface NamedCard extends Named {
  coverage?: { total: number } | undefined;
}

/** Of a feed, by its table of contents. An article's file is named by what it holds, but for who follows it. */
export const feedEdition = (feed: {
  total: number;
  previous?: string | undefined;
  next?: string | undefined;
  cards: readonly NamedCard[];
  references: readonly Named[];
}): string =>
  markOf([
    String(feed.total),
    ...feed.cards.map(({ file, coverage }) => `${file}${coverage?.total ?? ''}`),
    feed.references[0]?.file,
    feed.previous,
    feed.next,
  ]);

interface Slugged {
  slug: string;
}
interface ArticleContents {
  file: string;
  related: readonly Named[];
  here: readonly { url: string }[];
  leader?: Slugged | undefined;
  followers: readonly Slugged[];
}

/** Of an article, by its table of contents. */
export const articleEdition = ({ file, related, here, leader, followers }: ArticleContents): string =>
  markOf([
    file,
    ...related.map((one) => one.file),
    ...here.map(({ url }) => url),
    leader?.slug,
    ...followers.map(({ slug }) => slug),
  ]);

/** Of a page that shows nothing of the publication. */
export const PLAIN_EDITION = 'plain';
