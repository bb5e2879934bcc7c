import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { EncodedPicture } from '../encode-picture.ts';
import { OUT_OF_MEMORY, type WorkerAnswer, type WorkerRequest } from './picture-worker.ts';

/** megapixels of a picture, megabytes of the decoding process, seconds for one picture. */
export interface DecodeLimits {
  megapixels: number;
  megabytes: number;
  seconds: number;
}

/** Two of these and the process that fetches stay below half a gigabyte. */
export const DECODE_LIMITS: DecodeLimits = { megapixels: 25, megabytes: 200, seconds: 60 };

/** Decodes and encodes strangers' pictures in a process of its own, which may die of one and is started anew for the next. */
export class PictureProcess {
  readonly #root: string;
  readonly #limits: DecodeLimits;
  #child: ChildProcess | undefined;
  /** How many pictures the child has seen. */
  #seen = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string, limits: DecodeLimits) {
    this.#root = root;
    this.#limits = limits;
  }

  /** One picture after the other. A sentence when there is none. Rejects when no process can be started at all. */
  encode(bytes: Buffer, use: 'picture' | 'logo', effort: number): Promise<EncodedPicture | string> {
    const next = this.#last.then(() => this.#encode(bytes, use, effort));
    this.#last = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #encode(bytes: Buffer, use: 'picture' | 'logo', effort: number): Promise<EncodedPicture | string> {
    const { megapixels, megabytes, seconds } = this.#limits;
    const child = this.#child ?? (await this.#start());
    const request: WorkerRequest = { bytes, use, effort, megapixels, megabytes };
    const answer = await replyOf(child, seconds, () => child.send(request));
    if (typeof answer === 'string') {
      const isFresh = this.#seen === 0;
      this.close();
      // It may have died of what earlier pictures left behind: the fault is this one's only when it happens in a new process.
      return isFresh ? answer : this.#encode(bytes, use, effort);
    }
    this.#seen++;
    if ('fault' in answer) return answer.fault;
    // What the channel makes of a Buffer is a plain array of bytes.
    return { picture: answer.picture, files: answer.files.map((file) => Buffer.from(file)) };
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(this.#root, 'scripts/run.mjs'), ['picture-worker'], {
      cwd: this.#root,
      // It needs nothing of what this process knows; on Windows nothing starts without the first.
      env: { SystemRoot: process.env['SystemRoot'], MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=96'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // The bundle may have to be made first.
    const ready = await replyOf(child, 60, () => undefined);
    if (ready !== READY) {
      child.kill('SIGKILL');
      throw new Error('The process that decodes pictures does not start. Run: npm ci');
    }
    this.#child = child;
    this.#seen = 0;
    return child;
  }
}

const READY = 'ready';

/** The child's next message, or a sentence when it died of the question or took too long. */
function replyOf(child: ChildProcess, seconds: number, ask: () => void): Promise<WorkerAnswer | string> {
  return new Promise((done) => {
    const finish = (answer: WorkerAnswer | string): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      done(answer);
    };
    const timer = setTimeout(() => finish(`Decoding it took longer than ${seconds} s.`), seconds * 1000);
    const onMessage = (message: unknown): void => finish(message as WorkerAnswer);
    const onExit = (code: number | null): void =>
      finish(code === OUT_OF_MEMORY ? 'Decoding it takes too much memory.' : 'It broke the decoder.');
    const onError = (): void => finish('It broke the decoder.');
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    ask();
  });
}
