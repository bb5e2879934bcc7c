import { basePath } from '../lib/base-path.ts';
import { DATA_CACHE, DATA_FORMAT, KEPT_AT, PAGE_CACHES, PICTURE_CACHE, SAVED_CACHE, SHELL_CACHES } from '../lib/cache-names.ts';
import { contentHash } from '../lib/hash.ts';

/**
 * What the build tells the worker (`compiler/node/worker-file.ts`). version: changes with the shell's sources. entry: the script that
 * every page of this shell names. files: paths below the base, each with the SHA-256 of its bytes in base64.
 */
declare const BUILT_SHELL: { version: string; entry: string; files: [path: string, sha256: string][] };

export const { version, entry, files } = BUILT_SHELL;

/** contents: JSON that changes under its name. hashed: JSON that does not. */
export type Kind = 'page' | 'shell' | 'contents' | 'hashed' | 'picture';

/** The page that opens drafts. What it keeps and asks for is its own business; without a network the worker shows the copy that it made of itself. */
export const isPreviewPage = ({ mode, url }: Request): boolean =>
  mode === 'navigate' && new URL(url).pathname === `${basePath}preview/`;

/** Where each kind is kept, and where else it may be found. */
export const CACHES: Readonly<Record<Kind, readonly [string, ...string[]]>> = {
  page: [PAGE_CACHES + version],
  shell: [SHELL_CACHES + version],
  contents: [DATA_CACHE, SAVED_CACHE],
  hashed: [DATA_CACHE, SAVED_CACHE],
  picture: [PICTURE_CACHE, SAVED_CACHE],
};

const TYPES: Readonly<Record<Kind, RegExp>> = {
  page: /html/,
  shell: /javascript|css|font|svg|octet-stream/,
  contents: /json/,
  hashed: /json/,
  picture: /^image\//,
};

/** As in `data/article/<slug>.<hash>.json` and `data/feed/all/<hash>.json`. */
const HASHED = /[./]((?=[a-z]*\d)[0-9a-z]{14})\.json$/;

/** What a request asks for; undefined: none of the worker's business. Previews of drafts never are. */
export function kindOf({ method, mode, cache, headers, url }: Request): Kind | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || !pathname.startsWith(basePath)) return undefined;
  // The page wants to know what the host says now.
  if (cache === 'no-store' || cache === 'reload' || headers.has('range')) return undefined;
  const path = pathname.slice(basePath.length);
  if (/^preview(\/|$)/.test(path)) return undefined;
  if (mode === 'navigate' || headers.get('accept') === 'text/html') return 'page';
  if (/^(assets\/|icon\.svg$)/.test(path)) return 'shell';
  if (path.startsWith('img/')) return 'picture';
  if (!/^data\/.*\.json$/.test(path)) return undefined;
  return HASHED.test(path) ? 'hashed' : 'contents';
}

/** The answer as it may be kept; undefined for one that is an error, cut off, of somebody else or not what its name says. */
export async function keepable(kind: Kind, path: string, answer: Response): Promise<Response | undefined> {
  const { status, type, redirected } = answer;
  const headers = new Headers(answer.headers);
  if (status !== 200 || type !== 'basic' || redirected || !TYPES[kind].test(headers.get('content-type') ?? '')) return undefined;
  const body = await answer.clone().arrayBuffer();
  const length = headers.has('content-encoding') ? null : headers.get('content-length');
  if (body.byteLength === 0 || (length !== null && Number(length) !== body.byteLength)) return undefined;
  if (!isWhatItSays(kind, path, body)) return undefined;
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(KEPT_AT, String(Date.now()));
  return new Response(body, { headers });
}

function isWhatItSays(kind: Kind, path: string, body: ArrayBuffer): boolean {
  if (kind === 'shell' || kind === 'picture') return true;
  const text = new TextDecoder().decode(body);
  // A page of another version would ask for scripts that are not kept.
  if (kind === 'page') return text.includes(entry);
  if (kind === 'hashed') return contentHash(text) === HASHED.exec(path)?.[1];
  try {
    return (JSON.parse(text) as { format?: unknown } | null)?.format === DATA_FORMAT;
  } catch {
    return false;
  }
}
