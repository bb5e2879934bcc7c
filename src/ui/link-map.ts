import { createContext } from 'react';

/** Where a link to a page of the reader leads, for parts of the reader that stand in another page. Both below the base. */
export const LinkMap = createContext<(to: string) => string>((to) => to);
