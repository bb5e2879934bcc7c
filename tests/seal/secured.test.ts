import { createCipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSecured, readSecured, readSecuredKey } from '../../src/seal/secured.ts';

const TEXT = '{"title":"Tide tables — redrawn","notes":["ünïcode", "潮"]}\n';

/** As the format has it, by another library. */
function secured(key: Buffer, plain: string | Buffer = TEXT): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', key, vector);
  return `${Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')};${vector.toString('base64')}`;
}

test.each([16, 32])('a key of %i bytes opens it, in hex or base64, as it was copied', async (length) => {
  const key = randomBytes(length);
  const one = readSecured(secured(key));
  const forms = ['hex', 'base64', 'base64url'] as const;
  const written = [...forms.map((form) => key.toString(form)), key.toString('hex').toUpperCase(), ` ${key.toString('hex')}\n`];
  for (const text of written) {
    const read = readSecuredKey(text);
    expect(one && read && (await openSecured(one, read))).toBe(TEXT);
  }
});

test('a thousand wrong keys open nothing', async () => {
  const one = readSecured(secured(randomBytes(32)));
  const opened = await Promise.all(Array.from({ length: 1000 }, () => one && openSecured(one, new Uint8Array(randomBytes(32)))));
  expect(opened.filter((text) => text !== undefined)).toEqual([]);
});

test('what comes out and is no text is not shown', async () => {
  const key = randomBytes(16);
  for (const bytes of [Buffer.from([0xff, 0xfe, 0x41]), Buffer.from('a\0b'), Buffer.from('a\u001bb')]) {
    const one = readSecured(secured(key, bytes));
    expect(one && (await openSecured(one, new Uint8Array(key)))).toBeUndefined();
  }
});

test('other texts are neither keys nor secured', () => {
  for (const text of ['', 'abc', 'f'.repeat(48), '0'.repeat(63), 'not a key at all, really', 'AAAA;AAAA'])
    expect([readSecuredKey(text), readSecured(text)]).toEqual([undefined, undefined]);
});

test('the sample has one of its shape', () => {
  const file = readFileSync(
    'content/_news/2022-10-03-to-prevent-unnecessary-biopsies-scientists-train-an-ai-model-to-predict-breast-cancer-risk-from-mri-scans.md',
    'utf8',
  );
  expect(readSecured(/^secured: "(.*)"$/m.exec(file)?.[1] ?? '')).toMatchObject({ vector: expect.any(Uint8Array) });
});
