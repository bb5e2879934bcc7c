import { type EncodedPicture, encodePicture } from '../encode-picture.ts';

/** What a worker is asked. */
export interface WorkerRequest {
  bytes: Uint8Array;
  use: 'picture' | 'logo';
  effort: number;
  megapixels: number;
  /** Of the whole process; past it the worker ends itself. */
  megabytes: number;
}

/** fault: a sentence that says why there is none. */
export type WorkerAnswer = EncodedPicture | { fault: string };

const CHECK_MS = 20;

/** The life of a worker: pictures come by the channel to its parent, one at a time, until that is closed. */
export async function pictureWorker(): Promise<number> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  // Whatever libvips could open beside these, as SVG, TIFF and its own format, is shut.
  sharp.block({ operation: ['VipsForeignLoad'] });
  const kinds = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'];
  sharp.unblock({ operation: kinds.map((kind) => `VipsForeignLoad${kind}`) });
  process.on('message', (request: WorkerRequest) => {
    const guard = setInterval(() => {
      if (process.memoryUsage.rss() > request.megabytes * 1_048_576) process.exit(OUT_OF_MEMORY);
    }, CHECK_MS);
    void answer(request).then((reply) => {
      clearInterval(guard);
      process.send?.(reply);
    });
  });
  process.send?.('ready');
  await new Promise((done) => process.once('disconnect', done));
  return 0;
}

export const OUT_OF_MEMORY = 71;

async function answer({ bytes, use, effort, megapixels }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return await encodePicture(bytes, use, { effort, megapixels });
  } catch (error) {
    const isTooLarge = /pixel limit/i.test((error as Error).message);
    return { fault: isTooLarge ? `It has more than ${megapixels} million pixels.` : 'It is broken, or cut off.' };
  }
}
