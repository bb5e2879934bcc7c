import { createContext, type ReactNode } from 'react';
import type { DraftReason } from '../schema/card.ts';
import type { Picture } from '../schema/picture.ts';

/** A picture, or a logo by its id. */
export interface DrawnPicture {
  picture: Picture | string;
  alt?: string;
  className?: string | undefined;
  /** It cannot be had. */
  onGone?: (() => void) | undefined;
}

/** What parts of the reader do otherwise where they stand among drafts. Undefined on ordinary pages. */
export interface AmongDrafts {
  /** Pictures of drafts have no address. */
  draw: (picture: DrawnPicture) => ReactNode;
  /** What is not published, with the reason. */
  mark: (reason: DraftReason, children: ReactNode) => ReactNode;
  /** Where a link to a page of the reader leads. Both below the base. */
  lead: (to: string) => string;
}

export const Elsewhere = createContext<AmongDrafts | undefined>(undefined);
