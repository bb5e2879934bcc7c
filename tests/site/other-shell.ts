import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/compiler/node/files-below.ts';

/**
 * The same build with another version of the reader: its hashed scripts and styles have other names, its shell another hash. The files
 * of the version before stay beside it when `keep` is set, as a build keeps them.
 */
export function otherShell(from: string, to: string, tag: string, keep = true): string {
  cpSync(from, to, { recursive: true, dereference: true });
  const { shell } = JSON.parse(readFileSync(join(to, 'build.json'), 'utf8')) as { shell: string };
  const names = readdirSync(join(to, 'assets')).filter((name) => /\.(js|css)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(/-[\w-]{8}\.(js|css)$/, `-${tag}.$1`)]));
  const change = (text: string): string =>
    [...renamed].reduce((all, [before, after]) => all.replaceAll(before, after), text).replaceAll(shell, hashLike(shell, tag));
  for (const [before, after] of renamed) {
    const path = join(to, 'assets', before);
    const text = change(readFileSync(path, 'utf8'));
    if (!keep) renameSync(path, join(to, 'assets', after));
    writeFileSync(join(to, 'assets', after), text);
  }
  for (const path of filesBelow(to).filter((one) => one.endsWith('.html') || one === 'build.json')) {
    writeFileSync(join(to, path), change(readFileSync(join(to, path), 'utf8')));
  }
  const worker = change(readFileSync(join(to, 'sw.js'), 'utf8'));
  const signed = worker.replace(
    /(`(assets\/[^`]+)`,`)[^`]+`/g,
    (_, start: string, path: string) => `${start}${sha256(join(to, path))}\``,
  );
  writeFileSync(join(to, 'sw.js'), signed);
  return to;
}

const hashLike = (shell: string, tag: string): string =>
  createHash('sha256')
    .update(shell + tag)
    .digest('hex')
    .slice(0, 20);
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('base64');
