import * as v from 'valibot';
import { Provider } from './card.ts';

/** A section, topic or provider with the number of public articles in its feed (`roundCount`). `id` is its segment in URLs. */
export const FeedEntry = v.object({ id: v.string(), name: v.string(), count: v.number() });
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
  /** At most MANIFEST_TOPICS, in the publication's order; all of them stand in `data/topics.json`. */
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

/** `data/topics.json` and `data/providers.json`: all of them, by name. */
export const TopicList = v.object({ format: v.literal(1), topics: v.array(FeedEntry) });
export type TopicList = v.InferOutput<typeof TopicList>;
export const ProviderList = v.object({
  format: v.literal(1),
  providers: v.array(v.object({ ...FeedEntry.entries, provider: Provider })),
});
export type ProviderList = v.InferOutput<typeof ProviderList>;
