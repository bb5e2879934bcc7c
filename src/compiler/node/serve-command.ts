import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { linkAddress } from '../../seal/preview-link.ts';
import { Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { portOption } from './read-options.ts';
import { createSiteServer } from './site-server.ts';
import { openSite } from './static-site.ts';

/** On loopback alone: what serves the world is a web server, see deploy/. */
const HOST = '127.0.0.1';

/** Serves a build until the process is ended. Resolves when it listens. previewKey: to be printed with the address that it opens. */
export async function serveCommand(input: CommandInput, previewKey?: string): Promise<number> {
  const folder = input.folder === undefined ? resolve(input.root, 'dist') : resolve(input.folder);
  const port = portOption(input);
  const first = openSite(folder);
  if (!first) throw new Refusal(`There is no build in ${folder}. Run first: npm run build`);
  const server = createSiteServer(() => openSite(folder));
  await listen(server, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
  const address = `http://localhost:${(server.address() as AddressInfo).port}${first.base}`;
  const preview = previewKey === undefined ? '' : `  ${linkAddress(address, previewKey)}  (its drafts)\n`;
  console.log(`Serving ${folder}\n\n  ${address}\n${preview}\nCtrl+C ends it.`);
  return 0;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return fail(error);
      const why = error.code === 'EACCES' ? 'needs rights that this process has not' : 'is in use';
      fail(new Refusal(`Port ${port} ${why}. End what uses it, or take another: --port ${port < 1024 ? 4173 : port + 1}`));
    });
    server.listen(port, HOST, done);
  });
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}
