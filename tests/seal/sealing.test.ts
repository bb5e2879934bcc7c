import { expect, test } from 'vitest';
import { type Bytes, concat, hex, same, uint, utf8 } from '../../src/seal/bytes.ts';
import { deflate, inflate } from '../../src/seal/compress.ts';
import { ROUNDS, randomBytes, secretKey } from '../../src/seal/derive.ts';
import {
  fileHash,
  type Place,
  placeOf,
  prefixText,
  readDirectory,
  sealedName,
  writeDirectory,
} from '../../src/seal/directory.ts';
import { holderKey, openIndex, sealIndex } from '../../src/seal/index-file.ts';
import { readTable, SLOTS } from '../../src/seal/layout.ts';
import { PART_SIZES, packParts } from '../../src/seal/pack-parts.ts';
import { openPart, sealPart } from '../../src/seal/part.ts';
import { packRecord, recordName } from '../../src/seal/records.ts';
import { isRefusal, REFUSAL } from '../../src/seal/refusal.ts';
import { FILE_SIZES, padCount, sizeFor } from '../../src/seal/sizes.ts';
import { ABOUT, LINK, OTHER_LINK, PLACES, SALT, seeded } from '../fixtures/sealed/craft.ts';

const kdf = { rounds: ROUNDS.least, salt: SALT };
const sealed = async (links: readonly Bytes[], about = ABOUT) =>
  sealIndex({ places: PLACES, about }, { holders: await Promise.all(links.map(secretKey)), kdf }, randomBytes);

test('an index opens to each of its holders and to nobody else', async () => {
  const passphrase = 'tide kelp lamp brick sonnet owl';
  const key = await holderKey({ passphrase }, kdf);
  const holders = [await secretKey(LINK), await secretKey(OTHER_LINK), key as CryptoKey];
  const bytes = await sealIndex({ places: PLACES, about: ABOUT }, { holders, kdf }, randomBytes);
  for (const holder of [{ link: LINK }, { link: OTHER_LINK }, { passphrase }, { key: holders[0] as CryptoKey }]) {
    expect(await openIndex(bytes, holder)).toMatchObject({ places: PLACES, about: ABOUT });
  }
  for (const holder of [{ link: randomBytes(32) }, { passphrase: 'tide kelp lamp brick sonnet owls' }, { passphrase: '' }]) {
    expect(isRefusal(await openIndex(bytes, holder))).toBe(true);
  }
});

test('who was removed is refused, the others go on', async () => {
  const links = Array.from({ length: 16 }, () => randomBytes(32));
  const bytes = await sealed(links.slice(1));
  const answers = await Promise.all(links.map((link) => openIndex(bytes, { link })));
  expect(answers.map(isRefusal)).toEqual([true, ...Array.from({ length: 15 }, () => false)]);
});

test('how many holders there are does not show', async () => {
  const [none, one, many] = [
    await sealed([]),
    await sealed([LINK]),
    await sealed(Array.from({ length: SLOTS }, () => randomBytes(32))),
  ];
  expect(new Set([none.length, one.length, many.length])).toEqual(new Set([4096]));
  await expect(sealed(Array.from({ length: SLOTS + 1 }, () => randomBytes(32)))).rejects.toThrow(RangeError);
});

test('the same sealed twice has nothing in common but its head', async () => {
  const [a, b] = [await sealed([LINK]), await sealed([LINK])];
  const equal = a.reduce((count, byte, at) => count + (at >= 104 && byte === b[at] ? 1 : 0), 0);
  expect(equal).toBeLessThan(60);
  expect(same(a.slice(0, 16), b.slice(0, 16))).toBe(true);
});

test('a file is of a few sizes only, whatever is in it', async () => {
  const sizes = new Set<number>();
  for (const length of [0, 1, 500, 1300, 1400, 5000, 13_000, 40_000, 200_000]) {
    const bytes = await sealed([LINK], randomBytes(length));
    const open = await openIndex(bytes, { link: LINK });
    expect(isRefusal(open) ? REFUSAL : open.about.length).toBe(length);
    sizes.add(bytes.length);
  }
  expect([...sizes]).toEqual([4096, 16_384, 65_536, 262_144]);
  expect(sizeFor(16_777_217, 0)).toBeUndefined();
  expect(FILE_SIZES.map((size) => sizeFor(size, 0))).toEqual([...FILE_SIZES]);
});

test('the number of parts is one of few, and never a quarter more than it must be', () => {
  const counts = Array.from({ length: 2000 }, (_, count) => padCount(count));
  expect(counts.slice(0, 18)).toEqual([4, 4, 4, 4, 4, 5, 6, 7, 8, 10, 10, 12, 12, 14, 14, 16, 16, 20]);
  expect(new Set(counts).size).toBeLessThan(45);
  expect(counts.every((padded, count) => padded >= count && (count < 4 || padded <= count * 1.25))).toBe(true);
});

test('the records of a part open one by one, with its key alone', async () => {
  const contents = {
    'draft/a': utf8('Said and said and said and said again.'),
    'draft/b': new Uint8Array(),
    picture: randomBytes(9000),
  };
  const records = await Promise.all(
    Object.entries(contents).map(([name, bytes]) => packRecord({ name, bytes, packed: name === 'picture' })),
  );
  const { bytes, key } = await sealPart(records, 4096, randomBytes);
  expect(bytes.length).toBe(16_384);
  const part = await openPart(bytes, key);
  for (const [name, content] of Object.entries(contents)) expect(await part?.read(await recordName(name))).toEqual(content);
  expect(await part?.read(await recordName('draft/c'))).toBeUndefined();
  expect(await openPart(bytes, randomBytes(32))).toBeUndefined();
  expect(await openPart(bytes.slice(0, 4096), key)).toBeUndefined();
});

