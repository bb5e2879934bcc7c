import { expect, test } from 'vitest';
import { randomBytes } from '../../src/seal/derive.ts';
import { ENOUGH_BITS, passphraseBits, passphraseFault, suggestPassphrase } from '../../src/seal/passphrase.ts';
import { WORDS } from '../../src/seal/words.ts';
import { seeded } from '../fixtures/sealed/craft.ts';

test.each([
  '',
  ' ',
  'password',
  'Passw0rd!',
  'Tr0ub4dor&3',
  'letmein letmein letmein letmein letmein letmein',
  'correct horse battery staple',
  'the quick brown fox',
  'tearsheet preview drafts',
  'tearsheet2022tearsheet2023',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'abcdefghijklmnopqrstuvwxyz',
  '12345678901234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcabcabcabcabcabcabcabcabc',
  '2019 2020 2021 2022',
  'Redaktion2022!',
  'redaktionsgeheimnis',
  'kxvqzjwp',
  '日本語の秘密',
  '!!!!!!!!!!!!!!!!!!!!',
])('%j is too weak', (passphrase) => {
  expect(passphraseFault(passphrase, randomBytes)).toMatch(/too weak.*six words/i);
});

test.each([
  'tide kelp lamp brick sonnet owl',
  'tide-kelp-lamp-brick-sonnet-owl',
  'seven swans ordered porridge before noon',
  'vQ7rTz3mWb9x',
  'kxvqzjwpnbhtrldfgms',
  '9f86d081884c7d659a2feaa0c55ad015',
  'sieben Schwäne bestellten Grütze gegen Mittag',
])('%j is strong enough', (passphrase) => {
  expect(passphraseFault(passphrase, randomBytes)).toBeUndefined();
});

test('more words are never weaker', () => {
  let before = 0;
  for (let count = 1; count < 12; count++) {
    const bits = passphraseBits(
      WORDS.slice(0, count * 7)
        .filter((_, i) => i % 7 === 0)
        .join(' '),
    );
    expect(bits).toBeGreaterThan(before);
    before = bits;
  }
});

test('six words are suggested, each drawn alone, and they are strong enough by themselves', () => {
  for (let i = 0; i < 200; i++) expect(passphraseFault(suggestPassphrase(randomBytes), randomBytes)).toBeUndefined();
  expect(Math.log2(WORDS.length) * 6).toBeGreaterThan(ENOUGH_BITS);
  expect(suggestPassphrase(seeded(1)).split(' ')).toHaveLength(6);
  expect(new Set(Array.from({ length: 50 }, () => suggestPassphrase(randomBytes))).size).toBe(50);
});

test('every word can be drawn, and none more often than another', () => {
  const counts = new Map<string, number>();
  const random = seeded(7);
  for (let i = 0; i < 20_000; i++)
    for (const word of suggestPassphrase(random).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  expect(counts.size).toBe(WORDS.length);
  expect(Math.max(...counts.values())).toBeLessThan(120);
});

test('the words are short, plain, each once and in order', () => {
  expect(WORDS.length).toBeGreaterThanOrEqual(1296);
  expect(WORDS.filter((word) => !/^[a-z]{3,7}$/.test(word))).toEqual([]);
  expect(WORDS.toSorted()).toEqual([...new Set(WORDS)]);
});
