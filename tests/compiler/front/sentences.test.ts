import { describe, expect, it } from 'vitest';
import { errorsOf, fileOf, PATH, readFiles, readOne, without, written } from './read-one.ts';

const SECRET = 'Zanzibar';

/** What is wrong, and the sentence that the editor reads, from the line number on. */
const SENTENCES: readonly (readonly [name: string, file: string | Uint8Array, sentence: string])[] = [
  ['empty', '', '1:1  The file is empty. An article begins with a line of exactly three hyphens (---).'],
  ['no fence', 'x', '1:1  The file does not begin with front matter. Its first line must be exactly three hyphens (---).'],
  [
    'blank line first',
    `\n${written()}`,
    '1:1  Something invisible stands before the first ---. Make --- the very first thing in the file.',
  ],
  [
    'not closed',
    '---\ntitle: x\n',
    '1:1  The front matter is not closed. Write a line of exactly three hyphens (---) after its last key.',
  ],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x2d, 0), '1:1  The file is UTF-16, not UTF-8. Save it again with the encoding UTF-8.'],
  ['Latin-1', Uint8Array.of(0x2d, 0xe9), '1:1  The file is not valid UTF-8. Save it again with the encoding UTF-8.'],
  [
    'too large',
    new Uint8Array(1_048_577).fill(0x2d),
    '1:1  The file is over 1 MiB, too large for an article. Shorten it or keep it elsewhere.',
  ],
  ['NUL', written('a: "\0"'), '1:1  The file holds NUL bytes, so it is no text file. Save it again as UTF-8 text.'],
  ['a list', '---\n- x\n---\n', '2:1  is not a block of keys. Write keys and values below it, one a line.'],
  ['alias', written('a: *b'), '13:4  a: YAML aliases (*name) are not taken. Write the value out.'],
  [
    'anchor',
    written('topics2: &b x'),
    '13:13  topics2: YAML anchors (&name) are not taken. Write the value out, or put it in quotes.',
  ],
  ['tag', written('mood: !!str x'), '13:13  mood: YAML tags (!name) are not taken. Remove it, or put the value in quotes.'],
  ['twice', written('type: video'), '13:1  type: The key stands here a second time. Keep one of the two.'],
  ['proto', written('__proto__: x'), '13:1  The key __proto__ is not taken. Remove it.'],
  [
    'unclosed string',
    written('mood: "x'),
    '14:1  A colon, comma, quote or bracket is missing. Look at the end of this line and of the one before.',
  ],
  ['tab', written('images:\n\t- url: x'), '14:1  A tab is used for indentation. Use spaces.'],
  [
    'published text',
    written('published: no'),
    '13:1  published: is neither true nor false. Write true or false, in lower case and without quotes.',
  ],
  [
    'removed text',
    written('removed: "true"'),
    '13:1  removed: is neither true nor false. Write true or false, in lower case and without quotes.',
  ],
  [
    'near',
    written('pubIished: false\npublished: true'),
    '13:1  pubIished: looks like "published" and is not spelled so. Write "published" exactly, or rename the key.',
  ],
  [
    'inside',
    written('published: true\nrelated:\n  - title: x\n    removed: false'),
    '16:5  related.0.removed: stands inside another block, where nothing reads "removed". Write it at the start of a line of its own, without spaces before it.',
  ],
  [
    'meaning',
    written('embargo: soon'),
    '13:1  embargo: is a key that could be meant to keep the article unpublished, and nothing here reads it. Use "published: false" for that, or remove the key.',
  ],
  [
    'hidden switch',
    written('# published: false'),
    '13:1  This line looks like it sets "published", but no key of that name is read from it. Write "published: true" or "published: false" as a line of its own between the --- lines.',
  ],
  ['no title', written('', '', without('title')), '2:1  title: is missing. Add the key.'],
  ['a number', written('', '', without('title', 'title: 1984')), '3:1  title: is a number, not text. Put it in double quotes.'],
  [
    'a boolean',
    written('', '', without('title', 'title: true')),
    '3:1  title: is a true/false value, not text. Put it in double quotes.',
  ],
  ['a block', written('', '', without('title', 'title: {a: b}')), '3:1  title: is a block of keys. Write text.'],
  ['a list for text', written('', '', without('title', 'title: [a]')), '3:1  title: is a list. Write text.'],
  ['no value', written('', '', without('title', 'title:')), '3:1  title: is empty. Write text, or remove the key.'],
  ['empty title', written('', '', without('title', 'title: " "')), '3:1  title: is empty. Write the title of the story.'],
  ['quality as text', written('quality: "80"\npublished: true'), '13:1  quality: is text. Write a number.'],
  ['quality empty', written('quality:\npublished: true'), '13:1  quality: is empty. Write a number, or remove the key.'],
  ['quality below 0', written('quality: -5\npublished: true'), '13:1  quality: is below 0. Write a number from 0.'],
  [
    'heat below -1',
    written('heat: -5\npublished: true'),
    '13:1  heat: is below 0 and not -1. Write -1 for a follower, else a number from 0.',
  ],
  [
    'a day that is none',
    written('', '', without('publishedDateTime', 'publishedDateTime: 2025-02-29T00:00:00Z')),
    '5:1  publishedDateTime: is no date and time with a zone. Write it as 2022-10-03T08:50:00Z or 2022-10-03T10:50:00+02:00.',
  ],
  [
    'topics as text',
    written('', '', without('topics', 'topics: Harbours')),
    '11:1  topics: is text. Write a list, one line with a hyphen for each item.',
  ],
  [
    'a topic as a number',
    written('', '', without('topics', 'topics:\n  - A\n  - 2025')),
    '13:5  topics.1: is not text. Put it in double quotes.',
  ],
  [
    'provider as text',
    written('', '', without('provider', 'provider: Tide')),
    '8:1  provider: is not a block of keys. Write keys and values below it, one a line.',
  ],
  [
    'no provider, no address',
    written('', '', without('provider').replace(/originalUrl.*\n/, '')),
    '2:1  provider: is missing, and there is no address to name it by. Write provider: with a name: below it.',
  ],
];

