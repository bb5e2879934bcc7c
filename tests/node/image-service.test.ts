import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineOf, mirrored, originOf } from '../../src/compiler/node/remote/image-addresses.ts';
import type { RemotePicture } from '../../src/compiler/pictures-needed.ts';
import { article, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const URL_OF = 'https://pictures.example/a.jpg?w=1&h=2';
const picture: RemotePicture = { url: URL_OF, use: 'picture', owner: 'a.md', shown: true, width: 1600, height: 900 };

test('a mirror is asked with the address in its place', () => {
  expect(mirrored(URL_OF, undefined)).toBe(URL_OF);
  expect(mirrored(URL_OF, 'https://images.example/{url}')).toBe(`https://images.example/${encodeURIComponent(URL_OF)}`);
  expect(mirrored(URL_OF, 'https://images.example/?b={url64}')).toBe(
    `https://images.example/?b=${Buffer.from(URL_OF).toString('base64url')}`,
  );
});

test('an image service gives a picture an address for each width that it has', () => {
  const made = engineOf('https://cdn.example/cdn-cgi/image/width={width},format=auto/{url}', {})(picture);
  expect(made).toMatchObject({ width: 1280, height: 720, widths: [240, 480, 640, 960, 1280] });
  expect(made?.urls?.[1]).toBe(`https://cdn.example/cdn-cgi/image/width=480,format=auto/${encodeURIComponent(URL_OF)}`);
  const narrow = engineOf('https://cdn.example/{width}/{url}', {})({ ...picture, width: 500, height: 1000 });
  expect(narrow).toMatchObject({ width: 500, height: 1000, widths: [240, 480, 500] });
});

test('a picture whose size nobody says has no address, for its space could not be kept', () => {
  const { width: _, height: __, ...sizeless } = picture;
  const engine = engineOf('https://cdn.example/{width}/{url}', {});
  expect(engine(sizeless)).toBeUndefined();
  expect(engine({ ...sizeless, use: 'logo' })).toMatchObject({ widths: [96] });
});

test("imgproxy's addresses are signed with the key and salt of the environment", () => {
  const [key, salt] = ['943b421c9eb07c83', '520f986b998545b4'];
  const template = 'https://imgproxy.example/{signature}/rs:fit:{width}/{url64}';
  const made = engineOf(template, { TEARSHEET_IMGPROXY_KEY: key, TEARSHEET_IMGPROXY_SALT: salt })(picture);
  const path = `/rs:fit:240/${Buffer.from(URL_OF).toString('base64url')}`;
  const signature = createHmac('sha256', Buffer.from(key, 'hex')).update(
    Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(path)]),
  );
  expect(made?.urls?.[0]).toBe(`https://imgproxy.example/${signature.digest('base64url')}${path}`);
  expect(() => engineOf(template, {})).toThrow('TEARSHEET_IMGPROXY_KEY');
});

test("Thumbor's addresses are signed over what stands after the slash", () => {
  const made = engineOf('https://thumbor.example/{thumbor}/{width}x0/{url}', { TEARSHEET_THUMBOR_KEY: 'word' })(picture);
  const path = `240x0/${encodeURIComponent(URL_OF)}`;
  const signature = createHmac('sha1', 'word').update(path).digest('base64').replaceAll('+', '-').replaceAll('/', '_');
  expect(made?.urls?.[0]).toBe(`https://thumbor.example/${signature}/${path}`);
});

test('only the host of the service is named to browsers', () => {
  expect(originOf('https://images.example:8443/{signature}/{url}')).toBe('https://images.example:8443');
});

test('a build with an image service says so in its policy, pages and headers alike, and without one no longer', () => {
  const folder = temporaryFolder();
  const image =
    'images:\n  - url: "https://pictures.example/a.jpg"\n    width: 1600\n    height: 900\n    isCached: true\n\nprovider:';
  const content = writeFiles(join(folder, 'content'), {
    'a-1.md': article('a-1').replace('provider:', image),
    'tearsheet.yaml': 'images:\n  engine: "https://images.example/{width}/{url}"\n',
  });
  const out = join(folder, 'site');
  expect(cli(['build', '--content', content, '--out', out])).toMatchObject({ code: 0, stderr: '' });
  const policies = () =>
    ['index.html', 'news/a-1/index.html', '_headers', '404.html', 'preview/index.html'].map(
      (path) => /img-src 'self'([^;]*)/.exec(readFileSync(join(out, path), 'utf8'))?.[1],
    );
  const service = ' https://images.example';
  expect(policies()).toEqual([service, service, ` blob:${service}`, ` blob:${service}`, ` blob:${service}`]);
  const files = tree(out);
  expect([...files.keys()].filter((path) => path.startsWith('img/'))).toEqual([]);
  expect(files.get('data/feed/all/manifest.json')).toContain('https://images.example/480/https%3A%2F%2Fpictures.example%2Fa.jpg');
  expect(cli(['pictures', '--content', content]).stdout).toContain('nothing to fetch');
  writeFileSync(join(content, 'tearsheet.yaml'), 'title: "Plain"\n');
  expect(cli(['compile', '--content', content, '--out', out])).toMatchObject({ code: 0 });
  expect(policies()).toEqual(['', '', ' blob:', ' blob:', ' blob:']);
});
