import * as v from 'valibot';
import { Provider } from './card.ts';

/** A section, topic or provider with the number of public articles in its feed (`roundCount`). `id` is its segment in URLs. */
const FeedEntry = v.object({ id: v.string(), name: v.string(), count: v.number() });
export type FeedEntry = v.InferOutput<typeof FeedEntry>;

/** `data/manifest.json`: what every view needs of the publication. Small whatever its size; revalidated. */
export const PublicationManifest = v.object({
  format: v.literal(1),
  title: v.string(),
  description: v.optional(v.string()),
  /** BCP 47. */
  language: v.string(),
  /** IANA name; absolute dates are told in it. */
  timeZone: v.string(),
  /** A picture's id, one file at LOGO_WIDTH. */
  logo: v.optional(v.string()),
  links: v.optional(v.array(v.object({ label: v.string(), url: v.string() })), []),
  /** Public articles, as `roundCount` tells them. */
  total: v.number(),
  categories: v.array(FeedEntry),
  /** At most MANIFEST_TOPICS, in the publication's order; all of them are found by `data/topics.json`. */
  topics: v.array(FeedEntry),
  topicsTotal: v.number(),
  providersTotal: v.number(),
  /** Heat at the 75th, 90th and 97th percentile of public articles; absent while too few have heat. */
  heat: v.optional(v.tuple([v.number(), v.number(), v.number()])),
});
export type PublicationManifest = v.InferOutput<typeof PublicationManifest>;

/** The part that no article changes. Pages that are made ahead rest on it alone, but for the one of all news and those of nothing. */
export const lastingPart = (publication: PublicationManifest): PublicationManifest => ({
  ...publication,
  total: 0,
  categories: [],
  topics: [],
  topicsTotal: 0,
  providersTotal: 0,
  heat: undefined,
});

export const MANIFEST_TOPICS = 24;

/** A topic or a provider; only a provider has `provider`. */
export const ListEntry = v.object({ ...FeedEntry.entries, provider: v.optional(Provider) });
export type ListEntry = v.InferOutput<typeof ListEntry>;

/** Names that begin with a letter, or with none of an alphabet. parts: their files, in the order of names. */
export const ListLetter = v.object({ letter: v.optional(v.string()), count: v.number(), parts: v.array(v.string()) });
export type ListLetter = v.InferOutput<typeof ListLetter>;

/**
 * `data/topics.json` and `data/providers.json`; revalidated. Without letters: all of them, by name. With letters: those with the most
 * articles; all of them, by name, stand in the letters' parts, `data/list/<kind>/<name>.json`, which are such lists themselves.
 */
export const NameList = v.object({
  format: v.literal(1),
  total: v.number(),
  entries: v.array(ListEntry),
  letters: v.optional(v.array(ListLetter)),
});
export type NameList = v.InferOutput<typeof NameList>;