describe('the sentence that an editor reads', () => {
  it.each(SENTENCES)('%s', (_name, file, sentence) => {
    expect(errorsOf(file)).toContain(`${PATH}:${sentence}`);
  });

  it('counts lines the same with CRLF, CR and a byte order mark', () => {
    const text = written('published: no');
    const sentences = errorsOf(text);
    for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`])
      expect(errorsOf(other)).toEqual(sentences);
  });

  it('comes for every fault of a file in one run', () => {
    const head =
      'category: api\ntitle: 5\npublishedDateTime: now\noriginalUrl: x\nquality: a\npublished: no\nembargo: x\nprovider: y\n';
    const text = `---\n${head}topics: [1]\n---\n![x](../../y.png)\n`;
    expect(readOne(text).issues.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
  });

  it('is a warning for a key that nobody knows, with the nearest that somebody does', () => {
    expect(errorsOf(written('tiltle: x\nmood: y\nimages:\n  - url: /a.png\n    hight: 3'), 'warning')).toEqual([
      `${PATH}:13:1  tiltle: is a key that nobody knows here. Did you mean "title"?`,
      `${PATH}:14:1  mood: is a key that nobody knows here. It is ignored.`,
      `${PATH}:17:5  images.0.hight: is a key that nobody knows here. Did you mean "height"?`,
    ]);
  });

  it('never quotes a value, nor a key that could be one', () => {
    const files = [
      written(`${SECRET} has fallen: x`),
      written(`"${SECRET}\u202E": x`),
      written(`mood: ${SECRET}: x`),
      written(`mood: "\\q${SECRET}"`),
      written(`mood: !${SECRET} x`),
      written(`mood: *${SECRET}`),
      written(`mood: &${SECRET} x`),
      written(`published: ${SECRET}`),
      written(`quality: ${SECRET}\nheat: "${SECRET}"`),
      written(`- ${SECRET}`),
      written(`"${SECRET}`),
      written(`%${SECRET}`),
      written('', '', without('publishedDateTime', `publishedDateTime: ${SECRET}`)),
      written('', '', without('originalUrl', `originalUrl: ${SECRET}`)),
      written('', '', without('type', `type: ${SECRET}`)),
      written('', '', without('provider', `provider: ${SECRET}`)),
      written(`lang: ${SECRET}!\nfeaturedContent: ${SECRET}\nimages: [${SECRET}]\nrelated: [${SECRET}]\nampWebUrl: ${SECRET}`),
      written('', `[${SECRET}](javascript:x) ![${SECRET}](../../x.png)`),
      `${SECRET}`,
    ];
    for (const file of files) {
      const { issues } = readOne(file);
      expect(issues.length).toBeGreaterThan(0);
      expect(JSON.stringify(issues)).not.toContain(SECRET);
    }
  });

  it('stands in order of path, line and column', () => {
    const { issues } = readFiles([fileOf('x', 'b.md'), fileOf(written('heat: x\nquality: x'), 'a.md')]);
    expect(issues.map(({ path, line }) => `${path}:${line}`)).toEqual(['a.md:13', 'a.md:14', 'b.md:1']);
  });
});
