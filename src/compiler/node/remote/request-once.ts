import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { checkUrl, type FetchRules, guardedLookup } from './fetch-rules.ts';
import { proxyOptions } from './proxy-options.ts';

/** What a host said, before its body is read. */
export interface Answer {
  status: number;
  message: IncomingMessage;
}

const HEADERS = {
  Accept: 'image/avif,image/webp,image/jpeg,image/png,image/gif',
  // A compressed picture is a larger one; a small answer that swells is an attack.
  'Accept-Encoding': 'identity',
  'User-Agent': 'Tearsheet (keeps copies of pictures for a publication)',
};

/** One request over a connection of its own, without cookies, redirects or environment proxies. Rejects with Forbidden, or as node does. */
export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<Answer> {
  checkUrl(url, rules);
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions = {
    method: 'GET',
    headers: { ...HEADERS, ...headers },
    signal,
    maxHeaderSize: 16_384,
    // An own agent: the global one may have been told to use the environment's proxies.
    agent: isSecure ? new HttpsAgent() : new HttpAgent(),
    lookup: guardedLookup(url, rules),
  };
  const request = isSecure ? requestHttps : requestHttp;
  if (rules.proxy === undefined) return answerOf(request(url, options));
  const through = await proxyOptions(url, rules.proxy, signal);
  return answerOf(request({ ...options, ...through, headers: { ...options.headers, ...through.headers } }));
}

function answerOf(request: ClientRequest): Promise<Answer> {
  return new Promise((done, fail) => {
    request.on('response', (message) => done({ status: message.statusCode ?? 0, message }));
    // Stays for as long as the request does: an error after the answer is told by the body's stream as well.
    request.on('error', fail);
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new Error('upgrade'));
    });
    request.end();
  });
}
