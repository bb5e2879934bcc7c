import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_IMAGES } from '../image-settings.ts';
import { UsageError } from './command-error.ts';
import { filesBelow } from './files-below.ts';
import { pictureType } from './picture-type.ts';
import { DECODE_LIMITS, PictureProcess } from './remote/picture-process.ts';

const HELP = `npm run bench:images -- [--content DIR] [--efforts 1,3] [--most N]

Encodes the pictures of a folder (else the sample's) as the pictures command does, two at a time in processes of their own, and tells
pictures a second and bytes, at each effort. Nothing is written.
`;

/** Bytes of the files that the sizes are made of: all of them, and what a reader with AVIF or with WebP alone loads at the largest width. */
interface Measured {
  effort: number;
  pictures: number;
  seconds: number;
  all: number;
  avif: number;
  webp: number;
}

/** `root`: the project's folder. Resolves to the exit code. */
export async function benchImages(args: string[], root: string): Promise<number> {
  const { content, efforts, most, help } = optionsOf(args, root);
  if (help) {
    console.log(HELP);
    return 0;
  }
  const pictures = picturesIn(content).slice(0, most);
  if (pictures.length === 0) throw new UsageError(`There are no pictures in ${content}.`);
  const originals = pictures.reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${pictures.length} pictures of ${kilobytes(originals / pictures.length)} on average`);
  for (const effort of efforts) console.log(lineOf(await measure(pictures, effort, root), originals));
  return 0;
}

function optionsOf(args: string[], root: string) {
  const options = {
    content: { type: 'string', default: join(root, 'content/assets/pictures') },
    efforts: { type: 'string', default: `${DEFAULT_IMAGES.effort},3` },
    most: { type: 'string', default: '100' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const efforts = values.efforts.split(',').map(Number);
    const most = Number(values.most);
    if (efforts.some((effort) => !Number.isInteger(effort) || effort < 0 || effort > 9))
      throw new Error('--efforts takes numbers from 0 to 9');
    if (!Number.isInteger(most) || most < 1) throw new Error('--most takes a number of pictures');
    return { content: values.content, efforts, most, help: values.help };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

const picturesIn = (folder: string): Buffer[] =>
  filesBelow(folder)
    .filter((path) => /\.(?:jpe?g|png|webp|gif|avif)$/i.test(path))
    .map((path) => readFileSync(join(folder, path)))
    .filter((bytes) => pictureType(bytes) !== undefined);

async function measure(pictures: readonly Buffer[], effort: number, root: string): Promise<Measured> {
  const measured: Measured = { effort, pictures: 0, seconds: 0, all: 0, avif: 0, webp: 0 };
  const queue = pictures.values();
  const decoders = [0, 1].map(() => new PictureProcess(root, DECODE_LIMITS));
  const work = async (decoder: PictureProcess): Promise<void> => {
    for (const bytes of queue) {
      const encoded = await decoder.encode(bytes, 'picture', effort);
      if (typeof encoded === 'string') continue;
      measured.pictures++;
      const [webp = 0, avif = 0, ...rest] = encoded.files.map((file) => file.length).reverse();
      measured.webp += webp;
      measured.avif += avif;
      measured.all += rest.reduce((sum, size) => sum + size, webp + avif);
    }
  };
  const start = performance.now();
  await Promise.all(decoders.map(work));
  for (const decoder of decoders) decoder.close();
  return { ...measured, seconds: (performance.now() - start) / 1000 };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function lineOf({ effort, pictures, seconds, all, avif, webp }: Measured, originals: number): string {
  const share = (bytes: number): string =>
    `${kilobytes(bytes / pictures)} (${Math.round((bytes / originals) * 100)} % of the original)`;
  return [
    `effort ${effort}: ${(pictures / seconds).toFixed(2)} pictures a second`,
    `largest AVIF ${share(avif)}`,
    `largest WebP ${share(webp)}`,
    `all files ${share(all)}`,
  ].join(', ');
}
