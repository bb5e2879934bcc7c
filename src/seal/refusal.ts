/**
 * Whatever does not open: a wrong key, a damaged file, one that was cut off or made by somebody else. One value and one
 * sentence for all of it, so that nobody learns from it which of them it was.
 */
export const REFUSAL = Object.freeze({
  refused: true,
  words: 'This does not open. The passphrase or the link is not the right one, or what came is damaged.',
} as const);
export type Refusal = typeof REFUSAL;

export const isRefusal = (value: unknown): value is Refusal => value === REFUSAL;
