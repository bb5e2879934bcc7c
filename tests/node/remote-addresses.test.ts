import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchPicture } from '../../src/compiler/node/remote/fetch-picture.ts';
import { FETCH_RULES, type FetchRules, guardedLookup } from '../../src/compiler/node/remote/fetch-rules.ts';
import { isForbiddenAddress } from '../../src/compiler/node/remote/forbidden-address.ts';
import { hostileServer } from '../fixtures/hostile-server.ts';

/** Everywhere on this machine, whatever the address: to see whether anything comes. */
async function listener(): Promise<{ port: number; count: () => number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '::', done));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, count: () => connections };
}

/** Addresses that no picture may come from, as URLs may spell them. */
const SPELLINGS = `
127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.1 0x7f.0.0.1 0x7F.0x0.0x0.0x1 017700000001 0177.1 0177.0.0.1 0177.0.0.01
00177.0.0.0x1 127.0x0.1 127.0.0.1. 127.%30.0.1 １２７.0.0.1 127。0。0。1 ①②⑦.⓪.⓪.① 0 0.0.0.0 0x0 00 0.0 0.1.2.3 10.0.0.1 10.255.255.255 10.1 0xa.1 012.1
167772161 0x0a000001 ⑩.0.0.1 172.16.0.1 172.31.255.254 172.16.1 0xac.0x10.0.1 2886729729 192.168.0.1 192.168.1 0xc0a80001 3232235521 0300.0250.0.1
192.168.0.1. 169.254.169.254 169.254.43518 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.0.1 100.64.0.1 100.127.255.254 0x64.64.1 1681915905
192.0.0.1 192.0.0.170 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 198.18.0.1 198.19.255.254 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
4294967295 0xffffffff 192.31.196.1 192.175.48.1 [::] [::1] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0.0.0.1] [::127.0.0.1]
[::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::FFFF:10.0.0.1] [::ffff:a9fe:a9fe] [::ffff:8.8.8.8] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1]
[64:ff9b::10.0.0.1] [64:ff9b::8.8.8.8] [64:ff9b:1::1] [2002:7f00:1::] [2002:a00:1::1] [2002:808:808::1] [fc00::1] [fd12:3456:789a::1] [fdff::1] [fe80::1]
[fe80::1234:5678] [febf::1] [fec0::1] [ff02::1] [ff0e::1] [2001:db8::1] [2001:db8:ffff::] [2001::1] [2001:0:7f00:1::] [2001:10::1] [2001:20::1] [3fff::1]
[3fff:fff::1] [100::1] [5f00::1] [3ffe::1] [::2] [4000::1] [1::1]`
  .trim()
  .split(/\s+/);

test('an address that is not on the public internet is refused in every spelling, and nobody is connected to', async () => {
  const { port, count } = await listener();
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(100);
  const rules: FetchRules = { ...FETCH_RULES, ports: [port], seconds: 2 };
  for (const host of SPELLINGS) {
    const fetched = await fetchPicture(`http://${host}:${port}/a.png`, rules);
    expect(`${host}: ${'reason' in fetched ? fetched.reason : fetched.kind}`).toContain('not on the public internet');
  }
  expect(count()).toBe(0);
});

const inAscii = (host: string): string => host.replace(/[^ -~]/g, encodeURIComponent);

test('each is refused as the target of a redirect, too', async () => {
  const { port, count } = await listener();
  const answers = SPELLINGS.map((host, i) => [
    `/${i}`,
    (_: unknown, response: { writeHead: (status: number, headers: object) => { end: () => void } }) =>
      response.writeHead(302, { Location: `http://${inAscii(host)}:${port}/a.png` }).end(),
  ]) as [string, never][];
  const server = await hostileServer(new Map(answers));
  onTestFinished(server.close);
  const rules: FetchRules = { ...FETCH_RULES, ports: [port], hosts: [`127.0.0.1:${server.port}`], seconds: 2 };
  for (const [i, host] of SPELLINGS.entries()) {
    const fetched = await fetchPicture(`http://127.0.0.1:${server.port}/${i}`, rules);
    expect(`${host}: ${'reason' in fetched ? fetched.reason : fetched.kind}`).toContain('not on the public internet');
  }
  expect([server.paths.length, count()]).toEqual([SPELLINGS.length, 0]);
});

