import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/compiler/node/read-folder.ts';
import { readContent } from '../../../src/compiler/read-content.ts';
import { NOW } from './read-one.ts';

const root = process.env['TEARSHEET_CORPUS'] ?? '';

describe.skipIf(!existsSync(`${root}/powerapps`))('real articles (third parties’, never part of this repository)', () => {
  it.each([
    ['powerapps', 337, 210],
    ['diablo4', 43, 23],
    ['ai', 37, 27],
    ['ai-2020', 41, 19],
    ['ai-2019', 17, 8],
    ['crlf', 9, 6],
  ])('of %s parse without an error: %i files, %i public', (name, files, isPublic) => {
    const { folder } = readFolder(`${root}/${name}`);
    const { articles, drafts, issues, skipped } = readContent(folder, { now: NOW });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(skipped).toEqual([]);
    expect(folder.articles).toHaveLength(files);
    expect(articles).toHaveLength(isPublic);
    expect(articles.length + drafts.length).toBe(files);
    expect(/"(?:quality|secured|published|score)":/.test(JSON.stringify(articles))).toBe(false);
  });

  it('say themselves which of them are public', () => {
    for (const name of ['powerapps', 'diablo4', 'ai', 'ai-2020', 'ai-2019', 'crlf']) {
      const { folder } = readFolder(`${root}/${name}`);
      const byLine = folder.articles.filter(({ bytes }) => !/^published: false\r?$/m.test(new TextDecoder().decode(bytes)));
      const { articles } = readContent(folder, { now: NOW });
      expect(articles.map(({ path }) => path).sort()).toEqual(byLine.map(({ path }) => path).sort());
    }
  });
});
