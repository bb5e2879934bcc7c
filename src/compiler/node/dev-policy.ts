import { contentSecurityPolicy } from './csp.ts';

/**
 * The production policy with what Vite needs: its own inline scripts by a nonce, styles that it puts into the page, its socket.
 * Trusted Types stay, so that what they forbid is noticed in development.
 */
export function developmentPolicy(nonce: string): string {
  return contentSecurityPolicy({ scripts: [], styles: [] })
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws://localhost:* ws://127.0.0.1:*");
}

/** MSW registers its service worker by a plain address, which Trusted Types forbid: pages over a pretend site go without them. */
export const withoutTrustedTypes = (policy: string): string => policy.replace(/; require-trusted-types-for.*$/, '');
