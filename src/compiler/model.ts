import type { Block } from '../schema/body.ts';
import type { ArticleType, DraftReason } from '../schema/card.ts';
import type { Issue } from '../schema/issue.ts';
import type { PageData } from '../schema/page-data.ts';
import type { PageStyle } from './html.ts';

/** A file as the folder holds it. path is relative to the content folder, `/` between segments. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array;
}

/** A content folder, read. `organizations` and `topics` are the files of `_data/organizations` and `_data/topics`. */
export interface ContentFolder {
  articles: SourceFile[];
  organizations: SourceFile[];
  topics: SourceFile[];
  settings?: SourceFile;
  clusters?: SourceFile;
}

/** A picture named by an article: `local` is a path in the content folder, `url` a remote address (http or https). One of both is there. */
export interface SourceImage {
  local?: string;
  url?: string;
  width?: number;
  height?: number;
  isCached: boolean;
}

export interface SourceProvider {
  name: string;
  /** ASCII, lower case. */
  domain?: string;
  images: SourceImage[];
}

/** An entry of `related`: a story of the same cluster, at its publisher. Its `quality` is read and dropped. */
export interface RelatedStory {
  title: string;
  excerpt?: string;
  publishedDateTime?: string;
  url?: string;
  /** Every address that the entry names, the AMP ones too: to find the same story by. */
  urls: string[];
  type: ArticleType;
  provider?: SourceProvider;
  images: SourceImage[];
  lang?: string;
}

/** What body text holds before its pictures are resolved: `picture` is a path in the content folder. */
export type SourceBlock =
  | Exclude<Block, { type: 'picture' | 'quote' | 'list' }>
  | { type: 'picture'; picture: string; alt: string }
  | { type: 'quote'; children: SourceBlock[] }
  | { type: 'list'; start?: number; items: SourceBlock[][] };

/**
 * An article as parsed, with nothing that must not be published: neither `quality` nor `secured` has a place here.
 * publishedDateTime: ISO 8601, UTC, with seconds. time: the same in ms. heat: absent for followers (-1) and where the file has none.
 */
export interface Article {
  path: string;
  slug: string;
  /** Its segment in URLs, and the words of the file. */
  category: string;
  categoryName: string;
  title: string;
  excerpt: string;
  publishedDateTime: string;
  time: number;
  /** Where the reader links out to: originalUrl, else webUrl, else sourceUrl. */
  originalUrl?: string;
  ampWebUrl?: string;
  cdnAmpWebUrl?: string;
  /** Every address that the file gives the story itself. */
  urls: string[];
  type: ArticleType;
  heat?: number;
  provider: SourceProvider;
  topics: string[];
  images: SourceImage[];
  related: RelatedStory[];
  video?: { host: 'youtube'; id: string };
  body: SourceBlock[];
  /** BCP 47, where it is known or plain from the script and differs from the publication's. */
  lang?: string;
  /** Public articles have it only where the origin's API is made. */
  origin?: OriginValues;
  /** Only on drafts that development shows. */
  draft?: DraftReason;
}

export interface OriginValues {
  title: string | null;
  excerpt: string | null;
  publishedDateTime: string | null;
  sourceUrl: string | null;
  originalUrl: string | null;
  webUrl: string | null;
  ampWebUrl: string | null;
  cdnAmpWebUrl: string | null;
  featuredContent: string | null;
  heat: number | null;
  type: string | null;
  category: string | null;
  topics: string[];
  content: string;
  images: { url: string; width: number | null; height: number | null; title: string | null; isCached: boolean }[];
  provider: {
    name: string | null;
    domain: string | null;
    images: { url: string; width: number | null; height: number | null }[];
  };
}

/** An article as it was read. origin: values as they stand in the file, without quality, published, related and secured. */
export type WholeArticle = Article & { origin: OriginValues };

declare const passedTheGate: unique symbol;

/** An article that anybody may see. Only the gate makes one; writers of public output take nothing else. */
export type PublicArticle = Article & { readonly [passedTheGate]: true };

/** Any article that is not public, with what only reviewers may see. */
export interface DraftArticle {
  article: WholeArticle;
  reason: DraftReason;
  quality?: number;
  /** As written: -1 marks a follower. */
  heat?: number;
  removed: boolean;
  secured?: string;
  /** `published` as the file says it, undefined where it says nothing. */
  published?: boolean;
  /** The front matter as it stands in the file. */
  source: string;
}

/** A draft whose file has errors, so that no more is known of it. title: as it stands in the file. */
export interface FaultyDraft {
  path: string;
  slug: string;
  reason: DraftReason;
  title?: string;
  quality?: number;
  heat?: number;
  published?: boolean;
  source: string;
  /** What follows the front matter. */
  body: string;
}

/** `tearsheet.yaml`, with its defaults. */
export interface Settings {
  title: string;
  description?: string;
  language: string;
  timeZone: string;
  /** Absolute, ends in `/`. */
  url?: string;
  cutOff: number;
  /** Names, in order; the others follow by how many articles they have. */
  topics: string[];
  /** Paths in the content folder. */
  logo?: string;
  links: { label: string; url: string }[];
  /** Globs over paths in the content folder that narrow which `.md` files are articles. */
  articles: string[];
  images: ImageSettings;
}

/**
 * How pictures from elsewhere come here. remote: what stands in place of one that is not copied. effort: 0 to 9, of encoding.
 * hosts: `host:port`, allowed beside ports 80 and 443 and wherever they lie. proxy: an http address, or the name of an environment
 * variable that holds one. mirror, engine: addresses with placeholders, the mirror's to fetch from, the engine's for readers.
 */
export interface ImageSettings {
  remote: 'hide' | 'link';
  effort: number;
  hosts: string[];
  proxy?: string;
  mirror?: string;
  engine?: string;
}

/** A provider's entry in `_data/organizations`. */
export interface Organization {
  name: string;
  domain: string;
  images: SourceImage[];
}

/** A topic's entry in `_data/topics`, in the order of the folder's file names. */
export interface TopicData {
  id: string;
  name: string;
}

/** `clusters.yaml`: lists of slugs that belong together, and of such that do not. */
export interface ClusterRules {
  join: string[][];
  part: string[][];
}

/** Everything that was read. articles: newest first, the same time by slug. skipped: paths left out because of an error. */
export interface Corpus {
  settings: Settings;
  articles: PublicArticle[];
  drafts: DraftArticle[];
  /** The quality of public articles, by slug, where it is written. For reviewers alone. */
  scores: ReadonlyMap<string, number>;
  /** Files that say that they are not public and have errors besides. By path. */
  faulty: FaultyDraft[];
  organizations: ReadonlyMap<string, Organization>;
  topics: TopicData[];
  clusters: ClusterRules;
  issues: Issue[];
  skipped: string[];
}

/** A file of the output. hashed: its name holds its content's hash. contents: a table of contents. */
export interface TextOutput {
  path: string;
  text: string;
  kind: 'hashed' | 'contents';
}

/** HTML for a URL. Its text is made where it is written: all pages at once would need more memory than all else. */
export interface PageOutput {
  path: string;
  kind: 'page';
  plan: PagePlan;
}

export type Output = TextOutput | PageOutput;

/** What a page is made from. address: its URL path below the base, as the reader's links have it. head: HTML. files: URL paths of its data. */
export interface PagePlan {
  address: string;
  style: PageStyle;
  head: string;
  files: string[];
  data: () => PageData;
}
