import { describe, expect, it } from 'vitest';
import { slugFault, slugOf } from '../../../src/compiler/check-names.ts';
import { globPattern, isArticlePath } from '../../../src/compiler/is-article-path.ts';
import { RESERVED_SEGMENTS } from '../../../src/schema/paths.ts';
import { errorsOf, fileOf, outcomeOf, readFiles, without, written } from './read-one.ts';

describe('a slug', () => {
  it.each(['2025-06-01-harbour', 'x', 'a.b', 'café', '港', 'a b', 'a#b', '100%', 'console', 'x'.repeat(200), 'é'.repeat(100)])(
    'may be %s',
    (slug) => {
      expect(slugFault(slug)).toBeUndefined();
      expect(readFiles([fileOf(written(), `${slug}.md`)]).articles[0]?.slug).toBe(slug);
    },
  );

  it.each([
    ['over 200 bytes', 'x'.repeat(201)],
    ['over 200 bytes in 101 letters', 'é'.repeat(101)],
    ['a control character', 'a\u0007b'],
    ['a line end', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a backslash', 'a\\b'],
    ['a colon', 'a:b'],
    ['a star', 'a*b'],
    ['a question mark', 'a?b'],
    ['quotes', 'a"b'],
    ['angle brackets', 'a<b>'],
    ['a bar', 'a|b'],
    ['a right-to-left override', 'a\u202Egpj'],
    ['a zero-width space', 'a\u200Bb'],
    ['a soft hyphen', 'a\u00ADb'],
    ['a blank first', ' a'],
    ['a blank last', 'a '],
    ['a no-break space last', 'a\u00A0'],
    ['a dot first', '.a'],
    ['a dot last', 'a.'],
    ['half a character', 'a\uD83D'],
    ['a device of Windows', 'nul'],
    ['a device with an ending', 'COM1.x'],
    ['nothing', ''],
  ])('may not have %s', (_name, slug) => {
    const { articles, issues } = readFiles([fileOf(written(), `news/${slug}.md`)]);
    expect(articles).toEqual([]);
    expect(issues[0]).toMatchObject({ severity: 'error', line: 1, column: 1, field: '' });
    expect(issues[0]?.message).toMatch(/^The file's name .*Rename the file/);
  });

  it('is the same on disks that part letters from accents', () => {
    expect(slugOf('a/cafe\u0301.md')).toBe('café');
  });

  it.each([
    ['a/x.md', 'b/x.md'],
    ['a/x.md', 'a/X.md'],
    ['a/caf\u00E9.md', 'b/cafe\u0301.md'],
    ['a/straße.md', 'b/STRASSE.md'],
  ])('belongs to one file: %s and %s are both left out', (one, other) => {
    const { articles, issues, skipped } = readFiles([
      fileOf(written(), one),
      fileOf(written(), other),
      fileOf(written(), 'c/y.md'),
    ]);
    expect(articles.map(({ slug }) => slug)).toEqual(['y']);
    expect(skipped).toEqual([one, other].sort());
    expect(issues.find(({ path }) => path === one)?.message).toContain(other);
    expect(issues.find(({ path }) => path === other)?.message).toContain(one);
  });

  it('is not free because its other owner is broken', () => {
    const twins = [fileOf(written(), 'a/x.md'), fileOf('broken', 'c/x.md')];
    expect(readFiles(twins)).toMatchObject({ articles: [], drafts: [], skipped: ['a/x.md', 'c/x.md'] });
  });

  it('is the public article’s when a draft has it too: the draft alone has the fault', () => {
    const drafts = [fileOf(written('published: false'), 'b/x.md'), fileOf(written('published: false\nheat: hot'), 'c/X.md')];
    const { articles, skipped, issues, ...rest } = readFiles([fileOf(written(), 'a/x.md'), ...drafts]);
    expect(articles.map(({ path }) => path)).toEqual(['a/x.md']);
    expect(skipped).toEqual([]);
    expect(rest.drafts.map(({ article }) => article.path)).toEqual(['b/x.md']);
    expect(rest.faulty.map(({ path }) => path)).toEqual(['c/X.md']);
    expect(issues.filter(({ draft }) => draft !== true)).toEqual([]);
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['b/x.md', 'c/X.md']));
  });
});

describe('a category', () => {
  const category = (name: string) => written('', '', without('category', `category: ${JSON.stringify(name)}`));
  it.each(['news', 'Science & Nature', '港', 'x'.repeat(60), '123', '20250'])('may be %s', (name) => {
    expect(outcomeOf(category(name))).toBe('public');
  });

  it.each([...RESERVED_SEGMENTS, 'Topic', ' API ', 'Well Known', '2025', '', 'x'.repeat(61), 'con'])('may not be %j', (name) => {
    expect(outcomeOf(category(name))).toBe('error');
  });

  it('that the reader uses itself names the others that are taken', () => {
    const [message] = errorsOf(category('search'));
    expect(message).toContain(':2:1  category: is a name that the reader uses itself.');
    for (const name of RESERVED_SEGMENTS) expect(message).toContain(name);
  });
});

describe('an article of a content folder', () => {
  const every = { articles: [] };
  it.each(['a.md', 'a/b/c.md', '_news/a.md', 'a b/ü.md', 'readme-first.md', 'x/_datax/a.md', 'A.MD'])('is %s', (path) => {
    expect(isArticlePath(path, every)).toBe(true);
  });

  it.each([
    'a.txt',
    'a.markdown',
    'README.md',
    'x/readme.md',
    'LICENSE.md',
    'Contributing.md',
    'CHANGELOG.md',
    'x/Code_of_Conduct.md',
    '_data/a.md',
    'x/_data/a.md',
    'assets/a.md',
    '.git/a.md',
    'x/.y/a.md',
    '.a.md',
    '.md',
    'node_modules/a/b.md',
  ])('is not %s', (path) => {
    expect(isArticlePath(path, every)).toBe(false);
  });

  it('is what the settings narrow it to', () => {
    const wanted = (path: string, ...articles: string[]) => isArticlePath(path, { articles });
    expect(wanted('_news/a.md', '_news/**')).toBe(true);
    expect(wanted('_news/x/a.md', '_news/')).toBe(true);
    expect(wanted('_posts/a.md', '_news/**')).toBe(false);
    expect(wanted('_news/old/a.md', '_news/**', '!**/old/**')).toBe(false);
    expect(wanted('old/a.md', '!old/**')).toBe(false);
    expect(wanted('new/a.md', '!old/**')).toBe(true);
    expect(wanted('old/keep.md', '!old/**', 'old/keep.md')).toBe(true);
    expect(wanted('README.md', '**')).toBe(false);
  });

  it('is matched literally but for the signs of a pattern', () => {
    expect(globPattern('a.*').test('axb')).toBe(false);
    expect(globPattern('2025-??-*.md').test('2025-06-x.md')).toBe(true);
    expect(globPattern('*.md').test('a/b.md')).toBe(false);
    expect(globPattern('**/b.md').test('b.md')).toBe(true);
    expect(globPattern('(a|b)[c]{d}$^+\\.md').test('(a|b)[c]{d}$^+\\.md')).toBe(true);
  });
});
