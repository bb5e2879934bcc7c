import { describe, expect, it } from 'vitest';
import { NOT_PUBLIC } from './not-public-cases.ts';
import { outcomeOf, written } from './read-one.ts';

describe('what was not meant for the public', () => {
  it('is tried in at least 120 spellings and shapes, each once', () => {
    expect(NOT_PUBLIC.length).toBeGreaterThanOrEqual(120);
    expect(new Set(NOT_PUBLIC.map(([, file]) => String(file))).size).toBeGreaterThanOrEqual(NOT_PUBLIC.length - 2);
  });

  it.each(NOT_PUBLIC)('stays unpublished: %s', (_name, file) => {
    expect(outcomeOf(file)).not.toBe('public');
  });
});

describe('what is meant for the public', () => {
  it.each([
    ['published: true', written('published: true')],
    ['published: True, as YAML 1.2 spells it too', written('published: True')],
    ['nothing said, no score: just arrived', written()],
    ['published and scored', written('quality: 80\nheat: 90\npublished: true')],
    ['published below the cut-off', written('quality: 10\nheat: 10\npublished: true')],
    ['published although marked as a follower', written('quality: 80\nheat: -1\npublished: true')],
    ['removed: false', written('published: true\nremoved: false')],
    ['a key in quotes', written('"published": true')],
    ['flow style', written('images: []\npublished: true')],
    ['CRLF', written('published: true').replaceAll('\n', '\r\n')],
    ['CR', written('published: true').replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${written('published: true')}`],
    ['blanks after the fences', written('published: true').replaceAll('---', '--- \t')],
    ['no line end at the end', written('published: true').trimEnd()],
    ['a key that nobody knows', written('published: true\nmood: calm')],
    ['a comment about it beside the key', written('published: true # was: published: false')],
    ['related entries with scores, just arrived', written('related:\n  - title: "x"\n    quality: 58\n    heat: 5')],
    ['text that speaks of heat', written('', 'Quality: what we need.\n\nHeat: 40 degrees. Score: 3')],
    ['text that speaks of publishing', written('', 'It was published in May; "published" is the word. Removed: twelve boats.')],
  ])('is public: %s', (_name, file) => {
    expect(outcomeOf(file)).toBe('public');
  });
});
