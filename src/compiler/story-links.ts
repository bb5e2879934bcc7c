import { canonicalUrl } from '../lib/canonical-url.ts';
import type { Field, Report } from './report.ts';
import { readUrl } from './urls.ts';

/** A story's addresses. url: where the reader links out to. urls: every one of them, once. */
export interface StoryLinks {
  url?: string;
  ampWebUrl?: string;
  cdnAmpWebUrl?: string;
  urls: string[];
}

const OWN = ['originalUrl', 'webUrl', 'sourceUrl', 'url'] as const;
const AMP = ['ampWebUrl', 'ampUrl'] as const;
const CDN_AMP = ['cdnAmpWebUrl', 'cdnAmpUrl'] as const;
type LinkKey = (typeof OWN | typeof AMP | typeof CDN_AMP)[number];
type LinkInput = { readonly [key in LinkKey]?: string | null | undefined };

/** Reads a story's addresses, the older keys too. What is no address is told to `own`, for AMP copies to `amp`. */
export function storyLinks(input: LinkInput, field: Field, own: Report['error'], amp: Report['warn']): StoryLinks {
  const read = (keys: readonly LinkKey[], tell: Report['error']): string[] => {
    const urls: string[] = [];
    for (const key of keys) {
      const written = input[key];
      // An article's `url` is a key that nobody knows, so it can be anything.
      if (typeof written !== 'string' || written.trim() === '') continue;
      const result = readUrl(written);
      if ('url' in result) urls.push(result.url);
      else tell([...field, key], result.fault);
    }
    return urls;
  };
  const owns = read(OWN, own);
  const [amps, cdnAmps] = [read(AMP, amp), read(CDN_AMP, amp)];
  return {
    ...(owns[0] !== undefined && { url: owns[0] }),
    ...(amps[0] !== undefined && { ampWebUrl: amps[0] }),
    ...(cdnAmps[0] !== undefined && { cdnAmpWebUrl: cdnAmps[0] }),
    urls: [...new Set([...owns, ...amps, ...cdnAmps])],
  };
}

/** The canonical addresses that anything unparsed names, from any key that may hold one. */
export function roughUrls(raw: unknown): string[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return [...OWN, ...AMP, ...CDN_AMP].flatMap((key) => {
    const value = (raw as Readonly<Record<string, unknown>>)[key];
    const result = typeof value === 'string' ? readUrl(value) : undefined;
    return result !== undefined && 'url' in result ? [canonicalUrl(result.url)] : [];
  });
}
