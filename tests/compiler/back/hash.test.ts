import { expect, test } from 'vitest';
import { contentHash, hash32 } from '../../../src/lib/hash.ts';

test('a hash is 14 signs that a file name and a picture id may have', () => {
  for (const text of ['', 'a', 'ab', 'abc', '中文', '\u0000', 'x'.repeat(1000)])
    expect(contentHash(text)).toMatch(/^[0-9a-z]{14}$/);
});

test('300,000 texts that hardly differ have 300,000 hashes', () => {
  const hashes = new Set<string>();
  for (let at = 0; at < 100_000; at++) {
    hashes.add(contentHash(`{"slug":"2022-10-03-words-${at}"}`));
    hashes.add(contentHash(String(at)));
    hashes.add(contentHash(`${'x'.repeat(at % 300)}|${(at * 7919).toString(2)}`));
  }
  expect(hashes.size).toBe(300_000);
});

test('texts of the same signs in another order have other hashes', () => {
  const hashes = new Set(['abcd', 'abdc', 'badc', 'cdab', 'dcba', 'acbd', 'aabb', 'bbaa', 'abab'].map(contentHash));
  expect(hashes.size).toBe(9);
});

test('one changed bit anywhere changes about half of the bits', () => {
  const bits = (text: string): bigint => {
    const lane = (part: string): bigint => BigInt(Number.parseInt(part, 36));
    return (lane(contentHash(text).slice(0, 7)) << 32n) | lane(contentHash(text).slice(7));
  };
  const base = 'The quick brown fox jumps over the lazy dog, twice';
  const changes: number[] = [];
  for (let at = 0; at < base.length; at++) {
    for (let bit = 0; bit < 7; bit++) {
      const other = base.slice(0, at) + String.fromCharCode(base.charCodeAt(at) ^ (1 << bit)) + base.slice(at + 1);
      changes.push((bits(base) ^ bits(other)).toString(2).replaceAll('0', '').length);
    }
  }
  const mean = changes.reduce((sum, count) => sum + count, 0) / changes.length;
  expect(mean).toBeGreaterThan(30);
  expect(mean).toBeLessThan(34);
  expect(Math.min(...changes)).toBeGreaterThan(12);
});

test('decisions made by a short hash fall evenly', () => {
  const counts = Array.from({ length: 12 }, () => 0);
  for (let at = 0; at < 12_000; at++) {
    const rest = hash32(`2022-10-03-an-article-${at}`) % 12;
    counts[rest] = (counts[rest] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
