import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReviewers } from '../../src/compiler/node/reviewers-file.ts';
import type { Bytes } from '../../src/seal/bytes.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { makeLinkKey, readLinkKey } from '../../src/seal/preview-link.ts';
import { brokenReferences } from './broken-references.ts';
import { buildWarm, compile, difference, edit, first, made, retitle, type Site, wasWhole } from './changing-site.ts';
import { article, temporaryFolder, tree, writeFiles } from './run-cli.ts';
import { aboutOf, draftOf, entriesOf, opened, scoresOf } from './sealed-content.ts';

const KEY = makeLinkKey(randomBytes);
const link = { link: readLinkKey(KEY) ?? new Uint8Array() };

function sealedSite(): Site {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), made(120));
  writeReviewers(content, [{ name: 'Ada', key: KEY }]);
  const builds = join(folder, '.site.builds');
  const site = { content, out: join(folder, 'site'), state: join(builds, 'state'), rests: join(builds, 'rests'), folder };
  expect(buildWarm(content, site.out).code).toBe(0);
  return site;
}

/** All that a reviewer sees of a build. */
async function seen(out: string) {
  const bytes = ([path, text]: [string, string]): [string, Bytes] => [path, new Uint8Array(Buffer.from(text, 'latin1'))];
  const preview = await opened(new Map([...tree(out)].map(bytes)), link);
  const queue = await entriesOf(preview);
  const drafts = await Promise.all(queue.map(({ id }) => draftOf(preview, id)));
  return { about: aboutOf(preview), queue, drafts, scores: await scoresOf(preview) };
}

const sealedFiles = (out: string): number => readdirSync(join(out, 'preview')).filter((name) => name.endsWith('.sealed')).length;

test('with reviewers, too, a compile makes only what changed, and what they see is what a build would seal', async () => {
  const site = sealedSite();
  const draft = (slug: string) => article(slug, { published: false, at: '2019-05-01T00:00:00Z' });
  for (const change of [
    () => writeFiles(site.content, { '_news/fresh.md': article('fresh', { at: '2019-05-02T00:00:00Z' }) }),
    () => writeFiles(site.content, { '_news/held.md': draft('held') }),
    () => edit(site, `_news/${first(site)}`, retitle),
    () => edit(site, '_news/held.md', (text) => text.replace('published: false', 'published: true')),
    () => rmSync(join(site.content, '_news/fresh.md')),
  ]) {
    change();
    const run = compile(site);
    expect([run.code, wasWhole(run)], run.stderr).toEqual([0, false]);
    const others = difference(site).filter((path) => !path.startsWith('preview/'));
    expect(others).toEqual([]);
    const fresh = join(site.folder, 'fresh');
    expect(await seen(site.out)).toEqual(await seen(fresh));
    expect(sealedFiles(site.out)).toBe(sealedFiles(fresh));
    expect(brokenReferences(tree(site.out))).toEqual([]);
  }
  const again = compile(site);
  expect([wasWhole(again), again.stdout]).toEqual([false, expect.stringContaining('0 files written, 0 removed')]);
}, 120_000);

test('where the last reviewer went a compile makes all of it, and nothing sealed stays', () => {
  const site = sealedSite();
  expect(sealedFiles(site.out)).toBeGreaterThan(0);
  writeReviewers(site.content, []);
  expect(wasWhole(compile(site))).toBe(true);
  expect(sealedFiles(site.out)).toBe(0);
  expect(difference(site)).toEqual([]);
});

test('what is public is written before the drafts are sealed', () => {
  const site = sealedSite();
  const list = join(site.folder, 'changes.json');
  writeFiles(site.content, { '_news/fresh.md': article('fresh', { at: '2019-05-02T00:00:00Z' }) });
  expect(compile(site, '--changes', list).code).toBe(0);
  const { upload } = JSON.parse(tree(site.folder).get('changes.json') ?? '') as { upload: string[] };
  expect(upload.indexOf('data/manifest.json')).toBeLessThan(upload.findIndex((path) => path.endsWith('.sealed')));
  expect(upload.at(-1)).toBe('preview/manifest.json');
});
