import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { type HostileServer, hostileServer } from '../fixtures/hostile-server.ts';
import { article, type Run, startCli, temporaryFolder, writeFiles } from './run-cli.ts';

interface Place {
  content: string;
  out: string;
  cache: string;
  server: HostileServer;
  url: (path: string) => string;
  /** The command's name and options. */
  run: (...args: string[]) => Promise<Run>;
}

export const photo = (background: string) =>
  sharp({ create: { width: 700, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** A content folder, a cache of its own, and a host for pictures that a setting names. */
export async function place(): Promise<Place> {
  const folder = temporaryFolder();
  const [red, logo] = [await photo('#c33'), await photo('#334')];
  const server = await hostileServer(
    new Map([
      [
        '/red.jpg',
        (request, response) => {
          const isSame = request.headers['if-none-match'] === '"1"';
          response.writeHead(isSame ? 304 : 200, { ETag: '"1"' }).end(isSame ? undefined : red);
        },
      ],
      ['/logo.png', (_, response) => void response.end(logo)],
      ['/related.jpg', (_, response) => void response.end(red)],
    ]),
  );
  onTestFinished(server.close);
  const cache = join(folder, 'cache');
  const content = writeFiles(join(folder, 'content'), { 'tearsheet.yaml': settings(server) });
  // The server is in this process: a run that is waited for without letting it breathe would wait for ever.
  const run = (...args: string[]): Promise<Run> =>
    new Promise((done) => {
      const child = startCli([...args, '--content', content], { env: { TEARSHEET_PICTURES: cache } });
      const said: Run = { code: null, stdout: '', stderr: '' };
      child.stdout.on('data', (text: Buffer) => (said.stdout += text));
      child.stderr.on('data', (text: Buffer) => (said.stderr += text));
      child.on('close', (code) => done({ ...said, code }));
    });
  return { content, out: join(folder, 'site'), cache, server, url: (path) => `http://127.0.0.1:${server.port}${path}`, run };
}

export const settings = ({ port }: HostileServer, more = ''): string =>
  `images:\n  effort: 0\n  hosts:\n    - "127.0.0.1:${port}"\n${more}`;

export const withImages = (slug: string, images: string, said: Parameters<typeof article>[1] = {}): string =>
  article(slug, said).replace('provider:', `images:\n${images}\nprovider:`);
export const image = (url: string, more = '    isCached: true\n'): string =>
  `  - url: "${url}"\n    width: 700\n    height: 400\n${more}`;
