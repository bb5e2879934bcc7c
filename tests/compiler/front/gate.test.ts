import { describe, expect, it } from 'vitest';
import { showDrafts } from '../../../src/compiler/show-drafts.ts';
import { fileOf, outcomeOf, readFiles, readOne, without, written } from './read-one.ts';

describe('the reason why an article is not public', () => {
  it.each([
    ['published: false\nquality: 19\nheat: -1', 'follower'],
    ['published: false\nquality: 59\nheat: 59', 'below-cut-off'],
    ['published: false\nquality: 60\nheat: 60', 'held'],
    ['published: false', 'held'],
    ['published: false\nscore: 59', 'below-cut-off'],
    ['published: false\nquality: 61\nscore: 5', 'held'],
    ['quality: 80\nheat: 80', 'unmarked'],
    ['heat: 80', 'unmarked'],
    ['score: 80', 'unmarked'],
    ['heat: -1', 'follower'],
    ['published: true\nremoved: true', 'removed'],
    ['published: false\nremoved: true\nheat: -1', 'removed'],
    ['removed: true', 'removed'],
  ])('%j is %s', (lines, reason) => {
    expect(outcomeOf(written(lines))).toBe(reason);
  });

  it('may be that its time has not come', () => {
    const at = (time: string, more = '') =>
      outcomeOf(written(more, '', without('publishedDateTime', `publishedDateTime: ${time}`)));
    expect(at('2026-01-15T00:00:00Z')).toBe('public');
    expect(at('2026-01-15T00:00:01Z')).toBe('scheduled');
    expect(at('2026-01-15T01:00:00+01:00')).toBe('public');
    expect(at('2026-01-14T23:00:01-01:00', 'published: true')).toBe('scheduled');
    expect(at('2027-01-15T00:00:00Z', 'published: false\nquality: 80\nheat: -1')).toBe('follower');
    expect(at('2027-01-15T00:00:00Z', 'published: true\nremoved: true')).toBe('removed');
  });

  it('depends on the cut-off of the settings', () => {
    const draft = (cutOff: number) =>
      readFiles([fileOf(written('published: false\nquality: 65'))], { settings: `cutOff: ${cutOff}` }).drafts[0];
    expect(draft(60)?.reason).toBe('held');
    expect(draft(70)?.reason).toBe('below-cut-off');
  });

  it('stands with what reviewers see, which no article holds', () => {
    const { drafts } = readOne(written('published: false\nquality: 19\nheat: -1\nsecured: "AAAA;BBBB"'));
    expect(drafts).toMatchObject([{ reason: 'follower', quality: 19, heat: -1, secured: 'AAAA;BBBB', removed: false }]);
    expect(JSON.stringify(drafts[0]?.article)).not.toMatch(/quality|secured|AAAA|published"/);
    const { articles } = readOne(
      written('published: true\nquality: 80\nheat: 90\nsecured: "AAAA;BBBB"\nrelated:\n  - title: x\n    quality: 77'),
    );
    expect(articles[0]?.heat).toBe(90);
    expect(JSON.stringify(articles)).not.toMatch(/quality|secured|AAAA|published"/);
  });
});

describe('a draft whose file has errors', () => {
  const faulty = (lines: string) => readOne(written(`${lines}\nimages: none`)).faulty[0];

  it.each([
    ['published: false', 'held'],
    ['published: false\nquality: 19\nheat: -1', 'follower'],
    ['published: false\nquality: 19\nheat: 19', 'below-cut-off'],
    ['published: true\nremoved: true', 'removed'],
  ])('is one for sure with %j, for the reason %s', (lines, reason) => {
    expect(faulty(lines)).toMatchObject({ reason, title: 'The harbour reopens' });
  });

  it.each([
    '',
    'published: true',
    'published: "false"',
    'published: no',
    'published: 0',
    'removed: false',
    'quality: 19\nheat: 19',
    'heat: -1',
  ])('is none with %j: readers may wait for it', (lines) => {
    expect(faulty(lines)).toBeUndefined();
    expect(readOne(written(`${lines}\nimages: none`))).toMatchObject({ articles: [], drafts: [], skipped: [expect.any(String)] });
  });

  it('is not left out, and what is wrong with it is marked as a draft’s', () => {
    const { skipped, issues, articles, drafts } = readOne(written('published: false\nimages: none'));
    expect({ skipped, articles, drafts }).toEqual({ skipped: [], articles: [], drafts: [] });
    expect(issues).toMatchObject([{ severity: 'error', field: 'images', draft: true }]);
  });

  it('whose YAML is broken may be anything', () => {
    expect(readOne(written('published: false\nimages: [')).faulty).toEqual([]);
  });

  it('takes its story out of the lists of others when it is removed', () => {
    const other = written('related:\n  - title: Elsewhere\n    webUrl: https://tide.example/gone');
    const removed = written('removed: true\nimages: none\nwebUrl: https://tide.example/gone', '', without('originalUrl'));
    const { articles, faulty: found } = readFiles([fileOf(other, 'a.md'), fileOf(removed, 'b.md')]);
    expect(articles[0]?.related).toEqual([]);
    expect(found).toHaveLength(1);
  });
});

describe('a corpus', () => {
  const at = (day: string, path: string, more = '') =>
    fileOf(written(more, '', without('publishedDateTime', `publishedDateTime: 2025-06-${day}T00:00:00Z`)), path);
  const files = [
    at('01', 'b.md'),
    at('03', 'z.md'),
    at('03', 'Y.md'),
    at('02', 'c.md', 'published: false'),
    at('04', 'd.md', 'removed: true'),
  ];

  it('is newest first, the same time by slug, in whatever order its files come', () => {
    const corpus = readFiles(files);
    expect(corpus.articles.map(({ slug }) => slug)).toEqual(['Y', 'z', 'b']);
    expect(readFiles(files.toReversed())).toEqual(corpus);
  });

  it('shows its drafts among the articles, each with its reason, when development asks', () => {
    const corpus = readFiles(files);
    expect(showDrafts(corpus).articles.map(({ slug, draft }) => [slug, draft])).toEqual([
      ['d', 'removed'],
      ['Y', undefined],
      ['z', undefined],
      ['c', 'held'],
      ['b', undefined],
    ]);
    expect(corpus.articles).toHaveLength(3);
  });
});
