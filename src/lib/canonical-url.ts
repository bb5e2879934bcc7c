/**
 * A key that is the same for addresses of the same story: without scheme, `www.`, the slash at the end, the fragment and
 * `utm_*`. Only for comparing, never to link to. Text that is no web address is its own key.
 */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address.trim();
  return url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '') + queryOf(url.search);
}

/** Kept as written: decoding and encoding it again would make equal what a publisher keeps apart. */
function queryOf(search: string): string {
  if (search.length < 2) return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^utm_/i.test(part));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
