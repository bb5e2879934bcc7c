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

/** MSW registers its service worker by a plain address: over a pretend site a default policy passes that one (`mocks/start-mock.ts`). */
export const withMockWorker = (policy: string): string =>
  policy.replace('trusted-types tearsheet', 'trusted-types tearsheet default');
