import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePicture as encodeWith } from '../../src/compiler/node/encode-picture.ts';
import { encodePictures } from '../../src/compiler/node/encode-pictures.ts';
import { articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const encodePicture = (bytes: Uint8Array, use: 'picture' | 'logo') => encodeWith(bytes, use, { effort: 0, megapixels: 50 });

const shape = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 90, b: 20 } } });

/** A left half in red and a right half in blue. */
const halves = async (width: number, height: number) => {
  const blue = await sharp({ create: { width: width / 2, height, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    { input: blue, left: width / 2, top: 0 },
  ]);
};

async function encode(files: Record<string, Uint8Array>) {
  const folder = temporaryFolder();
  const [content, cache] = [writeFiles(join(folder, 'content'), files), join(folder, 'cache')];
  return {
    content,
    cache,
    ...(await encodePictures({ pictures: Object.keys(files), logos: [] }, { content, cache, effort: 0 })),
  };
}

test('a picture comes as AVIF and WebP in up to five widths, each file named by what it holds', async () => {
  const { pictures, files } = await encode({
    'wide.jpg': await shape(2000, 1000).jpeg().toBuffer(),
    'middle.png': await shape(800, 600).png().toBuffer(),
    'small.gif': await shape(120, 90).gif().toBuffer(),
    'misnamed.jpg': await shape(400, 300).avif({ effort: 0 }).toBuffer(),
  });
  expect([...pictures.keys()].sort()).toEqual(['middle.png', 'misnamed.jpg', 'small.gif', 'wide.jpg']);
  expect(files).toHaveLength(2 * (5 + 4 + 1 + 2));
  for (const file of files) {
    const { format, width } = await sharp(file.read()).metadata();
    expect(file.path).toMatch(new RegExp(`^img/[0-9a-f]{20}-${width}\\.${format === 'heif' ? 'avif' : 'webp'}$`));
    expect(file.read().length).toBe(file.size);
  }
});

test('sizes are told as they are', async () => {
  const encoded = await Promise.all([
    encodePicture(await shape(2000, 1000).jpeg().toBuffer(), 'picture'),
    encodePicture(await shape(800, 600).png().toBuffer(), 'picture'),
    encodePicture(await shape(120, 90).gif().toBuffer(), 'picture'),
    encodePicture(await shape(330, 110).webp().toBuffer(), 'picture'),
  ]);
  expect(encoded.map(({ picture: { width, height, widths } }) => ({ width, height, widths }))).toEqual([
    { width: 1280, height: 640, widths: [240, 480, 640, 960, 1280] },
    { width: 800, height: 600, widths: [240, 480, 640, 800] },
    { width: 120, height: 90, widths: [120] },
    { width: 330, height: 110, widths: [240, 330] },
  ]);
});

test('a picture that was taken with the camera turned stands upright and says nothing of where it was taken', async () => {
  const turned = await (await halves(400, 200))
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: 'Somebody' } })
    .toBuffer();
  const { picture, files } = await encodePicture(turned, 'picture');
  expect(picture).toMatchObject({ width: 200, height: 400 });
  for (const file of files) {
    const metadata = await sharp(file).metadata();
    expect(metadata).toMatchObject({ width: 200, height: 400 });
    const { exif, orientation, icc, xmp } = metadata;
    expect([exif, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('of a picture that moves the first frame stays', async () => {
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const { files } = await encodePicture(moving, 'picture');
  expect((await sharp(files[0]).metadata()).pages ?? 1).toBe(1);
});

test('a logo is a square that holds it whole', async () => {
  const { picture, files } = await encodePicture(await (await halves(200, 50)).png().toBuffer(), 'logo');
  expect(picture).toMatchObject({ width: 96, height: 96, widths: [96] });
  const { data, info } = await sharp(files[0]).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const alphaAt = (x: number, y: number) => data[(y * info.width + x) * 4 + 3];
  expect([alphaAt(48, 2), alphaAt(48, 48)]).toEqual([0, 255]);
});

test('what is no picture is a warning with its path, and the others are there all the same', async () => {
  const good = await shape(100, 100).png().toBuffer();
  const { issues, pictures } = await encode({
    'good.png': good,
    'cut.png': good.subarray(0, good.length - 40),
    'drawing.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'empty.jpg': Buffer.alloc(0),
  });
  expect([...pictures.keys()]).toEqual(['good.png']);
  expect(issues.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
    'warning cut.png',
    'warning drawing.png',
    'warning empty.jpg',
  ]);
  expect(issues[1]?.message).toContain('SVG is never taken');
});

test('a picture that is missing, a folder, too large or outside the folder is a warning', async () => {
  const folder = temporaryFolder();
  const png = await shape(9, 9).png().toBuffer();
  const large = Buffer.concat([png, Buffer.alloc(21 * 1_048_576)]);
  const content = writeFiles(join(folder, 'content'), { 'folder.png/x': 'x', 'large.png': large });
  writeFileSync(join(folder, 'outside.png'), png);
  symlinkSync('../outside.png', join(content, 'linked.png'));
  const needed = ['missing.png', 'folder.png', 'large.png', 'linked.png', '../outside.png'];
  const { issues, pictures } = await encodePictures(
    { pictures: needed, logos: [] },
    { content, cache: join(folder, 'cache'), effort: 0 },
  );
  expect(pictures.size).toBe(0);
  expect(issues.map(({ path, message }) => `${path}: ${message.split('.')[0]}`)).toEqual([
    '../outside.png: This picture lies outside the content folder',
    'folder.png: There is no picture at this path',
    'large.png: The picture is over 20 MiB',
    'linked.png: This picture lies outside the content folder',
    'missing.png: There is no picture at this path',
  ]);
});

test('a picture of more than 50 million pixels is not opened', async () => {
  const bomb = await shape(7200, 7200).png({ compressionLevel: 9 }).toBuffer();
  const { issues } = await encode({ 'bomb.png': bomb });
  expect(issues).toMatchObject([{ path: 'bomb.png', message: expect.stringContaining('50 million pixels') }]);
});

test('a cached picture is used again, and one that was damaged is made anew', async () => {
  const { content, cache, files } = await encode({ 'a.png': await (await halves(64, 64)).png().toBuffer() });
  const whole = files[0]?.read();
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(entries).toHaveLength(1);
  const entry = join(entries[0]?.parentPath ?? '', entries[0]?.name ?? '');
  const bytes = readFileSync(entry);
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 255;
  writeFileSync(entry, bytes);
  const again = await encodePictures({ pictures: ['a.png'], logos: [] }, { content, cache, effort: 0 });
  expect(again.files[0]?.read()).toEqual(whole);
});

test('pictures of articles are in the build with their space, and go with the last article that shows them', async () => {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), articles(2));
  writeFiles(content, { 'assets/tide.png': await shape(700, 350).png().toBuffer() });
  const path = join(content, 'a-1.md');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(
      'provider:',
      'images:\n  - url: /assets/tide.png\n    width: 700\n    height: 350\n    isCached: true\n\nprovider:',
    ),
  );
  const out = join(folder, 'site');
  expect(cli(['build', '--content', content, '--out', out])).toMatchObject({ code: 0, stderr: '' });
  const images = () => [...tree(out).keys()].filter((name) => name.startsWith('img/'));
  expect(images().map((name) => name.replace(/^.*-/, ''))).toEqual([
    '240.avif',
    '240.webp',
    '480.avif',
    '480.webp',
    '700.avif',
    '700.webp',
  ]);
  writeFileSync(path, text);
  expect(cli(['compile', '--content', content, '--out', out]).code).toBe(0);
  expect(images()).toEqual([]);
});

test('validate speaks of pictures that are missing, and encodes none', async () => {
  const content = writeFiles(temporaryFolder(), articles(1));
  const path = join(content, 'a-1.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('provider:', 'images:\n  - url: /none.png\n\nprovider:'));
  const { code, stdout } = cli(['validate', '--content', content]);
  expect(stdout).toContain('none.png:1:1  There is no picture at this path.');
  expect(code).toBe(0);
});
