import { createContext, type ReactNode } from 'react';

/** What a page that cannot be had offers in its place; given by the frame, since it knows of articles. */
export const OfflineOffer = createContext<ReactNode>(undefined);
