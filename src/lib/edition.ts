import { hash32 } from './hash.ts';

/** A mark of what a page shows, short enough to stand in it: the script compares it with what it has loaded, and draws anew where they differ. */
const markOf = (names: readonly (string | undefined)[]): string => hash32(names.join(' ')).toString(36);

interface Named {
  file: string;
}

/** Of a feed, by its table of contents. An article's file is named by what it holds. */
export const feedEdition = (feed: { total: number; cards: readonly Named[]; references: readonly Named[] }): string =>
  markOf([String(feed.total), ...feed.cards.map(({ file }) => file), feed.references[0]?.file]);

/** Of an article, by its table of contents. */
export const articleEdition = (article: { file: string; related: readonly Named[]; here: readonly { url: string }[] }): string =>
  markOf([article.file, ...article.related.map(({ file }) => file), ...article.here.map(({ url }) => url)]);

/** Of a list of topics or providers. */
export const listEdition = (entries: readonly { id: string; count: number }[]): string =>
  markOf(entries.map(({ id, count }) => `${id} ${count}`));

/** Of a page that shows nothing of the publication. */
export const PLAIN_EDITION = 'plain';
