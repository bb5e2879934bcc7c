import { createHash } from 'node:crypto';

/** Contents of a page's inline scripts that run, and of its inline styles. */
export interface InlineParts {
  scripts: string[];
  styles: string[];
}

export function inlineParts(html: string): InlineParts {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => !/\bsrc\s*=/i.test(attributes) && !/type\s*=\s*"?application\/(ld\+)?json/i.test(attributes))
    .map(([, , text = '']) => text);
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, text = '']) => text);
  return { scripts, styles };
}

/** The content security policy of everything that is built. It names what a page holds inline by its hash; nothing else inline runs. */
export function contentSecurityPolicy({ scripts, styles }: InlineParts): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts.map(hashSource)].join(' ')}`,
    `style-src ${["'self'", ...styles.map(hashSource)].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'frame-src https://www.youtube-nocookie.com',
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types tearsheet',
  ].join('; ');
}

/**
 * A text that holds a policy (a page, a `_headers` file) with pictures allowed from one more origin, or from ours alone. It does not
 * matter which of the two the text allowed before.
 */
export const openPolicy = (text: string, pictureOrigin: string | undefined): string =>
  text.replace(/img-src 'self'( blob:)?[^;\n]*/g, (_, blob = '') =>
    [`img-src 'self'${blob}`, ...(pictureOrigin === undefined ? [] : [pictureOrigin])].join(' '),
  );

/** As a host sends it with everything: the page that shows drafts makes pictures in its memory. Every other page's own policy forbids that. */
export const sentPolicy = (policy: string): string => policy.replace("img-src 'self'", "img-src 'self' blob:");

/** The same for a `<meta>`, where browsers ignore frame-ancestors and complain about it. */
const metaPolicy = (policy: string): string => policy.replace("frame-ancestors 'none'; ", '');

/** The page with the policy in its head, before anything that it governs. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(policy)}" />`;
  const charset = /<meta charset="[^"]*"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('index.html must have <meta charset="utf-8" />: the policy is put after it.');
  return html.replace(charset, (tag) => `${tag}\n    ${meta}`);
}

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
