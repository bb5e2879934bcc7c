import type { ImageSettings } from '../../model.ts';
import type { RemotePicture } from '../../pictures-needed.ts';
import { ENCODER_VERSION } from '../encode-picture.ts';
import { cacheKey, readEntry, writeEntry } from '../picture-cache.ts';
import { type Fetched, fetchPicture } from './fetch-picture.ts';
import type { FetchRules } from './fetch-rules.ts';
import { HostQueue } from './host-queue.ts';
import { mirrored } from './image-addresses.ts';
import { type DecodeLimits, PictureProcess } from './picture-process.ts';
import { type Remote, readRemote, writeRemote } from './remote-cache.ts';
import { type Step, whatToDo } from './when-to-ask.ts';

export interface FillOptions {
  root: string;
  cache: string;
  images: ImageSettings;
  rules: FetchRules;
  limits: DecodeLimits;
  /** ms since 1970. */
  now: () => number;
  /** After each picture that was asked for. */
  onProgress: (progress: { done: number; failed: number; total: number }) => void;
}

/** kept: were there. fetched: came now. same: had not changed. waiting: failed before, and are not due. later: the host wants a pause. */
export interface Filled {
  kept: number;
  fetched: number;
  same: number;
  waiting: number;
  later: number;
  failed: { picture: RemotePicture; reason: string }[];
}

const DECODERS = 2;

/** Fetches what the cache lacks. A picture that fails is a line in the result, and its older copy stays. */
export async function fillCache(needed: readonly RemotePicture[], options: FillOptions): Promise<Filled> {
  const filled: Filled = { kept: 0, fetched: 0, same: 0, waiting: 0, later: 0, failed: [] };
  const filler = new Filler(options);
  const jobs: Job[] = [];
  for (const picture of needed) {
    const { step, remote } = filler.plan(picture);
    if (step === 'keep') filled.kept++;
    else if (step === 'wait') filled.waiting++;
    else jobs.push({ picture, step, remote, address: mirrored(picture.url, options.images.mirror) });
  }
  const queue = new HostQueue<Job, Outcome>((job) => filler.fetch(job));
  let done = 0;
  const told = () => options.onProgress({ done, failed: filled.failed.length, total: jobs.length });
  told();
  const onDone = ({ picture }: Job, outcome: Outcome | 'later'): void => {
    done++;
    if (typeof outcome === 'object') filled.failed.push({ picture, reason: outcome.reason });
    else filled[outcome]++;
    told();
  };
  try {
    await queue.run(jobs, ({ address }) => hostOf(address), onDone);
  } finally {
    filler.close();
  }
  return filled;
}

interface Job {
  picture: RemotePicture;
  step: Step;
  remote: Remote | undefined;
  /** Where it is fetched from. */
  address: string;
}

type Outcome = 'fetched' | 'same' | { reason: string };

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

class Filler {
  readonly #options: FillOptions;
  readonly #made: string;
  readonly #decoders: PictureProcess[];
  #turn = 0;

  constructor(options: FillOptions) {
    this.#options = options;
    this.#made = `${ENCODER_VERSION} ${options.images.effort}`;
    this.#decoders = Array.from({ length: DECODERS }, () => new PictureProcess(options.root, options.limits));
  }

  plan(picture: RemotePicture): { step: Step; remote: Remote | undefined } {
    const { cache, now } = this.#options;
    const remote = readRemote(cache, picture);
    const isKept = remote?.key !== undefined && readEntry(cache, remote.key) !== undefined;
    return { step: whatToDo(remote, isKept, this.#made, now()), remote };
  }

  /** A pause in ms when the host asks for one. */
  async fetch(job: Job): Promise<Outcome | { wait: number }> {
    const { rules } = this.#options;
    const { etag, lastModified } = (job.step === 'check' && job.remote?.validators) || {};
    const answer = await fetchPicture(job.address, rules, { ...(etag && { etag }), ...(lastModified && { lastModified }) });
    if (answer.kind === 'busy') return { wait: answer.wait };
    if (answer.kind === 'failed') return this.#failed(job, answer.reason);
    if (answer.kind === 'same') return this.#same(job);
    return this.#encode(job, answer);
  }

  close(): void {
    for (const decoder of this.#decoders) decoder.close();
  }

  async #encode(job: Job, { bytes, validators }: Extract<Fetched, { kind: 'picture' }>): Promise<Outcome> {
    const { cache, images, now } = this.#options;
    const { url, use } = job.picture;
    const key = cacheKey(bytes, use, images.effort);
    if (!readEntry(cache, key)) {
      const decoder = this.#decoders[this.#turn++ % DECODERS];
      const encoded = (await decoder?.encode(bytes, use, images.effort)) ?? '';
      if (typeof encoded === 'string') return this.#failed(job, encoded);
      writeEntry(cache, key, encoded);
    }
    writeRemote(cache, { url, use, checked: now(), key, made: this.#made, validators, failures: 0 });
    return 'fetched';
  }

  #same(job: Job): Outcome {
    if (job.step !== 'check' || job.remote === undefined)
      return this.#failed(job, 'The host says that it did not change, unasked.');
    const { url, use, key, made, validators } = job.remote;
    writeRemote(this.#options.cache, { url, use, key, made, validators, checked: this.#options.now(), failures: 0 });
    return 'same';
  }

  #failed({ picture: { url, use }, remote }: Job, reason: string): Outcome {
    const failures = (remote?.failures ?? 0) + 1;
    writeRemote(this.#options.cache, {
      ...(remote ?? { url, use, validators: {} }),
      checked: this.#options.now(),
      failures,
      reason,
    });
    return { reason };
  }
}
