import { expect, test } from 'vitest';
import { type Bytes, concat, utf8 } from '../../src/seal/bytes.ts';
import { ROUNDS, randomBytes, secretKey } from '../../src/seal/derive.ts';
import { fileHash, type Place, sealedName } from '../../src/seal/directory.ts';
import { readKdf, sealIndex } from '../../src/seal/index-file.ts';
import { type OpenPreview, openPreview } from '../../src/seal/open-preview.ts';
import { PART_SIZES, packParts } from '../../src/seal/pack-parts.ts';
import { sealPart } from '../../src/seal/part.ts';
import { packRecord } from '../../src/seal/records.ts';
import { isRefusal, REFUSAL } from '../../src/seal/refusal.ts';
import { ABOUT, LINK, SALT } from '../fixtures/sealed/craft.ts';

const kdf = { rounds: ROUNDS.least, salt: SALT };

/** Sealed files by name, as a host has them, and how often each was asked for. */
async function sealedSite(drafts: Readonly<Record<string, string>>) {
  const records = await Promise.all(
    Object.entries(drafts).map(([name, text]) => packRecord({ name, bytes: utf8(text), packed: true })),
  );
  const files = new Map<string, Bytes>();
  const places: Place[] = [];
  for (const { records: own, ...bundle } of packParts('drafts', records)) {
    const { bytes, key } = await sealPart(own, PART_SIZES.drafts, randomBytes);
    const file = await fileHash(bytes);
    files.set(sealedName(file), bytes);
    places.push({ ...bundle, file, key });
  }
  const index = await sealIndex({ places, about: ABOUT }, { holders: [await secretKey(LINK)], kdf }, randomBytes);
  const asked: string[] = [];
  const load = async (name: string) => {
    asked.push(name);
    return files.get(name);
  };
  return { index, files, load, asked };
}

const opened = async ({ index, load }: Awaited<ReturnType<typeof sealedSite>>): Promise<OpenPreview> => {
  const preview = await openPreview(index, { link: LINK }, load);
  if (isRefusal(preview)) throw new Error(preview.words);
  return preview;
};
const text = (bytes: unknown) => (bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes);
const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`draft/${i}`, `${i} `.repeat(2000)]));

test('a draft is found in its part, and only that part is loaded', async () => {
  const site = await sealedSite(many);
  expect(site.files.size).toBeGreaterThan(3);
  const preview = await opened(site);
  expect(site.asked).toEqual([]);
  expect(text(await preview.read('drafts', 'draft/7'))).toBe(many['draft/7']);
  expect(text(await preview.read('drafts', 'draft/7'))).toBe(many['draft/7']);
  expect(site.asked).toHaveLength(1);
});

test('all of a group can be read; what is not there is not there', async () => {
  const preview = await opened(await sealedSite(many));
  const all: unknown[] = [];
  for await (const bytes of preview.readAll('drafts')) all.push(text(bytes));
  expect(all.toSorted()).toEqual(Object.values(many).toSorted());
  expect(await preview.read('drafts', 'draft/40')).toBeUndefined();
  expect(await preview.read('queue', 'draft/1')).toBeUndefined();
});

test('a part that is missing, damaged or another one is refused', async () => {
  const site = await sealedSite(many);
  const [first = '', second = ''] = site.files.keys();
  const bytes = site.files.get(first) ?? new Uint8Array();
  for (const wrong of [undefined, site.files.get(second), concat(bytes.slice(0, -1), Uint8Array.of(1)), bytes.slice(0, 4096)]) {
    if (wrong) site.files.set(first, wrong);
    else site.files.delete(first);
    const preview = await opened(site);
    const answers = await Promise.all(Object.keys(many).map((name) => preview.read('drafts', name)));
    expect(answers.filter(isRefusal).length).toBeGreaterThan(3);
    expect(answers.filter((answer) => !isRefusal(answer)).length).toBeGreaterThan(3);
    const all: unknown[] = [];
    for await (const one of preview.readAll('drafts')) all.push(one);
    expect(all.at(-1)).toBe(REFUSAL);
  }
});

test('a load that failed is tried again', async () => {
  const site = await sealedSite({ 'draft/1': 'One' });
  let isDown = true;
  const preview = await opened({
    ...site,
    load: async (name) => {
      if (isDown) throw new Error('offline');
      return site.load(name);
    },
  });
  await expect(preview.read('drafts', 'draft/1')).rejects.toThrow('offline');
  isDown = false;
  expect(text(await preview.read('drafts', 'draft/1'))).toBe('One');
});

test('nothing is found any more once the preview is closed', async () => {
  const preview = await opened(await sealedSite({ 'draft/1': 'One' }));
  expect(text(await preview.read('drafts', 'draft/1'))).toBe('One');
  preview.close();
  expect(await preview.read('drafts', 'draft/1')).toBeUndefined();
});

test('a wrong key opens no preview, and nothing is loaded for it', async () => {
  const site = await sealedSite(many);
  expect(await openPreview(site.index, { link: randomBytes(32) }, site.load)).toBe(REFUSAL);
  expect(site.asked).toEqual([]);
});

test('how a passphrase becomes a key stands in the index, where it can be read before anything is derived', async () => {
  const { index, files } = await sealedSite({ 'draft/1': 'One' });
  expect(readKdf(index)).toEqual(kdf);
  expect(readKdf([...files.values()][0] as Bytes)).toBeUndefined();
  expect(readKdf(index.slice(0, 100))).toBeUndefined();
});
