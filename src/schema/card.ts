import * as v from 'valibot';
import { Picture } from './picture.ts';

const text = v.string();

/**
 * Who published a story. `domain` is ASCII (punycode). `logo` is a picture's id, one file at LOGO_WIDTH, or an image
 * service's address; without it a monogram is drawn.
 */
export const Provider = v.object({
  name: text,
  domain: v.optional(text),
  logo: v.optional(text),
});
export type Provider = v.InferOutput<typeof Provider>;

/** Why an article is not public. Cards and articles carry it in development only (and in previews); public files never do. */
export const DraftReason = v.picklist(['follower', 'below-cut-off', 'held', 'scheduled', 'removed', 'unmarked']);
export type DraftReason = v.InferOutput<typeof DraftReason>;

export const ArticleType = v.picklist(['article', 'video', 'course', 'collection', 'download', 'profile']);
export type ArticleType = v.InferOutput<typeof ArticleType>;

/**
 * What a feed shows of an article. Absent optional keys are left out of the JSON.
 * publishedDateTime: ISO 8601 in UTC with seconds, `2022-10-03T08:50:00Z`. excerpt: at most CARD_EXCERPT_LENGTH characters.
 * file: hash that names the article's file. lang: BCP 47, only where it differs from the publication's.
 */
export const Card = v.object({
  slug: text,
  category: text,
  title: text,
  excerpt: v.optional(text),
  publishedDateTime: text,
  type: v.optional(ArticleType, 'article'),
  provider: Provider,
  topics: v.optional(v.array(text), []),
  image: v.optional(Picture),
  heat: v.optional(v.number()),
  /** Others who cover the same event: how many stories, and up to four of their providers. */
  coverage: v.optional(v.object({ total: v.number(), providers: v.array(Provider) })),
  file: text,
  lang: v.optional(text),
  draft: v.optional(DraftReason),
});
export type Card = v.InferOutput<typeof Card>;

export const CARD_EXCERPT_LENGTH = 240;

/** An article of this publication as the Related panel lists it. */
export const RelatedCard = v.object({
  slug: text,
  category: text,
  title: text,
  publishedDateTime: text,
  type: v.optional(ArticleType, 'article'),
  provider: Provider,
  image: v.optional(Picture),
  file: text,
  lang: v.optional(text),
  draft: v.optional(DraftReason),
  /** Telling words that it shares with the article whose panel it stands in, as it spells them. */
  words: v.optional(v.array(text), []),
});
export type RelatedCard = v.InferOutput<typeof RelatedCard>;
