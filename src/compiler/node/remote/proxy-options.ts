import { Agent as HttpAgent, type RequestOptions, request as requestHttp } from 'node:http';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { portOf } from './fetch-rules.ts';

/** How a request goes by way of a proxy: over a tunnel when it is https, else by its whole address. */
export async function proxyOptions(url: URL, proxy: URL, signal: AbortSignal): Promise<RequestOptions> {
  const authorization = proxy.username === '' ? {} : { 'Proxy-Authorization': basic(proxy) };
  const near: RequestOptions = {
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(proxy),
    agent: new HttpAgent(),
    signal,
  };
  if (url.protocol === 'http:') {
    return { ...near, path: url.href, headers: { Host: url.host, ...authorization }, lookup: undefined };
  }
  const target = `${url.hostname}:${portOf(url)}`;
  const socket = await new Promise<Socket>((done, fail) => {
    const tunnel = requestHttp({ ...near, method: 'CONNECT', path: target, headers: { Host: target, ...authorization } });
    tunnel.on('connect', (answer, opened) => {
      if (answer.statusCode === 200) return done(opened);
      opened.destroy();
      fail(Object.assign(new Error('refused by the proxy'), { code: 'EPROXY' }));
    });
    tunnel.on('error', fail);
    tunnel.end();
  });
  const secure = () => connectTls({ socket, servername: url.hostname });
  return {
    host: url.hostname,
    path: url.pathname + url.search,
    headers: { Host: url.host },
    agent: undefined,
    createConnection: secure,
  };
}

const basic = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
