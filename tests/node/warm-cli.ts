import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Run, root } from './run-cli.ts';

/**
 * Runs commands in a thread that stays, with the code already loaded: what another run is compared with, and where one begins.
 * What is to be shown of a command is shown of a process of its own: `cli`.
 */
export class WarmCli {
  readonly #done = new Int32Array(new SharedArrayBuffer(4));
  readonly #channel = new MessageChannel();
  readonly #thread: Worker;

  constructor() {
    const env = Object.entries(process.env).filter(([name]) => !/^TEARSHEET_(?:CONTENT|PREVIEW)/.test(name));
    this.#thread = new Worker(join(root, 'tests/fixtures/warm-cli.mjs'), {
      workerData: { port: this.#channel.port2, done: this.#done },
      transferList: [this.#channel.port2],
      env: Object.fromEntries(env),
      execArgv: [],
    });
    this.#thread.unref();
  }

  run(args: string[], env: Record<string, string> = {}): Run {
    Atomics.store(this.#done, 0, 0);
    this.#thread.postMessage({ args, env });
    Atomics.wait(this.#done, 0, 0);
    return receiveMessageOnPort(this.#channel.port1)?.message as Run;
  }
}
