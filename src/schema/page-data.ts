/** What a page that is made ahead shows: the texts of its data files. The publication's own stands apart, being every page's. */
export type PageData =
  | { kind: 'feed'; manifest: string; shard?: string }
  | { kind: 'article'; slug: string; manifest: string; file: string }
  | { kind: 'topics' | 'providers'; list: string }
  | { kind: 'plain' };
