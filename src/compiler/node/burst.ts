/** An editor's save is several events, a pull of many files hundreds: wait until it was quiet for so long, in ms. */
const QUIET = 80;
/** Yet no longer than this since the first. */
const MOST = 1000;

/** Gathers names of what changed. wait: settles when some were gathered and it is quiet, or after `ms`, or when `end` was called. */
export interface Burst {
  add: (name: string) => void;
  wait: (ms: number) => Promise<void>;
  take: () => string[];
  end: () => void;
}

export function createBurst(): Burst {
  let names = new Set<string>();
  let [first, last] = [0, 0];
  let ended = false;
  let arm = (): void => undefined;
  return {
    add: (name) => {
      last = performance.now();
      if (names.size === 0) first = last;
      names.add(name);
      arm();
    },
    wait: (ms) => {
      const latest = performance.now() + ms;
      return new Promise((done) => {
        let timer: NodeJS.Timeout | undefined;
        arm = () => {
          clearTimeout(timer);
          const at = ended ? 0 : names.size > 0 ? Math.min(last + QUIET, first + MOST) : latest;
          timer = setTimeout(done, Math.max(0, at - performance.now()));
        };
        arm();
      });
    },
    take: () => {
      const taken = [...names];
      names = new Set();
      return taken;
    },
    end: () => {
      ended = true;
      arm();
    },
  };
}
