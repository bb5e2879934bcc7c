import { hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Bytes, concat, hex, same } from '../../src/seal/bytes.ts';
import {
  derive,
  encrypt,
  KEY_LENGTH,
  LABELS,
  passphraseKey,
  passphraseSecret,
  ROUNDS,
  recordInfo,
  secretKey,
  sha256,
} from '../../src/seal/derive.ts';
import { holderKey, openIndex } from '../../src/seal/index-file.ts';
import { recordsStart } from '../../src/seal/layout.ts';
import { REFUSAL } from '../../src/seal/refusal.ts';
import { craftIndex, LINK, SALT, seeded, slotFor } from '../fixtures/sealed/craft.ts';
import { collidingBlocks } from '../fixtures/sealed/gcm-collision.ts';

test('a million records of a file have a million keys and nonces', async () => {
  const [secret, id] = [seeded(20)(32), seeded(21)(32)];
  const key = await secretKey(secret);
  const seen = new Set<string>();
  const nonces = new Set<string>();
  for (let position = 0; position < 1_000_000; position++) {
    // As `derive` does, without a promise for each; that it is the same is looked at every now and then.
    const pair = Buffer.from(hkdfSync('sha256', secret, id, recordInfo(position), 44));
    if (position % 50_000 === 0) expect(same(await derive(key, id, recordInfo(position), 44), pair)).toBe(true);
    seen.add(pair.toString('latin1'));
    nonces.add(pair.toString('latin1', 32));
  }
  expect(seen.size).toBe(1_000_000);
  expect(nonces.size).toBe(1_000_000);
});

test('no two uses of a key derive the same, nor does another file', async () => {
  const key = await secretKey(seeded(22)(32));
  const ids = [seeded(23)(32), seeded(24)(32)];
  const infos = [...Object.values(LABELS), recordInfo(0), recordInfo(1), recordInfo(256), recordInfo(65_536)];
  const derived = await Promise.all(ids.flatMap((id) => infos.map(async (info) => hex(await derive(key, id, info, 32)))));
  expect(new Set(derived).size).toBe(ids.length * infos.length);
});

test('no key can be read back, neither a link’s nor a passphrase’s', async () => {
  const kdf = { rounds: ROUNDS.least, salt: SALT };
  for (const holder of [{ link: LINK }, { passphrase: 'six words that nobody else knows' }]) {
    const key = await holderKey(holder, kdf);
    expect(key?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  }
});

test('a passphrase is the same however it is spaced and composed, and not in other letters', async () => {
  const kdf = { rounds: ROUNDS.least, salt: SALT };
  const secret = async (passphrase: string) => hex(await passphraseSecret(passphrase, kdf));
  const plain = await secret('café über tide');
  expect(await secret('  cafe\u0301 \t u\u0308ber\u00a0tide\n')).toBe(plain);
  expect(await secret('Café über tide')).not.toBe(plain);
});

test.each([0, 1, 599_999, 10_000_001, 600_000.5, Number.NaN])('%s rounds are never tried', async (rounds) => {
  await expect(passphraseKey('anything', { rounds, salt: SALT })).rejects.toThrow(RangeError);
  if (Number.isInteger(rounds)) expect(await openIndex(await craftIndex({ rounds }), { passphrase: 'anything' })).toBe(REFUSAL);
});

/** A table that is one valid ciphertext under two content keys, in an index with a slot for each. */
async function forTwoKeys() {
  const contents = [seeded(31)(32), seeded(32)(32)] as const;
  const links = [LINK, seeded(33)(32)] as const;
  const craft = { seed: 34, content: contents[0] };
  // The second holder's slot needs id and lock, which are known once the file is made with the same seed.
  const first = await craftIndex(craft);
  const [id, lock] = [first.slice(16, 48), first.slice(0, 104)];
  const second = await slotFor(links[1], contents[1], id, lock);
  const bytes = await craftIndex({
    ...craft,
    slots: (own, random) => [own, second, ...Array.from({ length: 30 }, () => random(own.length))].toSorted(Buffer.compare),
  });
  const head = bytes.slice(0, recordsStart('index'));
  const [headHash, pairs] = [await sha256(head), await Promise.all(contents.map((content) => pairOf(content, id)))];
  const table = await collidingBlocks(pairs, headHash, 48);
  return { file: concat(head, table, bytes.slice(head.length + table.length)), table, pairs, headHash, links };
}

async function pairOf(content: Bytes, id: Bytes): Promise<{ key: Bytes; nonce: Bytes }> {
  const bits = await derive(await secretKey(content), id, recordInfo(0), 44);
  return { key: bits.slice(0, KEY_LENGTH), nonce: bits.slice(KEY_LENGTH) };
}

test('a file that was made to open to two contents opens to the second holder not at all', async () => {
  const { file, table, pairs, headHash, links } = await forTwoKeys();
  for (const { key, nonce } of pairs) {
    const own = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    const opened = crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: headHash }, own, table);
    // AES-GCM itself takes it with either key: what refuses it is the commitment.
    await expect(opened).resolves.toHaveProperty('byteLength', 48);
  }
  expect(await openIndex(file, { link: links[1] })).toBe(REFUSAL);
  expect(await openIndex(file, { link: links[0] })).toBe(REFUSAL);
});

test('a slot whose key was exchanged opens nothing, though the slot itself is whole', async () => {
  const id = seeded(40)(32);
  const info = { key: await secretKey(LINK), id, info: LABELS.slotKey, with: new Uint8Array(104) };
  expect((await encrypt(seeded(41)(32), info)).length).toBe(48);
  expect(await openIndex(await craftIndex({ wrapped: seeded(41)(32) }), { link: LINK })).toBe(REFUSAL);
});
