/** A rule of a `_headers` file, as Netlify and Cloudflare Pages read it: a path, `*` at its end for all below it, and what to send. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

export const HEADERS_FILE = '_headers';
export const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept by browsers and asked for again each time; an answer that did not change is a few bytes. */
export const REVALIDATED = 'public, no-cache';

/** Sent with everything, so that the pages are safe on any host. */
function securityHeaders(policy: string): [string, string][] {
  return [
    ['Content-Security-Policy', policy],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
}

/** Hosts join the values of rules that both match, so Cache-Control stands only where it differs from a host's own default. */
export function headerRules(base: string, policy: string): HeaderRule[] {
  return [
    { path: `${base}*`, headers: securityHeaders(policy) },
    { path: `${base}assets/*`, headers: [['Cache-Control', IMMUTABLE]] },
    { path: `${base}img/*`, headers: [['Cache-Control', IMMUTABLE]] },
    {
      path: `${base}preview/`,
      headers: [
        ['Cache-Control', 'no-store'],
        ['X-Robots-Tag', 'noindex'],
      ],
    },
  ];
}

export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('\n');
}

/** Reads what formatHeaders wrote, and any simple file of that form. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const colon = line.indexOf(':');
    if (/^\s/.test(line) && colon > 0) rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** What the rules say for a URL path; of two values of one header, the later rule's. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return new Map(matching.flatMap(({ headers }) => headers));
}
