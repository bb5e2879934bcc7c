/** A web address as `URL` writes it, or why it is none: said so that it fits after the field's name. */
export type ReadUrl = { url: string } | { fault: string };

const LONGEST = 8192;

/** Addresses that are what `URL` makes of them, sign for sign: most are. Tests hold it to that. */
const SIMPLE =
  /^https?:\/\/(?:(?!xn-)[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]+(?:\/(?!\.|%2[Ee])[A-Za-z0-9_~.,;=+:@!$()*%&-]*)+(?:\?[A-Za-z0-9_~.,;=+:@!$()*%&/?-]*)?$/;

/**
 * An absolute http or https address. `&amp;` is what generators make of `&`; `//host` is taken as https. Addresses with a
 * user name or password are refused: they would be shown to everybody.
 */
export function readUrl(text: string): ReadUrl {
  const trimmed = text.trim();
  const written = trimmed.includes('&') ? trimmed.replace(/&(?:amp|#38|#038|#x26);/gi, '&') : trimmed;
  if (written.length <= LONGEST && SIMPLE.test(written)) return { url: written };
  const address = written.startsWith('//') ? `https:${written}` : written;
  if (address === '') return { fault: 'is empty. Write an address that begins with https://, or remove the key.' };
  if (!/^https?:\/\//i.test(address)) {
    return { fault: 'is not a web address. Only addresses that begin with https:// or http:// are taken.' };
  }
  const url = address.length > LONGEST ? null : parse(address);
  if (url === null)
    return { fault: 'is not a valid web address. Check its host name, and that nothing else stands in the value.' };
  if (url.username !== '' || url.password !== '') {
    return { fault: 'holds a user name or password. Remove the part before the @.' };
  }
  return { url: url.href };
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** A domain in ASCII and lower case, without `www.`; undefined for what is none. A whole address stands for its host. */
export function readDomain(text: string): string | undefined {
  const written = text.trim();
  const host = /^https?:\/\//i.test(written) ? written : `https://${written.replace(/\.$/, '')}`;
  if (/[\s\\@]/.test(written) || (!/^https?:\/\//i.test(written) && /[/?#:]/.test(written))) return undefined;
  const url = parse(host);
  if (url === null || url.username !== '' || !url.hostname.includes('.')) return undefined;
  const domain = url.hostname.replace(/\.$/, '').replace(/^www\.(?=.*\.)/, '');
  if (!/^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{1,62}$/.test(domain)) return undefined;
  return domain.length <= 200 ? domain : undefined;
}
