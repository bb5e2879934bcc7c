import * as v from 'valibot';
import { ArticleFile } from './article.ts';
import { Card, DraftReason, RelatedCard } from './card.ts';

const text = v.string();
const number = v.number();

/** `preview/manifest.json`: the only file of a preview that is not sealed. index: the name of the index without `.sealed`. */
export const PreviewManifest = v.object({ format: v.literal(1), index: v.pipe(text, v.regex(/^[0-9a-f]{32}$/)) });
export type PreviewManifest = v.InferOutput<typeof PreviewManifest>;

/** The record `about` of the index. drafts: how many there are, those with errors too; faulty: how many of them have errors. */
export const PreviewAbout = v.object({
  format: v.literal(1),
  title: text,
  language: text,
  timeZone: text,
  cutOff: number,
  drafts: number,
  faulty: number,
});
export type PreviewAbout = v.InferOutput<typeof PreviewAbout>;

/** An article of this publication that anybody may see. */
export const PublicReference = v.object({ category: text, slug: text, title: text });
export type PublicReference = v.InferOutput<typeof PublicReference>;

/**
 * A line of the queue: a record of the group `queue`. id: its address below `#/d/`. version: another when anything of the
 * draft changed, judged: when its text did, which is what a verdict is about. card: absent where the file has errors, title then stands as in the file. published: as the file says it.
 * quality, heat: as written, -1 marks a follower. leader: the public article that the draft follows. secured: characters.
 */
export const DraftEntry = v.object({
  id: text,
  version: text,
  judged: text,
  path: text,
  slug: text,
  reason: DraftReason,
  title: v.optional(text),
  card: v.optional(Card),
  quality: v.optional(number),
  heat: v.optional(number),
  published: v.optional(v.boolean()),
  leader: v.optional(PublicReference),
  errors: v.optional(number, 0),
  warnings: v.optional(number, 0),
  secured: v.optional(number),
});
export type DraftEntry = v.InferOutput<typeof DraftEntry>;

/** A top-level key of the front matter as it stands in the file, with the lines that belong to it. line: from 1, in the file. */
export const WrittenField = v.object({ key: text, line: number, text });
export type WrittenField = v.InferOutput<typeof WrittenField>;

const DraftIssue = v.object({
  severity: v.picklist(['error', 'warning']),
  line: number,
  column: number,
  field: text,
  message: text,
});
export type DraftIssue = v.InferOutput<typeof DraftIssue>;

/**
 * A draft, whole: a record of the group `drafts`. article: as readers would see it, all its coverage in it; absent where the
 * file has errors. related: of this publication, as it would be with every draft in it that nobody removed; drafts are marked. here:
 * which coverage would be on this site.
 * twins: public articles that tell the same, by an address or word for word by the title. secured: as it stands in the file.
 */
export const DraftFile = v.object({
  id: text,
  version: text,
  article: v.optional(ArticleFile),
  related: v.optional(v.array(RelatedCard), []),
  here: v.optional(v.array(v.object({ url: text, category: text, slug: text })), []),
  twins: v.optional(v.array(PublicReference), []),
  fields: v.array(WrittenField),
  body: v.optional(text),
  issues: v.optional(v.array(DraftIssue), []),
  secured: v.optional(text),
});
export type DraftFile = v.InferOutput<typeof DraftFile>;

/**
 * The quality of public articles, by slug, where their files have one: what a line at another score would take away. A record of
 * the group `drafts`, one for each first hex digit of an article's draft id, where there are any.
 */
export const PublicScores = v.object({ scores: v.array(v.tuple([text, number])) });
export type PublicScores = v.InferOutput<typeof PublicScores>;

/**
 * Where public articles stand, so that the address of a draft leads on when it has become one. Records of the group `drafts`, one for
 * each first hex digit of an article's draft id, where there are any.
 */
export const PublicPages = v.object({ pages: v.array(v.tuple([text, text])) });
export type PublicPages = v.InferOutput<typeof PublicPages>;

/** Names of records. Pictures and logos lie under the path that a public one would have. */
export const entryRecord = (id: string): string => `entry/${id}`;
export const scoresRecord = (digit: string): string => `scores/${digit}`;
export const pagesRecord = (digit: string): string => `pages/${digit}`;
export const draftRecord = (id: string): string => `draft/${id}`;
export const pictureRecord = (path: string): string => `file/${path}`;

/** Widths up to this lie together: cards and logos, many of which are on screen at once. */
const SMALL = 500;

/** The group that a picture's file lies in, by the width in its name (`img/<id>-<width>.avif`). */
export const pictureGroup = (path: string): 'small' | 'large' =>
  Number(/-(\d+)\.\w+$/.exec(path)?.[1] ?? 0) <= SMALL ? 'small' : 'large';
