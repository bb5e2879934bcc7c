import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Bytes, base64url, fromBase64url, hex } from '../../src/seal/bytes.ts';
import { openIndex } from '../../src/seal/index-file.ts';
import { openPart } from '../../src/seal/part.ts';
import { recordName } from '../../src/seal/records.ts';
import { isRefusal } from '../../src/seal/refusal.ts';
import { acceptedVectors, rejectedVectors } from '../fixtures/sealed/make-vectors.ts';

const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/sealed/${name}.json`, 'utf8'));
const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

test('the vectors are what the code makes today: run vitest with -u only when the format is to change', async () => {
  await expect(await acceptedVectors()).toMatchFileSnapshot('../fixtures/sealed/accepted.json');
  await expect(await rejectedVectors()).toMatchFileSnapshot('../fixtures/sealed/rejected.json');
});

test('each index of the vectors opens with its link or passphrase, to what they say', async () => {
  const { indexes } = read('accepted');
  for (const { file, link, passphrase, about, directory } of indexes) {
    const holder = passphrase === undefined ? { link: bytesOf(link) } : { passphrase };
    const open = await openIndex(bytesOf(file), holder);
    if (isRefusal(open)) throw new Error('an accepted vector does not open');
    expect(new TextDecoder().decode(open.about)).toBe(about);
    expect(open.places.map(({ key }) => hex(key)).join()).toBe(directory.map(({ key }: { key: string }) => key).join());
  }
});

test('the part of the vectors opens with its key', async () => {
  const { part } = read('accepted');
  const open = await openPart(bytesOf(part.file), bytesOf(part.key));
  for (const [name, content] of Object.entries(part.records)) {
    expect(base64url((await open?.read(await recordName(name))) ?? new Uint8Array())).toBe(content);
  }
});

test('each refused file of the vectors is refused', async () => {
  const { link, base, edits, files } = read('rejected');
  const good = bytesOf(base);
  expect(isRefusal(await openIndex(good, { link: bytesOf(link) }))).toBe(false);
  expect(edits.length + files.length).toBeGreaterThanOrEqual(160);
  for (const { why, length, at, bytes } of edits) {
    const file = new Uint8Array(length);
    file.set(good.subarray(0, length));
    file.set(bytesOf(bytes), at);
    expect(isRefusal(await openIndex(file, { link: bytesOf(link) })), why).toBe(true);
  }
  for (const { why, file } of files) expect(isRefusal(await openIndex(bytesOf(file), { link: bytesOf(link) })), why).toBe(true);
});
