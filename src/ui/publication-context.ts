import { createContext, use } from 'react';
import type { PublicationManifest } from '../schema/publication.ts';

const PublicationContext = createContext<PublicationManifest | undefined>(undefined);
export const PublicationProvider = PublicationContext.Provider;

/** The publication that the page belongs to; undefined until its table of contents has come. */
export const usePublication = (): PublicationManifest | undefined => use(PublicationContext);
