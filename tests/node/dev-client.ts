import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import { root } from './run-cli.ts';

export interface DevServer {
  get: (path: string, headers?: Record<string, string>) => Promise<{ status: number; headers: Headers; text: string }>;
  /** The status that a client gets who names another host. */
  statusAs: (host: string) => Promise<number>;
  /** What the server tells pages from now on: event name and data, in order. Says `tearsheet:ready` at once, as a page does. */
  listen: () => Promise<{ next: () => Promise<{ event: string; data: { issues?: { path: string }[] } }> }>;
}

/** `npm run dev` over a content folder, ended after the test. */
export async function startDev(content: string): Promise<DevServer> {
  const port = await freePort();
  const { VITEST: _, NODE_ENV: __, FORCE_COLOR: ___, ...own } = process.env;
  // Colours would stand in the middle of the address that is waited for.
  const env = { ...own, NO_COLOR: '1', TEARSHEET_CONTENT: content };
  const child: ChildProcess = spawn(process.execPath, ['scripts/dev.mjs', '--port', String(port)], { cwd: root, env });
  onTestFinished(() => void child.kill());
  await new Promise<void>((done, fail) => {
    let output = '';
    const read = (part: Buffer) => {
      output += String(part);
      if (output.includes(`:${port}/`)) done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => fail(new Error(`npm run dev ended: ${output}`)));
  });
  return {
    get: async (path, headers = { accept: 'text/html' }) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    statusAs: async (host) => {
      const asked = request({ host: '127.0.0.1', port, path: '/data/manifest.json', headers: { host } }).end();
      const [response] = await once(asked, 'response');
      response.resume();
      return response.statusCode;
    },
    listen: () => listen(port),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A WebSocket as far as it is needed here: Node 20 has none of its own. */
async function listen(port: number) {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-protocol': 'vite-hmr',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  const asked = request({ host: '127.0.0.1', port, path: '/', headers }).end();
  const [, socket, head] = (await once(asked, 'upgrade')) as [unknown, Duplex, Buffer];
  onTestFinished(() => void socket.destroy());
  const messages = frames(socket, head);
  socket.write(frame(JSON.stringify({ type: 'custom', event: 'tearsheet:ready', data: {} })));
  return {
    next: async () => {
      for (;;) {
        const { value } = await messages.next();
        const message = JSON.parse(String(value));
        if (message.type === 'custom') return message;
      }
    },
  };
}

async function* frames(socket: Duplex, head: Buffer): AsyncGenerator<string, void> {
  let buffer = head;
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    buffer = Buffer.concat([buffer, part]);
    for (;;) {
      const short = (buffer[1] ?? 0) & 127;
      const start = short === 126 ? 4 : 2;
      if (buffer.length < start) break;
      const end = start + (short === 126 ? buffer.readUInt16BE(2) : short);
      if (buffer.length < end) break;
      yield buffer.toString('utf8', start, end);
      buffer = buffer.subarray(end);
    }
  }
}

/** A client's frames are masked; with zeros, masking changes nothing. */
const frame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, 0x80 | Buffer.byteLength(text), 0, 0, 0, 0]), Buffer.from(text)]);
