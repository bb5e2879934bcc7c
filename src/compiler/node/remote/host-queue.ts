const AT_A_HOST = 2;
/** All hosts together: each may hold a whole picture in memory. */
const AT_ONCE = 6;
/** A host that wants more than this is left alone until the next run. */
const LONGEST_PAUSE_MS = 60_000;
const PAUSES = 3;

interface Host<Job> {
  jobs: Job[];
  pausedUntil: number;
  pauses: number;
}

/** Does jobs two at a time for each host, and leaves a host alone for as long as it asks. */
export class HostQueue<Job, Outcome> {
  readonly #work: (job: Job) => Promise<Outcome | { wait: number }>;
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;

  constructor(work: (job: Job) => Promise<Outcome | { wait: number }>) {
    this.#work = work;
  }

  /** onDone is called once for each job, with `later` for those of a host that wants too long a pause. */
  async run(
    jobs: readonly Job[],
    hostOf: (job: Job) => string,
    onDone: (job: Job, outcome: Outcome | 'later') => void,
  ): Promise<void> {
    const hosts = new Map<string, Host<Job>>();
    for (const job of jobs) {
      const host = hosts.get(hostOf(job)) ?? { jobs: [], pausedUntil: 0, pauses: 0 };
      host.jobs.push(job);
      hosts.set(hostOf(job), host);
    }
    const all = [...hosts.values()].flatMap((host) => Array.from({ length: AT_A_HOST }, () => this.#serve(host, onDone)));
    await Promise.all(all);
  }

  async #serve(host: Host<Job>, onDone: (job: Job, outcome: Outcome | 'later') => void): Promise<void> {
    for (let job = host.jobs.shift(); job !== undefined; job = host.jobs.shift()) {
      while (host.pausedUntil > Date.now()) await sleep(host.pausedUntil - Date.now());
      await this.#take();
      const outcome = await this.#work(job).finally(() => this.#give());
      if (!isPause(outcome)) onDone(job, outcome);
      else if (outcome.wait > LONGEST_PAUSE_MS || host.pauses >= PAUSES) {
        for (const left of [job, ...host.jobs.splice(0)]) onDone(left, 'later');
      } else {
        // Two that come back at the same time with the same wish are one pause.
        if (host.pausedUntil < Date.now()) host.pauses++;
        host.pausedUntil = Math.max(host.pausedUntil, Date.now() + outcome.wait);
        host.jobs.unshift(job);
      }
    }
  }

  async #take(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((done) => this.#waiting.push(done));
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}

const isPause = (outcome: unknown): outcome is { wait: number } =>
  typeof outcome === 'object' && outcome !== null && 'wait' in outcome;

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
