/** What a progress is shown on; `process.stderr` is one. */
interface Screen {
  isTTY?: boolean;
  columns?: number;
  write: (text: string) => unknown;
}

/** Between two plain lines. */
const LINE_MS = 5000;
const BAR = 24;

export interface Progress {
  done: number;
  failed: number;
  total: number;
}

/** Tells how far a run is: a bar that is drawn over itself on a terminal, a line every few seconds elsewhere. clock: ms. */
export function createProgress(screen: Screen, clock: () => number): { update: (progress: Progress) => void; end: () => void } {
  const start = clock();
  let told = start;
  let drawn = false;
  const update = (progress: Progress): void => {
    const seconds = (clock() - start) / 1000;
    if (screen.isTTY) {
      screen.write(`\r\u001b[K${`${bar(progress)} ${words(progress, seconds)}`.slice(0, (screen.columns ?? 80) - 1)}`);
      drawn = true;
    } else if (clock() - told >= LINE_MS && progress.done < progress.total) {
      told = clock();
      screen.write(`${words(progress, seconds)}\n`);
    }
  };
  const end = (): void => {
    if (drawn) screen.write('\r\u001b[K');
  };
  return { update, end };
}

function bar({ done, total }: Progress): string {
  const filled = total === 0 ? BAR : Math.floor((done / total) * BAR);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}]`;
}

function words({ done, failed, total }: Progress, seconds: number): string {
  const speed = seconds > 0 ? done / seconds : 0;
  const parts = [`${done} of ${total}`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (speed > 0) parts.push(`${speed.toFixed(1)} a second`, `${timeOf((total - done) / speed)} left`);
  return parts.join(', ');
}

function timeOf(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
