import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuiltSite } from './built-site.ts';

export interface LoggedSite extends BuiltSite {
  /** All that reached the server so far: request lines, headers and bodies as they came, workers' too. */
  log: () => string;
}

/** Stands in front of a site that is served, as a host that writes everything down. Closing it closes the site. */
export async function loggedSite(site: BuiltSite): Promise<LoggedSite> {
  const lines: string[] = [];
  const server = createServer((asked, answer) => {
    const { method = '', url = '', headers, rawHeaders } = asked;
    lines.push(`${method} ${url}`, ...rawHeaders);
    const passed = request(new URL(url, site.url), { method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.rawHeaders);
      came.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.on('data', (part: Buffer) => lines.push(part.toString('latin1')));
    asked.pipe(passed);
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  return {
    ...site,
    url: `http://localhost:${port}/`,
    log: () => lines.join('\n'),
    close: () => {
      server.close();
      server.closeAllConnections();
      site.close();
    },
  };
}
