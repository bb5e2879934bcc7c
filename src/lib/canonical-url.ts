/**
 * A key that is the same for addresses of the same story: without scheme, `www.`, `m.`-free host as it is, the trailing slash,
 * the fragment and `utm_*`. Only for comparing, never to link to. Text that is no URL is its own key.
 */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address.trim();
  const host = url.hostname.replace(/^www\./, '');
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return host + port + url.pathname.replace(/\/+$/, '') + queryOf(url.search);
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
