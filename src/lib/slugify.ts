const SIGNS: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ', '%': ' percent ' };

/**
 * A name as one URL segment: NFKC, lower case, letters, marks and numbers of any script, hyphens between words.
 * Topics, categories and providers without a domain get their ids by it. Empty when the name has no letter or number.
 */
function slugify(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[+#&@%]/g, (sign) => SIGNS[sign] ?? '')
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** slugify, with a stable stand-in for names that have no letter or number. */
export function segmentOf(name: string): string {
  // The cut may fall within a surrogate pair, and half of one cannot stand in a URL.
  const slug = slugify(name)
    .slice(0, 80)
    .replace(/(?:[\uD800-\uDBFF]|-+)$/, '');
  if (slug !== '') return slug;
  return `n-${[...name.normalize('NFC')]
    .map((sign) => (sign.codePointAt(0) ?? 0).toString(16))
    .join('-')
    .slice(0, 60)}`;
}

/** The segment that names a provider's feed: its domain, else its name. */
export function providerId(provider: { name: string; domain?: string | undefined }): string {
  return provider.domain ?? segmentOf(provider.name);
}
