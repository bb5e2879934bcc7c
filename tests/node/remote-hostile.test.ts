import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_IMAGES } from '../../src/compiler/image-settings.ts';
import { FETCH_RULES } from '../../src/compiler/node/remote/fetch-rules.ts';
import { type Filled, fillCache } from '../../src/compiler/node/remote/fill-cache.ts';
import { DECODE_LIMITS } from '../../src/compiler/node/remote/picture-process.ts';
import { keptPicture } from '../../src/compiler/node/remote/remote-cache.ts';
import type { RemotePicture } from '../../src/compiler/pictures-needed.ts';
import { broken, type HostileBytes, liars, unusual } from '../fixtures/hostile-bytes.ts';
import { type Behaviour, behaviours, hostileServer } from '../fixtures/hostile-server.ts';
import { root, temporaryFolder } from './run-cli.ts';

const KEPT = 'kept';

/** Serves each under a path of its own and fills a cache from there; what is said of each, by name. */
async function fillFrom(
  cases: readonly Behaviour[],
): Promise<{ said: Map<string, string>; cache: string; filled: Filled; url: (name: string) => string }> {
  const paths = new Map(cases.map(({ name }, i) => [name, `/${i}`]));
  const server = await hostileServer(new Map(cases.map(({ answer }, i) => [`/${i}`, answer])));
  onTestFinished(server.close);
  const url = (name: string): string => `http://127.0.0.1:${server.port}${paths.get(name)}`;
  const needed: RemotePicture[] = cases.map(({ name }) => ({ url: url(name), use: 'picture', owner: name, shown: true }));
  const cache = join(temporaryFolder(), 'cache');
  const filled = await fillCache(needed, {
    root,
    cache,
    images: { ...DEFAULT_IMAGES, effort: 0 },
    rules: {
      ...FETCH_RULES,
      bytes: 1_048_576,
      seconds: 1,
      hosts: [`127.0.0.1:${server.port}`],
      resolve: async () => [{ address: '169.254.169.254', family: 4 }],
    },
    limits: DECODE_LIMITS,
    now: Date.now,
    onProgress: () => undefined,
  });
  const reasons = new Map(filled.failed.map(({ picture, reason }) => [picture.owner, reason]));
  const outcome = ({ owner, ...name }: RemotePicture) => reasons.get(owner) ?? (keptPicture(cache, name) ? KEPT : 'later');
  return { said: new Map(needed.map((one) => [one.owner, outcome(one)])), cache, filled, url };
}

const good = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a52' } })
    .png()
    .toBuffer();

const served = ({ name, bytes, kept }: HostileBytes): Behaviour => ({
  name,
  answer: (_, response) => void response.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(bytes),
  says: kept ? KEPT : 'It ',
});

/** The most that this process's children have held at once, in MB; 0 where the system does not tell. */
function watchChildren(): () => number {
  let most = 0;
  const look = (): void => {
    let now = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        if (status.includes(`\nPPid:\t${process.pid}\n`)) now += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      } catch {
        // It has ended.
      }
    }
    most = Math.max(most, now);
  };
  const timer = process.platform === 'linux' ? setInterval(look, 25) : undefined;
  onTestFinished(() => clearInterval(timer));
  return () => most;
}

test('whatever a host sends, each bad picture is a line, and each good one a copy that is upright, still and bare', {
  timeout: 60_000,
}, async () => {
  const cases = [...liars(), ...(await broken()), ...(await unusual())];
  const all = [...cases.map(served), ...behaviours(await good())].filter(({ says }) => says !== 'later');
  expect(all.length).toBeGreaterThanOrEqual(150);
  const most = watchChildren();
  const { said, cache, url } = await fillFrom(all);
  const wrong = all.filter(({ name, says }) => !(said.get(name) ?? '').includes(says));
  expect(wrong.map(({ name, says }) => `${name}: wanted "${says}", got "${said.get(name)}"`)).toEqual([]);
  // Beside the 100 MB that the fetching process takes.
  expect(most()).toBeLessThan(412);
  console.log(`${all.length} pictures, ${Math.round(most())} MB in the processes that decode`);
  // Colours, orientation, the first frame; and nothing else of the file stays.
  const entryOf = (name: string) => keptPicture(cache, { url: url(name), use: 'picture' })?.entry;
  const turned = entryOf('a JPEG turned 6')?.picture;
  expect([turned?.width, turned?.height]).toEqual([200, 400]);
  const first = await sharp(entryOf('a GIF that moves')?.files.at(-1)).stats();
  expect(first.channels[0]?.mean).toBeGreaterThan(first.channels[2]?.mean ?? 255);
  for (const name of ['a JPEG with much Exif', 'a CMYK JPEG', 'a JPEG with the P3 profile', 'a PNG of 16 bits']) {
    for (const file of entryOf(name)?.files ?? []) {
      const { exif, icc, xmp, space, depth, pages } = await sharp(file).metadata();
      expect([exif, icc, xmp, space, depth, pages ?? 1]).toEqual([undefined, undefined, undefined, 'srgb', 'uchar', 1]);
    }
  }
});

test('a host that wants to be left alone is, and what it has is no failure', async () => {
  const pauses = behaviours(await good()).filter(({ says }) => says === 'later');
  for (const pause of pauses) {
    const { filled } = await fillFrom([pause]);
    expect(filled).toMatchObject({ later: 1, failed: [] });
  }
  expect(pauses).toHaveLength(2);
});

test('a host that is busy for a moment is asked again', async () => {
  const png = await good();
  let asked = 0;
  const answer: Behaviour['answer'] = (_, response) =>
    void (asked++ === 0 ? response.writeHead(429, { 'Retry-After': '0' }).end() : response.end(png));
  const { said } = await fillFrom([{ name: 'busy', answer, says: KEPT }]);
  expect([said.get('busy'), asked]).toEqual([KEPT, 2]);
});

test('a host is asked for two at a time', async () => {
  const png = await good();
  let open = 0;
  let most = 0;
  const answer: Behaviour['answer'] = (_, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end(png);
    }, 20);
  };
  const { said } = await fillFrom(Array.from({ length: 9 }, (_, i) => ({ name: String(i), answer, says: KEPT })));
  expect([most, said.size]).toEqual([2, 9]);
});
