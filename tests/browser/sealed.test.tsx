import { expect, test } from 'vitest';
import { type Bytes, fromBase64url, utf8 } from '../../src/seal/bytes.ts';
import { ROUNDS, randomBytes, secretKey } from '../../src/seal/derive.ts';
import { openIndex, sealIndex } from '../../src/seal/index-file.ts';
import { openPart } from '../../src/seal/part.ts';
import { recordName } from '../../src/seal/records.ts';
import { isRefusal } from '../../src/seal/refusal.ts';
import accepted from '../fixtures/sealed/accepted.json';
import rejected from '../fixtures/sealed/rejected.json';

const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

test('what Node sealed opens in the browser, by link and by passphrase', async () => {
  for (const { file, about, ...holder } of accepted.indexes) {
    const { link = '', passphrase } = holder as { link?: string; passphrase?: string };
    const open = await openIndex(bytesOf(file), passphrase === undefined ? { link: bytesOf(link) } : { passphrase });
    expect(isRefusal(open) ? open.words : new TextDecoder().decode(open.about)).toBe(about);
  }
  const { part } = accepted;
  const open = await openPart(bytesOf(part.file), bytesOf(part.key));
  for (const [name, content] of Object.entries(part.records)) {
    expect(await open?.read(await recordName(name))).toEqual(bytesOf(content));
  }
});

test('what Node refuses, the browser refuses', async () => {
  const link = bytesOf(rejected.link);
  const good = bytesOf(rejected.base);
  const edited = rejected.edits.map(({ length, at, bytes }) => {
    const file = new Uint8Array(length);
    file.set(good.subarray(0, length));
    file.set(bytesOf(bytes), at);
    return file;
  });
  const files = [...edited, ...rejected.files.map(({ file }) => bytesOf(file))];
  expect(files.length).toBeGreaterThanOrEqual(160);
  for (const file of files) expect(isRefusal(await openIndex(file, { link }))).toBe(true);
});

test('what the browser seals it opens again, compressed text too', async () => {
  const link = randomBytes(32);
  const about = utf8('The tide comes in, the tide goes out. '.repeat(200));
  const kdf = { rounds: ROUNDS.default, salt: randomBytes(16) };
  const bytes = await sealIndex({ places: [], about }, { holders: [await secretKey(link)], kdf }, randomBytes);
  expect(bytes.length).toBe(4096);
  expect(await openIndex(bytes, { link })).toMatchObject({ about });
});
