import type { IncomingMessage } from 'node:http';
import { pictureType } from '../picture-type.ts';
import { checkUrl, type FetchRules, Forbidden } from './fetch-rules.ts';
import { requestOnce } from './request-once.ts';

/** What a host said of a picture's state, for asking whether it changed. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** busy: the host wants to be left alone for so many ms. failed: reason is a sentence for people. */
export type Fetched =
  | { kind: 'picture'; bytes: Buffer; validators: Validators }
  | { kind: 'same' }
  | { kind: 'busy'; wait: number }
  | { kind: 'failed'; reason: string };

const REDIRECTS = [301, 302, 303, 307, 308];
/** A pause that a host does not measure. */
const PAUSE_MS = 5000;
/** The longest of the signatures that pictures are known by. */
const SIGNATURE = 16;

class Unusable extends Error {}

/** Fetches one picture by the rules. Never rejects. known: of the copy that is kept, to be told when it is still the same. */
export async function fetchPicture(address: string, rules: FetchRules, known: Validators = {}): Promise<Fetched> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(new Unusable(`It took longer than ${rules.seconds} s.`)), rules.seconds * 1000);
  try {
    return await follow(new URL(address), rules, known, control.signal);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, control.signal) };
  } finally {
    clearTimeout(timer);
    // Whatever is still open of it.
    control.abort();
  }
}

async function follow(first: URL, rules: FetchRules, known: Validators, signal: AbortSignal): Promise<Fetched> {
  let url = first;
  for (let turn = 0; turn <= rules.redirects; turn++) {
    const { status, message } = await requestOnce(url, conditions(known), rules, signal);
    if (!REDIRECTS.includes(status)) return await read(status, message, rules, signal);
    message.destroy();
    const { location } = message.headers;
    if (location === undefined || !URL.canParse(location, url.href)) throw new Unusable('It redirects to no address.');
    url = new URL(location, url.href);
    checkUrl(url, rules);
  }
  throw new Unusable(`It redirects more than ${rules.redirects} times.`);
}

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag !== undefined && { 'If-None-Match': etag }),
  ...(lastModified !== undefined && { 'If-Modified-Since': lastModified }),
});

async function read(status: number, message: IncomingMessage, rules: FetchRules, signal: AbortSignal): Promise<Fetched> {
  if (status === 304) return { kind: 'same' };
  const retryAfter = message.headers['retry-after'];
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return { kind: 'busy', wait: waitOf(retryAfter) };
  if (status !== 200) throw new Unusable(`The host answers ${status}.`);
  const encoding = message.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Unusable('The host sends it compressed, which was not asked for.');
  const tooLarge = new Unusable(`It is over ${rules.bytes / 1_048_576} MiB.`);
  if (Number(message.headers['content-length'] ?? 0) > rules.bytes) throw tooLarge;
  const bytes = await bodyOf(message, rules.bytes, tooLarge, signal);
  const { etag, 'last-modified': lastModified } = message.headers;
  return { kind: 'picture', bytes, validators: { ...(short(etag) && { etag }), ...(short(lastModified) && { lastModified }) } };
}

/** A header that is sent back is kept only when it is as short as such headers are. */
const short = (header: string | undefined): header is string => header !== undefined && header.length <= 200;

async function bodyOf(message: IncomingMessage, most: number, tooLarge: Error, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  let isKnown = false;
  for await (const part of message as AsyncIterable<Buffer>) {
    if (signal.aborted) throw signal.reason;
    parts.push(part);
    size += part.length;
    if (size > most) throw tooLarge;
    // What is no picture by its first bytes is not read to its end, which it may not have.
    if (!isKnown && size >= SIGNATURE) isKnown = checkType(Buffer.concat(parts));
  }
  if (!message.complete) throw new Unusable('The connection ended before the picture did.');
  const bytes = Buffer.concat(parts);
  checkType(bytes);
  return bytes;
}

function checkType(bytes: Uint8Array): true {
  if (bytes.length === 0) throw new Unusable('It is empty.');
  if (pictureType(bytes) === undefined) throw new Unusable('It is no JPEG, PNG, GIF, WebP or AVIF.');
  return true;
}

/** ms, from seconds or a date. A host that names a time long gone still gets its pause. */
function waitOf(retryAfter: string | undefined): number {
  if (retryAfter === undefined) return PAUSE_MS;
  const ms = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(ms) ? Math.max(1000, ms) : PAUSE_MS;
}

const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no host of this name.',
  EAI_AGAIN: 'The name of its host cannot be looked up now.',
  ECONNREFUSED: 'The host takes no connection.',
  ECONNRESET: 'The connection broke off.',
  ETIMEDOUT: 'The host does not answer.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  EPROXY: 'The proxy refuses it.',
};

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted && signal.reason instanceof Unusable) return signal.reason.message;
  if (error instanceof Unusable || error instanceof Forbidden) return error.message;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO)/.test(code)) return 'Its host cannot prove who it is.';
  if (code.startsWith('HPE_')) return 'The host does not speak HTTP.';
  return BY_CODE[code] ?? `It cannot be fetched${code === '' ? '' : ` (${code})`}.`;
}
