import type { QueryClient } from '@tanstack/react-query';

const GONE = 'gone-picture';

/** Whether a picture could not be had in this tab. */
export const isPictureGone = (client: QueryClient, id: string): boolean => client.getQueryData([GONE, id]) === true;

/** Kept as long as the tab, so that a card that is let go and comes back is set without it at once. */
export function setPictureGone(client: QueryClient, id: string): void {
  client.setQueryDefaults([GONE], { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData([GONE, id], true);
}
