import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];

/** Makes of a build one of an older version of the reader, with a hashed file of its own. */
function age(out: string, version: string): string {
  const file = `assets/part-${version}.js`;
  const record = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { shell: string; files: string[] };
  writeFileSync(join(out, file), `// ${version}`);
  writeFileSync(join(out, 'build.json'), JSON.stringify({ ...record, shell: version, files: [...record.files, file] }));
  return file;
}

const withoutAssets = (out: string) => [...tree(out)].filter(([path]) => !path.startsWith('assets/'));

test('the hashed files of two shells before stay, through builds and compiles, and of no more', () => {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), articles(3));
  const [out, clean] = [join(folder, 'site'), join(folder, 'clean')];
  const build = (to: string) =>
    expect(cli(['build', '--content', content, '--out', to, ...NOW])).toMatchObject({ code: 0, stderr: '' });
  build(out);
  const versions = ['one', 'two', 'three'].map((version) => {
    const file = age(out, version);
    build(out);
    return file;
  });
  const kept = () => [...tree(out).keys()].filter((path) => /assets\/part-/.test(path)).sort();
  expect(kept()).toEqual(versions.slice(1).sort());
  // The same shell again is no new one.
  build(out);
  expect(kept()).toEqual(versions.slice(1).sort());
  writeFiles(content, { ...articles(5) });
  expect(cli(['compile', '--content', content, '--out', out, ...NOW])).toMatchObject({ code: 0, stderr: '' });
  expect(kept()).toEqual(versions.slice(1).sort());
  build(clean);
  expect(withoutAssets(out)).toEqual(withoutAssets(clean));
  const own = [...tree(clean)].filter(([path]) => path.startsWith('assets/'));
  expect([...tree(out)]).toEqual(expect.arrayContaining(own));
});

test('a list of earlier files that is broken, or names what is not its own, is no list', () => {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), articles(2));
  const out = join(folder, 'site');
  const build = () => expect(cli(['build', '--content', content, '--out', out, ...NOW])).toMatchObject({ code: 0, stderr: '' });
  build();
  for (const list of [
    '{',
    '[{"shell":"x","files":["../../content/a-1.md","build.json"]}]',
    '[{"shell":"x","files":["assets/none.js"]}]',
  ]) {
    age(out, 'old');
    writeFileSync(join(out, 'assets/earlier.json'), list);
    build();
    expect([...tree(out).keys()].filter((path) => path.startsWith('assets/part-'))).toEqual(['assets/part-old.js']);
    rmSync(join(out, 'assets/earlier.json'));
  }
});
