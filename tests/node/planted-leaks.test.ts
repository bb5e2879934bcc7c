import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../../src/compiler/node/files-below.ts';
import { previewCache } from '../../src/compiler/node/read-options.ts';
import { FORMS } from '../fixtures/leak-forms.ts';
import { findLeaks, type ScannedFile } from '../fixtures/leak-scanner.ts';
import { leakyFiles } from '../fixtures/leaky-files.ts';
import { FIELDS, type PlantedDrafts, plantDrafts } from '../fixtures/planted-drafts.ts';
import { articles, cli, root, temporaryFolder, writeFiles } from './run-cli.ts';

const KEY = 'pGJREEe00tDEJHM5Y9ob-82_Z9Yze1gGoYns7xBLKTo';
const NOW = ['--now', '2026-01-01T00:00:00Z'];

const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
const bytesIn = (folder: string): ScannedFile[] => filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))]);

async function plantedContent(count: number, decoded: number): Promise<PlantedDrafts & { content: string; out: string }> {
  const planted = plantDrafts(count, await jpeg(), decoded);
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), { ...articles(20), ...planted.files });
  const out = join(folder, 'site');
  onTestFinished(() => rmSync(previewCache(root, out), { recursive: true, force: true }));
  return { ...planted, content, out };
}

test('of 10,000 strings in 14 fields of drafts none is in the output, the logs or the caches, in any of 16 forms', async () => {
  const { content, out, secrets } = await plantedContent(715, 40);
  expect([FIELDS.length, Object.keys(FORMS).length, secrets.length]).toEqual([14, 16, 10_010]);
  const env = { TEARSHEET_PREVIEW_REVIEWERS: KEY };
  const runs = ['build', 'compile'].map((command) =>
    cli([command, '--content', content, '--out', out, ...NOW, '--quiet-drafts', '--origin-api'], { env }),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  const output = bytesIn(out);
  expect(output.filter(([path]) => path.endsWith('.sealed')).length).toBeGreaterThan(20);
  expect(output.find(([path]) => path === 'build.json')).toBeDefined();
  const logs = runs.map(({ stdout, stderr }, i): ScannedFile => [`log ${i}`, stdout + stderr]);
  expect(logs.map(([, text]) => text).join('')).toMatch(/143 drafts have faults/);
  const caches = bytesIn(previewCache(root, out));
  expect(caches.some(([path]) => path === 'state.json')).toBe(true);
  expect(findLeaks([...output, ...logs, ...caches], secrets)).toEqual([]);
});

test('200 of 200 that were planted on purpose are found, each for what it is', async () => {
  const planted = plantDrafts(715, await jpeg(), 0);
  const leaky = leakyFiles(planted);
  const found = new Map(
    findLeaks(
      leaky.map(({ file }) => file),
      planted.secrets,
    ).map((leak) => [leak.path, leak]),
  );
  const missed = leaky.filter(({ file: [path], what }) => found.get(path)?.what !== what);
  expect(missed.map(({ file: [path], what, form }) => `${path}: ${what}, ${form}`)).toEqual([]);
  expect(leaky).toHaveLength(200);
});

test('a log without --quiet-drafts names files, and the scanner sees it', async () => {
  const { content, out, secrets } = await plantedContent(20, 0);
  const { stderr } = cli(['build', '--content', content, '--out', out, ...NOW]);
  const leaks = findLeaks([['log', stderr]], secrets).map(({ what }) => what.replace(/ of \d+/, ''));
  expect(new Set(leaks)).toEqual(new Set(['folder', 'file']));
});
