import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/compiler/settings.ts';
import { IMAGE_SETTINGS, SettingsInput } from '../../../src/schema/settings.ts';
import { fileOf } from './read-one.ts';

const read = (text: string) => readSettings(fileOf(text, 'tearsheet.yaml'));
const told = (text: string) =>
  read(text).issues.map(({ severity, line, column, field, message }) => `${severity} ${line}:${column}  ${field}: ${message}`);

describe('the settings of a publication', () => {
  it('may be missing, empty or nothing but a comment', () => {
    const { settings, issues } = readSettings(undefined);
    expect(settings).toEqual({
      title: 'Tearsheet',
      language: 'en',
      timeZone: 'UTC',
      cutOff: 60,
      topics: [],
      links: [],
      articles: [],
      images: { remote: 'hide', effort: 1, hosts: [] },
    });
    expect(issues).toEqual([]);
    for (const text of ['', '# later\n', '---\n']) expect(read(text)).toEqual({ settings, issues: [] });
  });

  it('are read whole', () => {
    const text = `title: " The  Sheet "
description: Tides &amp; towns
language: pt-br
timeZone: Europe/Lisbon
url: https://Tide.example/news
cutOff: 70
topics: [Oceans, ""]
logo: /assets/logo.png
links:
  - label: About
    url: https://tide.example/about
articles: ["_news/**"]
images:
  remote: link
  effort: 3
  hosts: ["Pictures.example:8080", "[::1]:80"]
  proxy: http_proxy
  mirror: "https://mirror.example/{url}"
  engine: "https://images.example:8443/{signature}/w:{width}/{url64}"
`;
    expect(read(text.replace(', ""', ''))).toEqual({
      settings: {
        title: 'The Sheet',
        description: 'Tides & towns',
        language: 'pt-BR',
        timeZone: 'Europe/Lisbon',
        url: 'https://tide.example/news/',
        cutOff: 70,
        topics: ['Oceans'],
        logo: 'assets/logo.png',
        links: [{ label: 'About', url: 'https://tide.example/about' }],
        articles: ['_news/**'],
        images: {
          remote: 'link',
          effort: 3,
          hosts: ['pictures.example:8080', '[::1]:80'],
          proxy: 'http_proxy',
          mirror: 'https://mirror.example/{url}',
          engine: 'https://images.example:8443/{signature}/w:{width}/{url64}',
        },
      },
      issues: [],
    });
  });

  it.each([
    ['title: 1984', 'error 1:1  title: is not text. Write it in quotes.'],
    ['title: ""', 'error 1:1  title: is empty. Write a text, or remove the key.'],
    ['language: klingon_x', 'error 1:1  language: is not a language tag. Write one as in "en" or "pt-BR".'],
    [
      'timeZone: Lisbon',
      'error 1:1  timeZone: is not a time zone. Write a name of the IANA list, as in "Europe/Lisbon" or "UTC".',
    ],
    [
      'timeZone: "+01:00"',
      'error 1:1  timeZone: is not a time zone. Write a name of the IANA list, as in "Europe/Lisbon" or "UTC".',
    ],
    ['cutOff: "60"', 'error 1:1  cutOff: is not a number. Write one, for example 60.'],
    ['cutOff: -1', 'error 1:1  cutOff: is below 0. Write a number from 0.'],
    ['cutOff: .nan', 'error 1:1  cutOff: is not a number. Write one, for example 60.'],
    ['url: tide.example', 'error 1:1  url: is not a web address. Only addresses that begin with https:// or http:// are taken.'],
    [
      'url: https://tide.example/?x',
      'error 1:1  url: holds a ? or #. Write the address of the folder that the publication will stand in.',
    ],
    [
      'logo: ../logo.png',
      'error 1:1  logo: leads out of the content folder. Put the picture into the folder and name it from there.',
    ],
    ['logo: logo.svg', 'error 1:1  logo: is an SVG, which can hold scripts and is not taken. Save it as PNG or WebP.'],
    ['topics: Oceans', 'error 1:1  topics: is not a list. Write one name on each line, each after a hyphen.'],
    ['topics:\n  - Oceans\n  - 5', 'error 3:5  topics.1: is not text. Write one name on each line, in quotes.'],
    ['links:\n  - label: x', 'error 2:5  links.0.url: lacks a key or is no block. Each link needs label: and url:.'],
    [
      'links:\n  - label: x\n    url: mailto:x',
      'error 3:5  links.0.url: is not a web address. Only addresses that begin with https:// or http:// are taken.',
    ],
    ['articles: "**"', 'error 1:1  articles: is not a list. Write one pattern on each line, each after a hyphen.'],
    ['- title', 'error 1:1  : is not a block of keys. Write keys and values, one a line.'],
    ['titel: x', 'warning 1:1  titel: is a setting that nobody knows. Did you mean "title"?'],
    [
      'links:\n  - label: x\n    url: https://a.example/\n    lable: y',
      'warning 4:5  links.0.lable: is a setting that nobody knows. Did you mean "label"?',
    ],
    ['title: x\ntitle: y', 'error 2:1  title: The key stands here a second time. Keep one of the two.'],
    [
      'title: "x',
      'error 1:10  : A colon, comma, quote or bracket is missing. Look at the end of this line and of the one before.',
    ],
  ])('%j: %s', (text, sentence) => {
    expect(told(text)).toEqual([sentence]);
    expect({ ...read(text).settings, links: [] }).toEqual(readSettings(undefined).settings);
  });

  it('tell every fault of the file in one run, and keep what is right', () => {
    const text = 'title: Right\nlanguage: "!"\ncutOff: x\nlogo: a.svg\nmood: calm\n';
    expect(
      read(text)
        .issues.map(({ line }) => line)
        .sort(),
    ).toEqual([2, 3, 4, 5]);
    expect(read(text).settings).toMatchObject({ title: 'Right', language: 'en', cutOff: 60 });
  });

  it('of the sample are without a fault', () => {
    expect(readSettings({ path: 'tearsheet.yaml', bytes: readFileSync('content/tearsheet.yaml') }).issues).toEqual([]);
  });
});

