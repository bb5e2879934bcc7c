import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenReferences } from './broken-references.ts';
import { buildWarm, built, compileWarm, made, retitle, type Site, wasWhole } from './changing-site.ts';
import { moments, runCounted } from './dying.ts';
import { image, photo, withImages } from './picture-place.ts';
import { tree, writeFiles } from './run-cli.ts';

const MOMENTS = 30;
const NOW = ['--now', '2019-06-01T00:00:00Z'];

/** Two states of a publication, as near as an afternoon makes them: articles come, go and change, and with one a picture goes. */
function twoContents(): [Record<string, string>, Record<string, string>] {
  // A removed story that comes back makes a whole compile.
  const files = Object.entries(made(70)).filter(([, text]) => !text.includes('removed: true'));
  const same = Object.fromEntries(files.slice(0, 58));
  const [retold = ''] = Object.keys(same).slice(30);
  const shown = withImages('shown', image('/pictures/red.jpg', ''), { at: '2019-02-01T00:00:00Z' });
  return [
    { ...same, ...Object.fromEntries(files.slice(58, 60)), '_news/shown.md': shown },
    { ...same, ...Object.fromEntries(files.slice(60, 63)), [retold]: retitle(same[retold] ?? '') },
  ];
}

/** Makes the articles those of `files`; those that are as they should be are not touched. */
function become({ content }: Site, from: Record<string, string>, to: Record<string, string>): void {
  for (const path of Object.keys(from)) if (!(path in to)) rmSync(join(content, path));
  writeFiles(content, Object.fromEntries(Object.entries(to).filter(([path, text]) => from[path] !== text)));
}

test(`a compile of what changed, killed at ${MOMENTS} of its changes of the disk, is completed by the next and leaves nothing behind`, {
  timeout: 240_000,
}, async () => {
  const contents = twoContents();
  const site = built(contents[0], { 'pictures/red.jpg': await photo('#c33') });
  const args = ['compile', '--content', site.content, '--out', site.out, ...NOW];
  const builds = join(site.folder, '.site.builds');
  // Once there and once back: how many changes each makes, and what a build makes.
  const runs = [1, 0].map((to) => {
    become(site, contents[1 - to] ?? {}, contents[to] ?? {});
    const run = runCounted(site.folder, args);
    expect([run.code, wasWhole(run)]).toEqual([0, false]);
    const fresh = join(site.folder, `fresh-${to}`);
    expect(buildWarm(site.content, fresh).code).toBe(0);
    expect([...tree(site.out)]).toEqual([...tree(fresh)]);
    return { changes: run.changes, whole: [...tree(fresh)] };
  });
  const [one, two] = runs.map(({ whole }) => whole.length);
  expect(one).not.toBe(two);
  const left = readdirSync(builds).sort();
  const deaths = runs.map(({ changes }) => moments(MOMENTS / 2, changes));
  for (let i = 0; i < MOMENTS; i++) {
    const to = 1 - (i % 2);
    const { changes = 0, whole } = runs[i % 2] ?? {};
    const at = deaths[i % 2]?.[i >> 1] ?? 0;
    become(site, contents[1 - to] ?? {}, contents[to] ?? {});
    expect(runCounted(site.folder, args, at).code, `${at} of ${changes}`).toBeNull();
    expect(brokenReferences(tree(site.out)), `${at} of ${changes}`).toEqual([]);
    expect(compileWarm(site).code).toBe(0);
    expect([...tree(site.out)], `${at} of ${changes}`).toEqual(whole);
    expect(readdirSync(builds).sort(), `${at} of ${changes}`).toEqual(left);
  }
});
