import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus, loadCorpusTogether } from '../../src/compiler/node/load-corpus.ts';
import { createSourceParser, type ParseSetup } from '../../src/compiler/node/parse-sources.ts';
import { readFolder } from '../../src/compiler/node/read-folder.ts';
import type { SecondThread } from '../../src/compiler/node/second-thread.ts';
import { readContent } from '../../src/compiler/read-content.ts';
import { makeArticles } from '../fixtures/make-articles.ts';
import { article, temporaryFolder, writeFiles } from './run-cli.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** A thread that answers what it is asked after a turn, as the other does; a reader that fails has a fault instead. */
function thread(fault?: Error) {
  const asked: string[] = [];
  let parse: ReturnType<typeof createSourceParser> | undefined;
  const ask = async (task: string, input: unknown): Promise<unknown> => {
    asked.push(task);
    await new Promise((done) => setImmediate(done));
    if (fault) throw fault;
    if (task === 'beginParse') parse = createSourceParser(structuredClone(input) as ParseSetup);
    return task === 'parse' ? structuredClone(parse?.(input as string[])) : undefined;
  };
  return { asked, second: { ask, close: async () => undefined } as SecondThread };
}

/** A thousand articles and all that can be odd about one. */
function oddFolder(): string {
  const made = makeArticles({ count: 1000, drafts: 0.2 });
  const folder = writeFiles(temporaryFolder(), Object.fromEntries(made.map(({ path, text }) => [path, text])));
  writeFiles(folder, {
    'heat.md': article('heat').replace('---\n', '---\nheat: .inf\n'),
    'below.md': article('below').replace('---\n', '---\nheat: -0\n'),
    'proto.md': article('proto').replace('---\n', '---\n__proto__:\n  a: 1\n'),
    'broken.md': article('broken').replace('---\n', '---\nimages: 7\npublished: true\n'),
    'latin.md': Buffer.from(article('latin', { title: 'Caf\xe9' }), 'latin1'),
    'half.md': article('half', { title: 'Half a \\ud83d sign' }),
    'one/same.md': article('same'),
    'two/same.md': article('same'),
  });
  symlinkSync('nowhere.md', join(folder, 'dangling.md'));
  return folder;
}

test.each([true, false])(
  'a folder that two threads read is what one reads, with the files’ values or without (%s)',
  async (keepsOrigin) => {
    const folder = oddFolder();
    const { asked, second } = thread();
    const { ledger, ...together } = await loadCorpusTogether(folder, NOW, { keepsOrigin }, second);
    expect(asked.filter((task) => task === 'parse').length).toBeGreaterThan(2);
    expect(together).toEqual(loadCorpus(folder, NOW, { keepsOrigin }));
    if (keepsOrigin) expect(together.corpus).toEqual(readContent(readFolder(folder).folder, { now: NOW }));
    expect(ledger).toBeUndefined();
  },
);

test('what is kept of the files for the next compile is the same too', async () => {
  const made = makeArticles({ count: 500 });
  const folder = writeFiles(temporaryFolder(), Object.fromEntries(made.map(({ path, text }) => [path, text])));
  const { ledger } = await loadCorpusTogether(folder, NOW, { keepsOrigin: false }, thread().second);
  const { readAt: _, ...alone } = loadCorpus(folder, NOW, { keepsOrigin: false }).ledger ?? {};
  expect(ledger).toMatchObject(alone);
});

test('what fails in the second thread fails the whole', async () => {
  const { second } = thread(new Error('no memory left'));
  await expect(loadCorpusTogether(oddFolder(), NOW, { keepsOrigin: false }, second)).rejects.toThrow('no memory left');
});
