import * as v from 'valibot';
import { Provider } from '../schema/card.ts';

const text = v.string();
const name = v.pipe(text, v.minLength(1));
const time = v.pipe(v.number(), v.safeInteger());

/**
 * What is kept of a saved article: enough to show it and to lead to its publisher when it is withdrawn here.
 * publishedDateTime: as in a card. originalUrl: absent until the article itself was loaded. savedAt: ms since 1970.
 */
export const SavedArticle = v.looseObject({
  slug: name,
  category: name,
  title: text,
  excerpt: v.optional(text),
  provider: Provider,
  publishedDateTime: text,
  originalUrl: v.optional(v.pipe(text, v.regex(/^https?:\/\//))),
  lang: v.optional(text),
  savedAt: time,
});
export type SavedArticle = v.InferOutput<typeof SavedArticle>;

/** A card or an article. */
export interface ArticleToSave {
  slug: string;
  category: string;
  title: string;
  excerpt?: string | undefined;
  provider: Provider;
  publishedDateTime: string;
  originalUrl?: string | undefined;
  lang?: string | undefined;
}

/** Later versions only add: optional fields, or kinds. What changes its meaning takes a new name. */
export const MARK_VERSION = 1;

/** One thing that a reader said of one article. Of two for the same, the later one (at, ms since 1970) counts; on: false takes it back. */
const Mark = v.looseObject({
  version: v.number(),
  kind: v.picklist(['saved', 'read']),
  slug: name,
  at: time,
  on: v.boolean(),
  article: v.optional(SavedArticle),
});
export type Mark = v.InferOutput<typeof Mark>;

/** The value itself, not a parsed copy: what a newer version keeps in it stays in it. */
export const isMark = (value: unknown): value is Mark => v.is(Mark, value);
export const isSavedArticle = (value: unknown): value is SavedArticle => v.is(SavedArticle, value);

export const markKey = ({ kind, slug }: Pick<Mark, 'kind' | 'slug'>): string => `${kind}:${slug}`;

/** Whether a mark says more than another for the same article: it came later, or is the same one with the original's address learned. */
export const saysMore = (mark: Mark, than: Mark | undefined): boolean =>
  than === undefined ||
  mark.at > than.at ||
  (mark.at === than.at && mark.article?.originalUrl !== undefined && than.article?.originalUrl === undefined);

/** What is to be kept of a mark and what was stored for the same article before: what only a newer version knows of it stays. */
export function laterMark(stored: unknown, mark: Mark): Mark {
  if (!isMark(stored)) return mark;
  if (stored.at > mark.at) return stored;
  const article = mark.article && { ...stored.article, ...mark.article };
  return { ...stored, ...mark, article, version: Math.max(stored.version, mark.version) };
}
