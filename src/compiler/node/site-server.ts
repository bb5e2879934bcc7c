import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { acceptedEncoding, createCompressedFiles } from './compressed-files.ts';
import type { StaticSite } from './static-site.ts';

/** An HTTP server for a build. `site` is asked anew for each request, for a new build may have taken the old one's place. */
export function createSiteServer(site: () => StaticSite | undefined): Server {
  const read = createCompressedFiles();
  return createServer((request, response) => {
    try {
      respond(request, response, site(), read);
    } catch (error) {
      // A file can go away between looking and reading, while content is compiled.
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isGone) console.error(error);
      plain(response, isGone ? 404 : 500, isGone ? 'Not found' : 'The server failed');
    }
  });
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: StaticSite | undefined,
  read: ReturnType<typeof createCompressedFiles>,
): void {
  if (!site) return plain(response, 503, 'There is no build. Run: npm run build');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return plain(response, 405, 'Only GET and HEAD');
  }
  const [path = '', query] = (request.url ?? '').split('?', 2);
  const answer = site.answer(path);
  if (answer.status === 400) return plain(response, 400, 'Bad path');
  if (answer.status === 301) {
    response.setHeader('Location', `${answer.location}${query === undefined ? '' : `?${query}`}`);
    return plain(response, 301, 'Moved');
  }
  const file = read(answer.file, acceptedEncoding(request.headers['accept-encoding']));
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader('Content-Type', file.type);
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (answer.status === 200 && matches(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304).end();
    return;
  }
  if (file.encoding !== 'identity') response.setHeader('Content-Encoding', file.encoding);
  response.setHeader('Content-Length', file.bytes.length);
  response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : file.bytes);
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'");
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${text}\n`);
}
