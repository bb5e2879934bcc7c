import * as v from 'valibot';
import { basePath } from '../lib/base-path.ts';

/**
 * Why a file could not be had. offline: no answer came. missing: the host has no such file (404 or 410).
 * refused: another status. broken: an answer that is not the JSON that was asked for (cut off, HTML of a captive portal, another format).
 */
export type DataFaultKind = 'offline' | 'missing' | 'refused' | 'broken';

export class DataFault extends Error {
  readonly kind: DataFaultKind;
  readonly path: string;
  constructor(kind: DataFaultKind, path: string, cause?: unknown) {
    super(`${path}: ${kind}`, { cause });
    this.name = 'DataFault';
    this.kind = kind;
    this.path = path;
  }
}

export const isMissing = (error: unknown): boolean => error instanceof DataFault && error.kind === 'missing';

/**
 * The only fetch of JSON. `path` is relative to the build's root, not encoded. cache: `no-store` asks the host itself, past every copy.
 * Throws a DataFault, or what `signal` was aborted with.
 */
export async function fetchJson<T extends v.GenericSchema>(
  path: string,
  schema: T,
  signal?: AbortSignal,
  cache: RequestCache = 'default',
): Promise<v.InferOutput<T>> {
  const url = basePath + siteWithDrafts() + path.split('/').map(encodeURIComponent).join('/');
  let response: Response;
  try {
    response = await fetch(url, { ...(signal && { signal }), credentials: 'same-origin', cache });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new DataFault('offline', path, cause);
  }
  if (response.status === 404 || response.status === 410) throw new DataFault('missing', path);
  if (!response.ok) throw new DataFault('refused', path, response.status);
  return parse(path, schema, await bodyOf(response, path, signal));
}

/** In development a second site has the drafts in it; a switch on the page chooses (`app/start-development.ts`). */
const siteWithDrafts = (): string =>
  import.meta.env.DEV && globalThis.document?.documentElement.dataset['drafts'] !== undefined ? '__drafts/' : '';

async function bodyOf(response: Response, path: string, signal?: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new DataFault('broken', path, cause);
  }
}

function parse<T extends v.GenericSchema>(path: string, schema: T, value: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new DataFault('broken', path, v.flatten(result.issues));
  return result.output;
}
