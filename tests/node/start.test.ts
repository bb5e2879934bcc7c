import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprintOf, isSample, SAMPLE_KEY } from '../../src/compiler/node/sample-key.ts';
import { DraftEntry, DraftFile, draftRecord, PreviewManifest } from '../../src/schema/preview.ts';
import { draftId } from '../../src/seal/draft-id.ts';
import { openPreview } from '../../src/seal/open-preview.ts';
import { readLinkKey } from '../../src/seal/preview-link.ts';
import { isRefusal } from '../../src/seal/refusal.ts';
import { articles, cli, root, startCli, temporaryFolder, writeFiles } from './run-cli.ts';

const SAMPLE = join(root, 'content');
const SEED =
  '2022-10-03-to-prevent-unnecessary-biopsies-scientists-train-an-ai-model-to-predict-breast-cancer-risk-from-mri-scans';

const copyOfSample = (): string => {
  const content = join(temporaryFolder(), 'content');
  cpSync(SAMPLE, content, { recursive: true });
  return content;
};
const change = (path: string, edit: (text: string) => string) => writeFileSync(path, edit(readFileSync(path, 'utf8')));

test('npm start prints the address that opens the drafts of the sample', async () => {
  const out = join(temporaryFolder(), 'site');
  const server = startCli(['start', '--out', out, '--port', '0']);
  onTestFinished(() => void server.kill());
  let printed = '';
  for await (const part of server.stdout) {
    printed += String(part);
    if (printed.includes('Ctrl+C')) break;
  }
  const [, address = '', key = ''] = /(http:\/\/localhost:\d+\/)preview\/#([\w-]{43}) /.exec(printed) ?? [];
  expect(key).toBe(SAMPLE_KEY);
  const load = async (name: string) => new Uint8Array(await (await fetch(`${address}preview/${name}`)).arrayBuffer());
  const { index } = v.parse(PreviewManifest, JSON.parse(new TextDecoder().decode(await load('manifest.json'))));
  const preview = await openPreview(await load(`${index}.sealed`), { link: readLinkKey(key) ?? new Uint8Array() }, load);
  if (isRefusal(preview)) throw new Error(preview.words);
  const read = async (group: 'queue' | 'drafts', name: string): Promise<unknown> => {
    const bytes = await preview.read(group, name);
    if (!bytes || isRefusal(bytes)) throw new Error(`${name} does not open`);
    return JSON.parse(new TextDecoder().decode(bytes));
  };
  const id = await draftId(SEED);
  const entry = v.parse(DraftEntry, await read('queue', `entry/${id}`));
  expect(entry).toMatchObject({ reason: 'follower', quality: 19, heat: -1, published: false });
  expect(entry.leader?.title).toContain('An AI model reveals');
  expect(v.parse(DraftFile, await read('drafts', draftRecord(id))).secured).toMatch(/^[\w+/=]+;[\w+/]{22}==$/);
});

test('the sample is known by its texts, whatever a review changed', () => {
  // After a change of the sample: put this into sample-key.ts.
  expect(isSample(SAMPLE), fingerprintOf(SAMPLE)).toBe(true);
  const content = copyOfSample();
  const file = join(content, '_news', `${SEED}.md`);
  change(file, (text) => text.replace('published: false\n', 'published: true\nremoved: true\n'));
  expect(isSample(content)).toBe(true);
  change(file, (text) => text.replaceAll('\n', '\r\n'));
  expect(isSample(content)).toBe(true);
  change(file, (text) => text.replace('quality: 19', 'quality: 20'));
  expect(isSample(content)).toBe(false);
});

test('other content is not sealed for the key of the sample', () => {
  const content = writeFiles(join(temporaryFolder(), 'content'), articles(2));
  const more = copyOfSample();
  writeFiles(more, { '_news/own.md': articles(1)['a-1.md'] ?? '' });
  for (const other of [content, more]) {
    const { code, stderr } = cli(['build', '--content', other, '--out', join(temporaryFolder(), 'site')], {
      env: { TEARSHEET_PREVIEW_REVIEWERS: `Ada=${SAMPLE_KEY}` },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/key.* is that of the sample publication.*Make another: npm run seal -- add NAME/);
  }
});
