import { expect, test } from 'vitest';
import { base64url, hex } from '../../src/seal/bytes.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { linkAddress, makeLinkKey, readAnyLink, readLinkKey, readPreviewLink } from '../../src/seal/preview-link.ts';
import { seeded } from '../fixtures/sealed/craft.ts';

const KEY = makeLinkKey(seeded(5));
const read = (address: string) => {
  const link = readPreviewLink(new URL(address, 'https://news.example'));
  return link && `${base64url(link.key) === KEY ? 'opens' : 'another key'}${link.seen ? ', seen' : ''}`;
};

test('a link’s key is 43 signs that begin with a letter and end with a letter or number', () => {
  for (let i = 0; i < 500; i++) expect(makeLinkKey(randomBytes)).toMatch(/^[A-Za-z][\w-]{41}[A-Za-z\d]$/);
  expect(hex(readLinkKey(KEY) ?? new Uint8Array())).toHaveLength(64);
  expect(linkAddress('/papers/', KEY)).toBe(`/papers/preview/#${KEY}`);
});

test.each([
  ['as it was sent', ''],
  ['with a full stop behind it', '.'],
  ['in brackets', ')'],
  ['in pointed brackets', '>'],
  ['with a bracket and a full stop', ').'],
  ['in quotes', '”'],
  ['with a comma and a word', ', thanks'],
  ['with an equals sign', '='],
  ['with an encoded equals sign', '%3D'],
  ['with a line break at its end', '%0D%0A'],
  ['with an asterisk of bold text', '*'],
  ['with an underscore of slanted text', '_'],
  ['with a campaign hung on', '&utm_source=mail'],
  ['with a query hung on', '?fbclid=abc'],
  ['with another fragment hung on', '#top'],
])('a link opens %s', (_, tail) => {
  expect(read(`/preview/#${KEY}${tail}`)).toBe('opens');
});

test.each([
  ['a second number sign', `/preview/##${KEY}`],
  ['brackets around the key', `/preview/#<${KEY}>`],
  ['a line break in the key', `/preview/#${KEY.slice(0, 20)}%0A${KEY.slice(20)}`],
  ['blanks of a wrapped line', `/preview/#${KEY.slice(0, 20)}%20%20${KEY.slice(20)}`],
  ['an invisible sign', `/preview/#%E2%80%8B${KEY}`],
  ['index.html in the path', `/papers/preview/index.html#${KEY}`],
])('a link opens with %s', (_, address) => {
  expect(read(address)).toBe('opens');
});

test.each([
  `/preview/%23${KEY}`,
  `/preview/%2523${KEY}`,
  `/preview%23${KEY}`,
  `/preview/%23${KEY}.`,
  `/preview/?x=1%23${KEY}`,
  `/papers/preview/%23${KEY}?utm_source=mail`,
])('%s opens and says that the server has seen the key', (address) => {
  expect(read(address)).toBe('opens, seen');
});

test.each([
  ['no key', '/preview/'],
  ['an address inside the preview', '/preview/#/d/0123456789abcdef0123'],
  ['an address that is as long as a key', `/preview/#/d/${KEY}`],
  ['a key cut off', `/preview/#${KEY.slice(0, 42)}`],
  ['a key with more behind it', `/preview/#${KEY}abc`],
  ['two keys', `/preview/#${KEY}${KEY}`],
  ['a last sign that no key has', `/preview/#${KEY.slice(0, 42)}B`],
  ['a broken percent sign', '/preview/#%E0%A4%A'],
])('there is no key in %s', (_, address) => {
  expect(read(address)).toBeUndefined();
});

test.each([
  ['a link that was cut off is one that opens nothing', `#${KEY.slice(0, -6)}`, 'opens nothing'],
  ['a link with more behind it too', `#${KEY}${KEY}`, 'opens nothing'],
  ['a whole one opens', `#${KEY}`, 'opens'],
  ['a place on the page is no link', '#main', 'no link'],
  ['an address inside the preview neither', '#/d/0123456789abcdef0123', 'no link'],
  ['nor is no fragment', '', 'no link'],
])('%s', (_, hash, said) => {
  const link = readAnyLink(new URL(`/preview/${hash}`, 'https://news.example'));
  const opens = link && (base64url(link.key) === KEY ? 'opens' : link.key.every((byte) => byte === 0) && 'opens nothing');
  expect(opens ?? 'no link').toBe(said);
});
