import { expect, onTestFinished, test, vi } from 'vitest';
import { openIndex } from '../../src/seal/index-file.ts';
import { REFUSAL } from '../../src/seal/refusal.ts';
import { ABOUT, craftIndex, LINK, PLACES } from '../fixtures/sealed/craft.ts';
import { rejectVectors, WRONG_LINKS } from '../fixtures/sealed/reject-vectors.ts';

test('the file that the others are made from opens', async () => {
  expect(await openIndex(await craftIndex(), { link: LINK })).toMatchObject({ places: PLACES, about: ABOUT });
});

test('every file that is not as the format says is refused, and all in the same words', async () => {
  const vectors = await rejectVectors();
  expect(vectors.length).toBeGreaterThanOrEqual(160);
  expect(new Set(vectors.map(({ why }) => why)).size).toBe(vectors.length);
  const opened: string[] = [];
  for (const { why, bytes } of vectors) if ((await openIndex(bytes, { link: LINK })) !== REFUSAL) opened.push(why);
  expect(opened).toEqual([]);
});

test('every wrong link is refused in those words too', async () => {
  const good = await craftIndex();
  const answers = await Promise.all(WRONG_LINKS.map(({ bytes }) => openIndex(good, { link: bytes })));
  expect(new Set(answers)).toEqual(new Set([REFUSAL]));
});

test('nothing is derived for a file whose head says that it is none', async () => {
  const derived = vi.spyOn(crypto.subtle, 'deriveBits');
  onTestFinished(() => derived.mockRestore());
  const good = await craftIndex();
  const tooMany = await craftIndex({ rounds: 10_000_001 });
  derived.mockClear();
  for (const at of [0, 8, 9, 11, 15, 80, 82, 103]) {
    const bytes = good.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await openIndex(bytes, { passphrase: 'anything' })).toBe(REFUSAL);
  }
  expect(await openIndex(tooMany, { passphrase: 'anything' })).toBe(REFUSAL);
  expect(await openIndex(good.slice(0, 4000), { passphrase: 'anything' })).toBe(REFUSAL);
  expect(derived).not.toHaveBeenCalled();
});

test('every truncation is refused', async () => {
  const good = await craftIndex();
  const opened: number[] = [];
  for (let length = 0; length < good.length; length++) {
    if ((await openIndex(good.slice(0, length), { link: LINK })) !== REFUSAL) opened.push(length);
  }
  expect(opened).toEqual([]);
});

test('each of the 32,768 bits matters', async () => {
  const good = await craftIndex();
  const opened: number[] = [];
  const tryBit = async (bit: number): Promise<void> => {
    const bytes = good.slice();
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if ((await openIndex(bytes, { link: LINK })) !== REFUSAL) opened.push(bit);
  };
  expect(good.length * 8).toBe(32_768);
  for (let byte = 0; byte < good.length; byte++) await Promise.all(Array.from({ length: 8 }, (_, i) => tryBit(byte * 8 + i)));
  expect(opened).toEqual([]);
});