test('names for this machine, and names that resolve to it or near it, are refused when they are connected to', async () => {
  const { port, count } = await listener();
  const answers = ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00::7', '::ffff:192.168.0.1', '64:ff9b::a00:1'];
  for (const address of answers) {
    const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];
    const fetched = await fetchPicture(`http://pictures.example:${port}/`, { ...FETCH_RULES, ports: [port], resolve });
    expect(fetched).toMatchObject({ kind: 'failed', reason: expect.stringContaining('not on the public internet') });
  }
  for (const name of ['localhost', 'LOCALHOST']) {
    const fetched = await fetchPicture(`http://${name}:${port}/`, { ...FETCH_RULES, ports: [port] });
    expect(fetched).toMatchObject({ kind: 'failed', reason: expect.stringContaining('not on the public internet') });
  }
  expect(count()).toBe(0);
});

test('one private address among public ones refuses them all', async () => {
  const resolve = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  const lookup = guardedLookup(new URL('http://pictures.example/'), { ...FETCH_RULES, resolve });
  const error = await new Promise((done) => lookup('pictures.example', { all: true }, (fault) => done(fault)));
  expect(String(error)).toContain('not on the public internet');
});

test('a name that means another address each time it is asked is looked at each time, and what was looked at is connected to', async () => {
  let asked = 0;
  const resolve = async () => [{ address: asked++ === 0 ? '8.8.8.8' : '127.0.0.1', family: 4 }];
  const ask = () =>
    new Promise<string>((done) =>
      guardedLookup(new URL('http://rebinding.example/'), { ...FETCH_RULES, resolve })(
        'rebinding.example',
        {},
        (fault, address) => done(fault ? 'refused' : String(address)),
      ),
    );
  expect([await ask(), await ask()]).toEqual(['8.8.8.8', 'refused']);
  const server = await hostileServer(new Map([['/', (_, response) => response.writeHead(302, { Location: '/' }).end()]]));
  onTestFinished(server.close);
  let found = 0;
  // Of four connections each asks once, and the name is not asked again in between.
  const here = async () => [{ address: found++ < 2 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
  const rules: FetchRules = { ...FETCH_RULES, hosts: [`rebinding.example:${server.port}`], resolve: here, seconds: 0.3 };
  await fetchPicture(`http://rebinding.example:${server.port}/`, { ...rules, redirects: 1 });
  expect([server.paths.length, found]).toEqual([2, 2]);
});

test('other ports and schemes, and names with passwords, are refused', async () => {
  const addresses = [
    'http://8.8.8.8:22/',
    'http://8.8.8.8:8080/',
    'https://8.8.8.8:80800000/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
  ];
  for (const address of [...addresses.filter((one) => URL.canParse(one)), 'http://a:b@8.8.8.8/']) {
    expect(await fetchPicture(address, FETCH_RULES)).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/port|neither|user name/),
    });
  }
});

test('public addresses are allowed', () => {
  const open = [
    '8.8.8.8',
    '93.184.215.14',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ];
  expect(open.filter(isForbiddenAddress)).toEqual([]);
  expect(['', 'localhost', '1.2.3', 'fe80::1%eth0', '2606:4700::1%1'].map(isForbiddenAddress)).not.toContain(false);
});

test('a host that a setting names is allowed with that port alone', async () => {
  const server = await hostileServer(new Map());
  onTestFinished(server.close);
  const here = `127.0.0.1:${server.port}`;
  const ask = (hosts: string[]) => fetchPicture(`http://${here}/none`, { ...FETCH_RULES, hosts });
  expect(await ask([here])).toMatchObject({ reason: 'The host answers 404.' });
  expect(await ask([`127.0.0.1:${server.port + 1}`])).toMatchObject({ reason: `It asks for port ${server.port}.` });
});

test('a proxy of the environment is not used, and one that a setting names is', async () => {
  const server = await hostileServer(new Map());
  onTestFinished(server.close);
  const proxy = new URL(`http://127.0.0.1:${server.port}`);
  const before = { ...process.env };
  onTestFinished(() => void (process.env = before));
  Object.assign(process.env, { HTTP_PROXY: proxy.href, http_proxy: proxy.href, ALL_PROXY: proxy.href, NODE_USE_ENV_PROXY: '1' });
  const resolve = async () => [{ address: '10.0.0.1', family: 4 }];
  await fetchPicture('http://pictures.example/a.png', { ...FETCH_RULES, resolve });
  expect(server.paths).toEqual([]);
  expect(await fetchPicture('http://pictures.example/a.png', { ...FETCH_RULES, resolve, proxy })).toMatchObject({
    reason: 'The host answers 404.',
  });
  expect(server.paths).toEqual(['http://pictures.example/a.png']);
});
