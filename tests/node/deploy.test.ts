import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineParts } from '../../src/compiler/node/csp.ts';
import { headersFor, parseHeaders } from '../../src/compiler/node/headers-file.ts';
import { isNamedByHash } from '../../src/compiler/node/static-site.ts';
import { articles, cli, root, temporaryFolder, tree, writeFiles } from './run-cli.ts';

function built(): Map<string, string> {
  const folder = temporaryFolder();
  const out = join(folder, 'site');
  cli(['build', '--content', writeFiles(join(folder, 'content'), articles(40)), '--out', out]);
  return tree(out);
}

const deployed = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');

/** What no new version of the reader changes: the rest stands in every page. */
const lasting = (policy: string): string => policy.replaceAll(/(?:default|script|style|img)-src [^;]*; /g, '');

test('nginx and Caddy send what the build says, word for word', () => {
  const wanted = headersFor(parseHeaders(built().get('_headers') ?? ''), '/');
  expect(wanted.size).toBeGreaterThan(5);
  for (const [name, value] of wanted) {
    const sent = name === 'Content-Security-Policy' ? lasting(value) : value;
    expect(deployed('nginx.conf')).toContain(`add_header ${name} "${sent}" always;`);
    expect(deployed('Caddyfile')).toContain(`${name} "${sent}"`);
  }
});

test('every page holds the policy before anything that it governs, and nothing inline but what it names', () => {
  const files = built();
  const policy = headersFor(parseHeaders(files.get('_headers') ?? ''), '/').get('Content-Security-Policy') ?? '';
  expect(lasting(policy)).toMatch(/^font-src 'self'; .*frame-ancestors 'none'; require-trusted-types-for 'script'/);
  const open = policy.replace("frame-ancestors 'none'; ", '');
  const keyed = new Set(['404.html', 'preview/index.html']);
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(40);
  for (const [path, html] of pages) {
    // Where drafts are shown, and nowhere else, pictures may be made in memory: a host sends one policy for all.
    const inMeta = keyed.has(path) ? open : open.replace(' blob:', '');
    expect(html, path).toContain(
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${inMeta}" />`,
    );
    expect(html, path).not.toMatch(/<[^>]+\s(style|on\w+)\s*=/i);
    for (const script of inlineParts(html).scripts) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script, 'latin1').digest('base64')}'`);
    }
  }
});

test('hosts with patterns find the files that are kept for good, and no other', () => {
  const pattern = /"~(\^\/data[^"]+)"/.exec(deployed('nginx.conf'))?.[1] ?? '';
  const names = [
    ...built().keys(),
    'data/article/2022-10-07-the-recommendation.json',
    'data/article/about-v2.recommendation.json',
  ];
  const byHash = names.filter(isNamedByHash);
  expect(byHash.length).toBeGreaterThan(40);
  expect(byHash.filter((path) => !/\.[0-9a-z]{14}\.json$|\/[0-9a-z]{14}\.json$/.test(path))).toEqual([]);
  expect(names.filter((path) => new RegExp(pattern).test(`/${path}`))).toEqual(byHash);
});

test('the page that opens drafts is kept by nobody and found by nobody, on every host that is told so', () => {
  const sent = headersFor(parseHeaders(built().get('_headers') ?? ''), '/preview/');
  expect(Object.fromEntries(sent)).toMatchObject({
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  });
  const patterns = (value: string) =>
    [...deployed('nginx.conf').matchAll(/"~([^"]+)" "([^"]+)";/g)].flatMap(([, pattern = '', said]) =>
      said === value ? [new RegExp(pattern)] : [],
    );
  const saying = (path: string, value: string) => patterns(value).some((pattern) => pattern.test(path));
  expect([saying('/preview/index.html', 'no-store'), saying('/preview/', 'noindex')]).toEqual([true, true]);
  const file = '/preview/0123456789abcdef0123456789abcdef.sealed';
  expect([saying(file, 'no-store'), saying(file, 'public, max-age=31536000, immutable')]).toEqual([false, true]);
  for (const line of ['header @preview Cache-Control "no-store"', 'header /preview/* X-Robots-Tag "noindex"'])
    expect(deployed('Caddyfile')).toContain(line);
});
