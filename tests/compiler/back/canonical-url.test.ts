import { expect, test } from 'vitest';
import { canonicalUrl } from '../../../src/lib/canonical-url.ts';

const same = [
  'https://example.com/story',
  'http://example.com/story',
  'https://www.example.com/story/',
  'https://EXAMPLE.com/story#top',
  'https://example.com:443/story?utm_source=x&UTM_medium=y',
  'http://example.com:80/story?',
];

test('addresses of one story have one key', () => {
  expect(new Set(same.map(canonicalUrl)).size).toBe(1);
});

test('addresses of different stories keep different keys', () => {
  const others = [
    'https://example.com/Story',
    'https://example.com/story?id=1',
    'https://example.com/story?id=2',
    'https://m.example.com/story',
    'https://example.com:8443/story',
    'https://example.com/story/2',
    'https://example.org/story',
    'https://example.com/',
  ];
  expect(new Set([...others, ...same].map(canonicalUrl)).size).toBe(others.length + 1);
});

test('what is no web address is its own key', () => {
  expect(canonicalUrl(' not a url ')).toBe('not a url');
  expect(canonicalUrl('mailto:a@example.com')).toBe('mailto:a@example.com');
});
