import { previewHref } from '../../lib/href.ts';
import type { FeedKind } from '../../schema/feed.ts';

/** A page of the reader, shown with the drafts in it. top: best first. */
export type InPlace =
  | { page: 'feed'; kind: FeedKind; id: string; top?: boolean }
  | { page: 'draft'; id: string }
  | { page: 'article'; category: string; slug: string };

/** Begins the hash of all that is shown in place. */
export const IN_PLACE = '#/in-place/';
export const inPlaceHref = (): string => `${previewHref()}${IN_PLACE}`;
export const draftInPlaceHref = (id: string): string => `${previewHref()}${IN_PLACE}d/${id}`;
export const lineHref = (): string => `${previewHref()}#/line/`;
export const isInPlace = (hash: string): boolean => hash.startsWith(IN_PLACE);
