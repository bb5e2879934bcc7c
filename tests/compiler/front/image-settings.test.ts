import { expect, test } from 'vitest';
import { readSettings } from '../../../src/compiler/settings.ts';
import { fileOf } from './read-one.ts';

test.each([
  ['images: []', 'error 1:1  images: is not a block of keys. Write keys and values below it, indented.'],
  ['images:\n  remote: show', 'error 2:3  images.remote: is neither hide nor link. Write one of the two.'],
  ['images:\n  effort: 10', 'error 2:3  images.effort: is above 9. Write a number from 0 to 9.'],
  ['images:\n  efort: 1', 'warning 2:3  images.efort: is a setting that nobody knows. Did you mean "effort"?'],
  [
    'images:\n  hosts: ["a.example"]',
    'error 2:11  images.hosts.0: is no host with a port. Write it as in "pictures.example:8080".',
  ],
  [
    'images:\n  proxy: "socks://a.example"',
    'error 2:3  images.proxy: is neither an address that begins with http:// nor the name of an environment variable.',
  ],
  [
    'images:\n  mirror: "https://a.example/"',
    'error 2:3  images.mirror: does not say where the picture goes. Write {url} where its address belongs.',
  ],
  [
    'images:\n  engine: "https://{url}.example/"',
    'error 2:3  images.engine: is not a web address. Write one that begins with https:// and a host, without braces in the host.',
  ],
  [
    `images:\n  engine: "https://a.example;script-src 'self'/{url}"`,
    'error 2:3  images.engine: is not a web address. Write one that begins with https:// and a host, without braces in the host.',
  ],
  [
    'images:\n  engine: "https://a.example/{url}/{height}"',
    'error 2:3  images.engine: holds a word in braces that nobody knows. Known are: {url}, {url64}, {width}, {signature}, {thumbor}.',
  ],
])('%j: %s', (text, sentence) => {
  const { settings, issues } = readSettings(fileOf(text, 'tearsheet.yaml'));
  expect(
    issues.map(({ severity, line, column, field, message }) => `${severity} ${line}:${column}  ${field}: ${message}`),
  ).toEqual([sentence]);
  expect(settings).toEqual(readSettings(undefined).settings);
});
