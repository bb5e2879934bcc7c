import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeFile } from '../../src/compiler/decode-file.ts';
import { draftIds, judgedHash } from '../../src/compiler/draft-ids.ts';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { readFolder } from '../../src/compiler/node/read-folder.ts';
import { splitFrontMatter } from '../../src/compiler/split-front-matter.ts';
import { VERDICTS, type Verdict } from '../../src/schema/verdict.ts';
import type { VerdictsFile } from '../../src/schema/verdicts-file.ts';
import { draftId } from '../../src/seal/draft-id.ts';
import { cli, temporaryFolder } from './run-cli.ts';

const corpora = process.env['TEARSHEET_CORPUS'] ?? '';
const FOLDERS = ['crlf', 'diablo4', 'ai', 'ai-2020', 'ai-2019'];

/** A copy of a folder, and a verdict on each article that can be read. */
async function copied(name: string) {
  const root = temporaryFolder();
  const content = join(root, 'content');
  cpSync(join(corpora, name), content, { recursive: true });
  const { corpus } = loadCorpus(content, Date.parse('2026-01-01T00:00:00Z'));
  const ids = await draftIds(corpus);
  for (const { path, slug } of corpus.articles) ids.set(path, await draftId(slug));
  const give = async (verdict: Verdict): Promise<VerdictsFile> => ({
    format: 'tearsheet-verdicts',
    version: 1,
    exportedAt: '2026-01-01T00:00:00Z',
    from: '0'.repeat(16),
    verdicts: await Promise.all(
      [...ids].map(async ([path, draft]) => ({
        draft,
        judged: await judgedNow(join(content, path)),
        verdict,
        at: '2026-01-01T00:00:00Z',
      })),
    ),
  });
  const apply = async (verdict: Verdict) => {
    writeFileSync(join(root, 'verdicts.json'), JSON.stringify(await give(verdict)));
    return cli(['review', 'apply', join(root, 'verdicts.json'), '--content', content]);
  };
  const texts = () => new Map([...ids.keys()].map((path) => [path, readFileSync(join(content, path), 'latin1')]));
  return { content, paths: [...ids.keys()], apply, texts };
}

async function judgedNow(path: string): Promise<string> {
  const decoded = decodeFile(readFileSync(path));
  const parts = 'fault' in decoded ? decoded : splitFrontMatter(decoded.text);
  return 'fault' in parts ? '' : judgedHash(parts.yaml, parts.body);
}

const MARK = /^(?:published|removed): (?:true|false)\r?\n$/;
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** Lines of the one that are not in the other, each as often as it is too many. */
function surplus(a: string, b: string): string[] {
  const left = linesOf(b);
  return linesOf(a).filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe.skipIf(!existsSync(corpora))('review apply on real articles', () => {
  test.each(FOLDERS.flatMap((folder) => [[folder, 'with'] as const, [folder, 'without'] as const]))(
    'changes the asked lines only: %s, %s the keys',
    async (folder, keys) => {
      const { content, paths, apply, texts } = await copied(folder);
      if (keys === 'without') {
        for (const [path, text] of texts())
          writeFileSync(join(content, path), text.replace(/^(?:published|removed): .*\r?\n/gm, ''), 'latin1');
      }
      const [articles, others] = [paths.length, readFolder(content).articleCount];
      expect(articles).toBeGreaterThan(others * 0.9);
      for (const verdict of [...VERDICTS, 'publish'] as const) {
        const before = texts();
        const { stdout, stderr } = await apply(verdict);
        expect([stderr, /Left.*/.exec(stdout)?.[0]]).toEqual(['', undefined]);
        const after = texts();
        for (const [path, text] of before) {
          const now = after.get(path) ?? '';
          const changed = [...surplus(text, now), ...surplus(now, text)];
          expect(changed.filter((line) => !MARK.test(line))).toEqual([]);
          expect(changed.length).toBeLessThanOrEqual(3);
          const unmarked = (all: string) =>
            linesOf(all)
              .filter((line) => !MARK.test(line))
              .join('');
          expect(unmarked(now)).toBe(unmarked(text));
          const end = /\r\n/.test(text) ? '\r\n' : '\n';
          expect(now.includes(`${verdict === 'remove' ? 'removed: true' : `published: ${verdict === 'publish'}`}${end}`)).toBe(
            true,
          );
          expect(now.includes(`removed: true${end}`)).toBe(verdict === 'remove');
        }
        expect((await apply(verdict)).stdout).toBe(
          `Said so already (${articles}):\n${paths.map((path) => `  ${path}`).join('\n')}\n`,
        );
      }
    },
  );
});