test('a record that was damaged in a part does not open, nor does a part that was moved about in', async () => {
  const records = await Promise.all(['a', 'b'].map((name) => packRecord({ name, bytes: randomBytes(1000) })));
  const { bytes, key } = await sealPart(records, 16_384, randomBytes);
  const damaged = bytes.slice();
  damaged[5000] = (damaged[5000] ?? 0) ^ 1;
  const part = await openPart(damaged, key);
  const answers = await Promise.all(['a', 'b'].map(async (name) => part?.read(await recordName(name))));
  expect(answers).toContain(undefined);
  const start = 80 + 128 * 24 + 16;
  const swapped = concat(
    bytes.slice(0, start),
    bytes.slice(start + 1016, start + 2032),
    bytes.slice(start, start + 1016),
    bytes.slice(start + 2032),
  );
  const other = await openPart(swapped, key);
  expect(await Promise.all(['a', 'b'].map(async (name) => other?.read(await recordName(name))))).toEqual([undefined, undefined]);
});

test('records are compressed alone: two that say the same take as much as two that do not', async () => {
  const text = (seed: number) => utf8(hex(seeded(seed)(3000)));
  const [a, b] = [await packRecord({ name: 'a', bytes: text(1) }), await packRecord({ name: 'b', bytes: text(1) })];
  expect(a.stored).toBe(b.stored);
  expect(a.stored).toBeLessThan(a.length * 0.7);
});

test('a short record that would become a long text is stopped on the way', async () => {
  const bomb = await deflate(new Uint8Array(10_000_000));
  expect(bomb.length).toBeLessThan(12_000);
  expect(await inflate(bomb, 20_000)).toBeUndefined();
  expect(await inflate(bomb, 10_000_001)).toBeUndefined();
  expect((await inflate(bomb, 10_000_000))?.length).toBe(10_000_000);
});

const manyRecords = (count: number, length: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => packRecord({ name: `draft/${i}`, bytes: seeded(i)(length), packed: true })),
  );

test('records are packed so that each has one place, and every part has room for its own', async () => {
  const records = await manyRecords(600, 3000);
  const bundles = packParts('drafts', records);
  expect(bundles.flatMap((bundle) => bundle.records)).toHaveLength(600);
  const places = bundles.map((bundle, i): Place => ({ ...bundle, file: seeded(1000 + i)(16), key: new Uint8Array(32) }));
  expect(readDirectory(writeDirectory(places))).toHaveLength(places.length);
  for (const bundle of bundles) {
    const { bytes } = await sealPart(bundle.records, 4096, randomBytes);
    expect(bytes.length).toBeLessThanOrEqual(PART_SIZES.drafts);
    for (const { name } of bundle.records) expect(prefixText(placeOf(places, 'drafts', name) as Place)).toBe(prefixText(bundle));
  }
  expect(placeOf(places, 'queue', records[0]?.name as Bytes)).toBeUndefined();
});

test('one record more touches one part, or splits one', async () => {
  const records = await manyRecords(601, 3000);
  const told = (some: typeof records) =>
    new Map(packParts('drafts', some).map((bundle) => [prefixText(bundle), bundle.records.map(({ name }) => hex(name)).join()]));
  const [before, after] = [told(records.slice(0, 600)), told(records)];
  expect([...after].filter(([prefix, names]) => before.get(prefix) !== names).length).toBeLessThanOrEqual(2);
});

test('many small records are split by number, one that is too large has a part of its own', async () => {
  const small = packParts('queue', await manyRecords(500, 20));
  expect(Math.max(...small.map(({ records }) => records.length))).toBeLessThanOrEqual(128);
  const [large] = packParts('drafts', await manyRecords(1, 100_000));
  expect((await sealPart(large?.records ?? [], PART_SIZES.drafts, randomBytes)).bytes.length).toBe(262_144);
  expect(packParts('drafts', [])).toEqual([]);
});

test('a table is one only when its lines are in order, used ones first, and fit the file', () => {
  const line = (name: number, stored: number, length = stored) =>
    concat(seeded(0)(15), uint(name, 1), uint(stored, 4), uint(length, 4));
  const none = new Uint8Array(24);
  const read = (room: number, ...lines: Bytes[]) => readTable(concat(...lines), room)?.length;
  expect(read(96, line(1, 10), line(2, 20, 30))).toBe(2);
  expect(read(96, line(1, 10), none)).toBe(1);
  expect(read(16, none, none)).toBe(0);
  expect(read(96, none, line(1, 10))).toBeUndefined();
  expect(read(96, line(1, 10), none, line(2, 10))).toBeUndefined();
  expect(read(96, line(2, 10), line(1, 10))).toBeUndefined();
  expect(read(96, line(1, 10), line(1, 10))).toBeUndefined();
  expect(read(77, line(1, 10), line(2, 20))).toBeUndefined();
  expect(read(78, line(1, 10), line(2, 20))).toBe(2);
});

test('a file’s name is of its bytes', async () => {
  expect(sealedName(await fileHash(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223.sealed');
});
