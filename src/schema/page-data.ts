import type { ListKind } from './paths.ts';

/** What a page that is made ahead shows: the texts of its data files. The publication's own stands apart, being every page's. */
export type PageData =
  | { kind: 'feed'; manifest: string; shard?: string }
  | { kind: 'article'; slug: string; manifest: string; file: string }
  | { kind: 'list'; of: ListKind; list: string }
  | { kind: 'years'; table: string }
  | { kind: 'year'; year: number; table: string }
  | { kind: 'plain' }
  /** Nothing: it may become any page. */
  | { kind: 'stand-in' };

/** markup: HTML that the script takes over; around: what stands before and after it, the same pair on many pages. edition: a mark of what it shows (`lib/edition.ts`). */
export interface DrawnPage {
  markup: string;
  around?: readonly [before: string, after: string] | undefined;
  edition: string;
}

/** Draws the page at a path (below the base, percent-encoded, as the reader's links have it). The same input gives the same bytes. */
export type DrawPage = (path: string, data: PageData) => DrawnPage;