interface JsonSchema {
  type: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
}

/** The few words of JSON Schema that ours uses. */
function accepts(schema: JsonSchema, value: unknown): boolean {
  if (schema.type === 'array') return Array.isArray(value) && value.every((one) => accepts(schema.items as JsonSchema, one));
  if (schema.type !== 'object') {
    if (schema.type === 'integer' ? !Number.isInteger(value) : typeof value !== schema.type) return false;
    if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
    if (typeof value === 'string') return new RegExp(schema.pattern ?? '', 'u').test(value);
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    return Number.isFinite(value) && (value as number) >= minimum && (value as number) <= maximum;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = value as Record<string, unknown>;
  if (schema.required?.some((key) => !Object.hasOwn(given, key))) return false;
  return Object.entries(schema.properties ?? {}).every(
    ([key, inner]) => !Object.hasOwn(given, key) || accepts(inner, given[key]),
  );
}

describe('the published schema of the settings', () => {
  const schema = JSON.parse(readFileSync('docs/tearsheet.schema.json', 'utf8')) as JsonSchema;

  it('has the same keys as the compiler', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(SettingsInput.entries));
  });

  it('agrees with the compiler on every value', () => {
    const text = fc.constantFrom('', ' ', 'x', 'Europe/Lisbon');
    const scalar = fc.oneof(text, fc.constantFrom(0, 60, -1, 0.5), fc.boolean(), fc.constant(null));
    const link = fc.record({ label: scalar, url: scalar }, { requiredKeys: [] });
    const number = fc.constantFrom<unknown>(0, 9, 10, 1.5, 'link', 'hide');
    const images = fc.dictionary(
      fc.constantFrom(...IMAGE_SETTINGS),
      fc.oneof(scalar, number, fc.array(scalar, { maxLength: 2 })),
    );
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.array(link, { maxLength: 2 }), link, images);
    const settings = fc.dictionary(fc.constantFrom(...Object.keys(SettingsInput.entries)), value, { maxKeys: 3 });
    fc.assert(
      fc.property(settings, (given) => {
        expect(accepts(schema, { ...given })).toBe(v.safeParse(SettingsInput, { ...given }).success);
      }),
      { numRuns: 2000 },
    );
  });
});
