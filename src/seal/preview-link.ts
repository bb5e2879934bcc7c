import { type Bytes, base64url, fromBase64url } from './bytes.ts';
import { KEY_LENGTH, type Randomness } from './derive.ts';

/** A link's key: 32 random bytes as 43 signs. The first is a letter, the last a letter or number, so that mail programs take all of it as the address. */
export function makeLinkKey(random: Randomness): string {
  for (;;) {
    const text = base64url(random(KEY_LENGTH));
    if (/^[A-Za-z]/.test(text)) return text;
  }
}

/** The key's bytes, undefined for any other text. */
export function readLinkKey(text: string): Bytes | undefined {
  const bytes = fromBase64url(text);
  return bytes?.length === KEY_LENGTH ? bytes : undefined;
}

/** path: the preview's page below the base, which ends in a slash. */
export const linkAddress = (base: string, key: string): string => `${base}preview/#${key}`;

/** What an address says. seen: the key stood where the server reads it, and should be replaced. */
export interface PreviewLink {
  key: Bytes;
  seen: boolean;
}

const KEY = /^[\w-]{43}/;

/**
 * The key in an address of the preview's page, whatever mail programs did to it: signs around it, a line break in it, a
 * query hung on, `#` written as `%23`. Undefined where there is no key; `#/d/...` is an address inside the preview.
 */
export function readPreviewLink({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): PreviewLink | undefined {
  const own = keyIn(hash.slice(1));
  if (own) return { key: own, seen: false };
  const written = decoded(pathname + search);
  const sent = written.indexOf('#');
  const key = sent === -1 ? undefined : keyIn(written.slice(sent + 1));
  return key && { key, seen: true };
}

/** What is left of a key; places on the page have shorter names, and addresses inside the preview begin with a slash. */
const REST = /^#[^/]*[\w-]{16}/;

/** The same; for a key that lost a part on its way, or has other signs in it, one that opens nothing and is refused as any wrong one is. */
export const readAnyLink = (address: Parameters<typeof readPreviewLink>[0]): PreviewLink | undefined =>
  readPreviewLink(address) ?? (REST.test(address.hash) ? { key: new Uint8Array(KEY_LENGTH), seen: false } : undefined);

function keyIn(fragment: string): Bytes | undefined {
  const text = decoded(fragment)
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/^[#<("'[{*_\u00ab\u2018-\u201e]+/u, '');
  const key = KEY.exec(text)?.[0];
  // More of the alphabet behind it: this is something longer, and half of it is no key.
  return key === undefined || /^[_-]{0,2}[A-Za-z\d]/.test(text.slice(key.length)) ? undefined : readLinkKey(key);
}

/** Percent signs taken out, twice where they were put in twice. A text that is not so encoded stays. */
function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text);
    return /%[\da-f]{2}/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return text;
  }
}
