import { resolve } from 'node:path';
import { buildPlace } from './build-place.ts';
import { type Burst, createBurst } from './burst.ts';
import type { CommandInput } from './commands.ts';
import { contentMarks } from './content-marks.ts';
import { type FolderWatcher, GONE, watchFolder } from './folder-watcher.ts';
import { pictureCache } from './picture-cache.ts';
import { contentFolder, nowOption, outFolder, pollOption } from './read-options.ts';
import { WatchRounds } from './watch-rounds.ts';

/** The folder is looked through this often where it is watched, for what nobody told of; in ms. */
const SLOW = 60_000;
/** Where it is not. A folder that takes long to look through is looked at less often. */
const OFTEN = 2000;
const MOST_BUSY = 20;
/** How soon a folder that is gone is looked for. */
const SOON = 500;

/** `compile --watch`: compiles now, and again whenever the content changes or an article is due, until it is told to end. */
export async function watchCommand(input: CommandInput): Promise<number> {
  const { options } = input;
  const content = contentFolder(input);
  const poll = pollOption();
  // Refused now rather than in each round.
  nowOption(input);
  const burst = createBurst();
  const stop = stopOnSignal(burst);
  const folders = watchFolder(content, burst.add);
  const looks = createLooks(content, pictureCache(input.root));
  const rounds = new WatchRounds({
    input,
    place: buildPlace(outFolder(input)),
    // A clock that was given stands still.
    clock: typeof options.now === 'string' ? () => nowOption(input) : Date.now,
    namesFiles: options['quiet-drafts'] !== true,
    ...(typeof options.changes === 'string' && { changes: resolve(options.changes) }),
  });
  try {
    if (poll === undefined) folders.sync();
    looks.changed();
    await rounds.first();
    if (!stop.isAsked()) {
      const blind = poll === undefined ? folders.blind() : 'as TEARSHEET_POLL says';
      console.log(`Watching ${content}${blind === undefined ? '' : `, by looking through it (${blind})`}. End with Ctrl-C.`);
      await watchOn({ burst, folders, looks, rounds, poll, isEnded: () => stop.isAsked() || rounds.isOutdated });
    }
  } finally {
    folders.close();
    stop.forget();
  }
  return rounds.isOutdated ? 1 : 0;
}

interface Watch {
  burst: Burst;
  folders: FolderWatcher;
  looks: Looks;
  rounds: WatchRounds;
  /** ms between looks, where nothing is watched by wish. */
  poll: number | undefined;
  isEnded: () => boolean;
}

async function watchOn({ burst, folders, looks, rounds, poll, isEnded }: Watch): Promise<void> {
  let looked = performance.now();
  const pause = (): number => {
    if (poll !== undefined) return poll;
    if (folders.blind() === GONE) return SOON;
    return folders.blind() === undefined ? SLOW : Math.max(OFTEN, MOST_BUSY * looks.cost());
  };
  while (!isEnded()) {
    await burst.wait(Math.max(0, Math.min(pause() - (performance.now() - looked), rounds.wait())));
    if (isEnded()) return;
    // Before folders that come back are watched again: what changed while they were gone nobody told of.
    const isTime = performance.now() - looked >= pause();
    // New folders first: what comes into them while the round reads is told of.
    if (poll === undefined) folders.sync();
    const names = burst.take();
    // What the round is going to say need not be found out again.
    if (names.length > 0 && folders.blind() === GONE) looks.changed();
    if (names.length > 0 || rounds.wait() <= 0) await rounds.run(names);
    else if (isTime) {
      looked = performance.now();
      if (looks.changed()) await rounds.run([]);
    }
  }
}

interface Looks {
  /** Whether anything that a compile reads lies otherwise than at the last look. */
  changed: () => boolean;
  /** ms that the last look took. */
  cost: () => number;
}

function createLooks(content: string, cache: string): Looks {
  let before = { hash: '', isYoung: false };
  let cost = 0;
  return {
    changed: () => {
      const begun = performance.now();
      const now = contentMarks(content, cache, process.env);
      const changed = now.hash !== before.hash || before.isYoung;
      before = now;
      cost = performance.now() - begun;
      return changed;
    },
    cost: () => cost,
  };
}

/** The first signal ends the watching after the round under way; more of them are the same wish, for npm passes on what the terminal sent already. */
function stopOnSignal(burst: Burst): { isAsked: () => boolean; forget: () => void } {
  let asked = false;
  const onSignal = (): void => {
    asked = true;
    burst.end();
  };
  // Whoever read the output may have gone: the site goes on.
  const onPipe = (): void => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onPipe);
  return {
    isAsked: () => asked,
    forget: () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
    },
  };
}
