import type { BuildPlace } from './build-place.ts';
import { Locked, NoBuild, Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import type { Compiled } from './compile-content.ts';
import { compilerHash } from './compile-key.ts';
import { compileLine, roundLine } from './compile-line.ts';
import { compileRound } from './compile-round.ts';
import { markOf } from './page-writer.ts';
import { createChangesLog } from './write-changes.ts';

/** How soon a round is tried again where the content is not to blame, in ms: while another process is at the build, and else. */
const SOON = 1000;
const LATER = 60_000;
/** Timers hold 2^31 ms at most; a machine that slept is late by no more than this. */
const MOST_WAIT = 60_000;

export interface RoundsOptions {
  input: CommandInput;
  place: BuildPlace;
  /** ms since 1970. */
  clock: () => number;
  /** Names of files may stand in what is said. */
  namesFiles: boolean;
  /** The file that gets what changed. */
  changes?: string;
}

/** Compiles again and again. A round that cannot be done is told, and ends nothing. */
export class WatchRounds {
  readonly #options: RoundsOptions;
  readonly #compiler: string;
  readonly #log: ReturnType<typeof createChangesLog> | undefined;
  #due: number | undefined;
  /** By the clock that only goes on. */
  #retryAt = Number.POSITIVE_INFINITY;
  #isLocked = false;
  /** How the last round left the record of pages, which every compile and build writes anew. */
  #left: string | undefined;
  /** This process is another version of the compiler than the one that lies on the disk. */
  isOutdated = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#compiler = compilerHash(options.input.root);
    this.#log = options.changes === undefined ? undefined : createChangesLog(options.changes);
  }

  /** Throws `NoBuild` when there is nothing to bring up to date. */
  async first(): Promise<void> {
    const compiled = await this.#attempt(true);
    if (compiled) console.log(compileLine(compiled, this.#options.place.out));
  }

  /** names: of files that changed, as far as known. Says in one line what it did; nothing when nobody asked and nothing was to do. */
  async run(names: readonly string[]): Promise<void> {
    const begun = performance.now();
    const why = names.length > 0 ? namesOf(names, this.#options.namesFiles) : this.wait() <= 0 ? 'Due' : 'Found';
    const compiled = await this.#attempt(false);
    if (!compiled || (names.length === 0 && compiled.written.length + compiled.removed.length === 0)) return;
    console.log(roundLine(why, compiled, performance.now() - begun));
    if (compiled.hint !== '') console.log(compiled.hint);
  }

  /** ms until a round is due by itself, 60,000 at most. */
  wait(): number {
    const untilDue = this.#due === undefined ? Number.POSITIVE_INFINITY : this.#due - this.#options.clock();
    return Math.min(MOST_WAIT, untilDue, this.#retryAt - performance.now());
  }

  async #attempt(isFirst: boolean): Promise<Compiled | undefined> {
    const { input, place, clock } = this.#options;
    try {
      if (compilerHash(input.root) !== this.#compiler) {
        this.isOutdated = true;
        throw new NoBuild('The compiler is another version than when this command began. Start it again.');
      }
      const isOther = this.#left !== undefined && this.#left !== markOf(place.pages);
      const compiled = await compileRound(input, place, clock());
      this.#left = markOf(place.pages) ?? '';
      this.#due = compiled.due;
      this.#retryAt = Number.POSITIVE_INFINITY;
      this.#isLocked = false;
      this.#log?.add(isOther ? { ...compiled, follows: false } : compiled);
      return compiled;
    } catch (error) {
      if (isFirst && error instanceof NoBuild) throw error;
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    const isLocked = error instanceof Locked;
    // What is wrong with the content only the content can mend, and its change will be told; a scheduled article waits with it.
    const isContent = error instanceof Refusal && !isLocked && !(error instanceof NoBuild);
    this.#retryAt = isContent ? Number.POSITIVE_INFINITY : performance.now() + (isLocked ? SOON : LATER);
    this.#due = undefined;
    if (!(isLocked && this.#isLocked)) console.error(messageOf(error));
    this.#isLocked = isLocked;
  }
}

function namesOf(names: readonly string[], namesFiles: boolean): string {
  const [first = '', ...others] = names;
  if (!namesFiles || first === '') return `${names.length} changed`;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return `This round failed, and is tried again: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
