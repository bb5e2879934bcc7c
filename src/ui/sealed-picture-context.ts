import { createContext, type ReactNode } from 'react';
import type { Picture } from '../schema/picture.ts';

export interface SealedPictureProps {
  picture: Picture;
  alt?: string;
  className?: string | undefined;
  /** It cannot be had. */
  onGone?: (() => void) | undefined;
}

/** Draws pictures where drafts are shown, whose pictures have no address. Undefined on ordinary pages. */
export const SealedPictureContext = createContext<((props: SealedPictureProps) => ReactNode) | undefined>(undefined);
