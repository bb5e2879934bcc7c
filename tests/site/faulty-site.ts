import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../../src/compiler/node/site-server.ts';
import { openSite } from '../../src/compiler/node/static-site.ts';

/**
 * What a path is answered with in place of its file. portal: a page to sign in at, status 200. json: JSON of somebody else. cut: half of
 * the file. hang: nothing, ever. A number: that status, with a page. `late`: the file, after as many ms.
 */
export type Fault = 'portal' | 'json' | 'cut' | 'hang' | number | { late: number };

export interface FaultySite {
  url: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Another build takes the place of the one that is served. */
  use: (folder: string) => void;
  faults: (fault: (path: string) => Fault | undefined) => void;
  well: () => void;
  kill: () => Promise<void>;
  revive: () => Promise<void>;
  close: () => Promise<void>;
}

/** A build served as `npm run serve` does it, by a server that can be killed, faulty or another the next moment. */
export async function faultySite(first: string): Promise<FaultySite> {
  const state = { folder: first, port: 0, fault: (_: string): Fault | undefined => undefined };
  const asked: string[] = [];
  const open = async (): Promise<Server> => {
    const server = createSiteServer(() => openSite(state.folder));
    const [answer] = server.listeners('request') as [(request: IncomingMessage, response: ServerResponse) => void];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const path = request.url ?? '';
      asked.push(path);
      const fault = state.fault(path);
      if (fault === undefined) return answer(request, response);
      if (typeof fault === 'object') return setTimeout(() => answer(request, response), fault.late);
      return failing(fault, response);
    });
    server.listen(state.port, '127.0.0.1');
    await once(server, 'listening');
    state.port = (server.address() as AddressInfo).port;
    return server;
  };
  let server = await open();
  const kill = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((done) => server.close(done));
  };
  return {
    url: `http://localhost:${state.port}/`,
    asked,
    use: (folder) => {
      state.folder = folder;
    },
    faults: (fault) => {
      state.fault = fault;
    },
    well: () => {
      state.fault = () => undefined;
    },
    kill,
    revive: async () => {
      server = await open();
    },
    close: kill,
  };
}

const SIGN_IN = '<!doctype html><title>Sign in</title><h1>Welcome to the hotel</h1>';

function failing(fault: Exclude<Fault, object>, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'json') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"login":true}');
  } else if (fault === 'cut') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
    response.write('{"format":1,"ca');
    setTimeout(() => response.destroy(), 50);
  } else {
    const status = fault === 'portal' ? 200 : fault;
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(SIGN_IN);
  }
}
