import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { DECODE_LIMITS, type DecodeLimits, PictureProcess } from '../../src/compiler/node/remote/picture-process.ts';
import { root } from './run-cli.ts';

const small = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
/** Interlaced, so that it has to be held whole. */
const large = () =>
  sharp({ create: { width: 4990, height: 5000, channels: 3, background: 'teal' } })
    .png({ progressive: true, compressionLevel: 2 })
    .toBuffer();

function decoder(limits: Partial<DecodeLimits>): PictureProcess {
  const process = new PictureProcess(root, { ...DECODE_LIMITS, ...limits });
  onTestFinished(() => process.close());
  return process;
}

test('a picture that takes too much memory ends its process, and the next picture has a new one', async () => {
  const process = decoder({ megabytes: 110 });
  const results = await Promise.all(
    [await small(), await large(), await small()].map((bytes) => process.encode(bytes, 'picture', 0)),
  );
  expect(results.map((result) => (typeof result === 'string' ? result : result.picture.width))).toEqual([
    40,
    'Decoding it takes too much memory.',
    40,
  ]);
});

test('one that takes too long is given up', async () => {
  const process = decoder({ seconds: 0.05 });
  expect(await process.encode(await large(), 'picture', 9)).toBe('Decoding it took longer than 0.05 s.');
});

test('what is no picture of the five kinds is not opened, whatever it is', async () => {
  const process = decoder({});
  const tiff = await sharp(await small())
    .tiff()
    .toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>');
  for (const bytes of [tiff, svg]) expect(await process.encode(bytes, 'picture', 0)).toBe('It is broken, or cut off.');
});
