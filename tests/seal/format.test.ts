import { createDecipheriv, createHash, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';

// docs/sealed-format.md, followed with another library and none of our code.
const accepted = JSON.parse(readFileSync('tests/fixtures/sealed/accepted.json', 'utf8'));
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const hkdf = (key: Uint8Array, id: Uint8Array, info: string | Uint8Array, length: number) =>
  Buffer.from(hkdfSync('sha256', key, id, info, length));

function gcm(pair: Buffer, sealed: Buffer, authenticated: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', pair.subarray(0, 32), pair.subarray(32));
  cipher.setAAD(authenticated).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

function records(file: Buffer, key: Buffer, headLength: number): Map<string, Buffer> {
  const [id, head] = [file.subarray(16, 48), file.subarray(0, headLength)];
  expect(hkdf(key, id, 'tearsheet sealed 1 commitment', 32)).toEqual(file.subarray(48, 80));
  let at = headLength;
  let position = 0;
  const next = (stored: number): Buffer => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(position++);
    const pair = hkdf(key, id, Buffer.concat([Buffer.from('tearsheet sealed 1 record '), number]), 44);
    at += stored + 16;
    return gcm(pair, file.subarray(at - stored - 16, at), sha256(head));
  };
  const table = next(file.readUInt16BE(10) * 24);
  const found = new Map<string, Buffer>();
  for (let line = 0; line < table.length && !table.subarray(line, line + 24).equals(Buffer.alloc(24)); line += 24) {
    const [stored, length] = [table.readUInt32BE(line + 16), table.readUInt32BE(line + 20)];
    const plain = next(stored);
    found.set(table.toString('hex', line, line + 16), stored < length ? inflateRawSync(plain) : plain);
  }
  const filler = next(file.length - at - 16);
  expect(filler.equals(Buffer.alloc(filler.length))).toBe(true);
  expect(at).toBe(file.length);
  return found;
}

const nameOf = (name: string): string => sha256(name).toString('hex', 0, 16);

function openIndex(file: Buffer, secret: Buffer): Map<string, Buffer> {
  const id = file.subarray(16, 48);
  const tag = hkdf(secret, id, 'tearsheet sealed 1 slot tag', 32);
  const slots = Array.from({ length: 32 }, (_, i) => file.subarray(104 + i * 80, 184 + i * 80));
  const slot = slots.find((one) => one.subarray(0, 32).equals(tag)) ?? Buffer.alloc(80);
  const key = gcm(hkdf(secret, id, 'tearsheet sealed 1 slot key', 44), slot.subarray(32), file.subarray(0, 104));
  return records(file, key, 2664);
}

test('the vectors open when the document is followed with another library', () => {
  for (const { file, link, passphrase, about, directory } of accepted.indexes) {
    const bytes = Buffer.from(file, 'base64url');
    const plain = passphrase?.normalize('NFKC').trim().replace(/\s+/gu, ' ');
    const secret = link
      ? Buffer.from(link, 'base64url')
      : pbkdf2Sync(plain, bytes.subarray(87, 103), bytes.readUInt32BE(83), 32, 'sha256');
    const found = openIndex(bytes, secret);
    expect(found.get(nameOf('about'))?.toString()).toBe(about);
    const places = found.get(nameOf('directory')) ?? Buffer.alloc(0);
    expect(places.length).toBe(directory.length * 56);
    directory.forEach(({ depth, prefix, file: hash, key }: Record<string, string>, i: number) => {
      const place = places.subarray(i * 56, i * 56 + 56);
      expect(place.toString('hex', 1)).toBe(`0${depth}${prefix}${hash}${key}`);
    });
  }
});

test('the part of the vectors does too, and is called by its hash', () => {
  const { name, file, key, names, records: contents } = accepted.part;
  const bytes = Buffer.from(file, 'base64url');
  expect(`${sha256(bytes).toString('hex', 0, 16)}.sealed`).toBe(name);
  const found = records(bytes, Buffer.from(key, 'base64url'), 80);
  for (const [called, content] of Object.entries(contents)) {
    expect(names[called]).toBe(nameOf(called));
    expect(found.get(nameOf(called))?.toString('base64url')).toBe(content);
  }
});

test('each step between is as the vectors say', () => {
  const { pbkdf2, hkdf: steps } = accepted.keys;
  expect(pbkdf2Sync(pbkdf2.passphrase, Buffer.from(pbkdf2.salt, 'hex'), pbkdf2.rounds, 32, 'sha256').toString('hex')).toBe(
    pbkdf2.key,
  );
  for (const { info, derived } of steps.derived) {
    expect(hkdf(Buffer.from(steps.key, 'hex'), Buffer.from(steps.id, 'hex'), Buffer.from(info, 'hex'), 44).toString('hex')).toBe(
      derived,
    );
  }
});
