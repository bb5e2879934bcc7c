import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Site } from './changing-site.ts';
import { startCli } from './run-cli.ts';

/** In ms, so that what was said instead is told. */
const PATIENCE = 40_000;

export interface Watching {
  /** Waits for the next line that matches, after the one that was found before. */
  line: (pattern: RegExp) => Promise<string>;
  /** Everything that was said until now. */
  said: () => string;
  /** Ends it by a signal; its exit code. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Whoever reads its output goes. */
  deafen: () => void;
}

/** `npm run compile -- --watch` over a site, ended after the test. */
export function startWatching({ content, out }: Site, more: string[] = [], env: Record<string, string> = {}): Watching {
  const child = startCli(['compile', '--watch', '--content', content, '--out', out, ...more], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let heard = (): void => undefined;
  // What was said in one may be heard after what was said later in the other.
  const streams = [child.stdout, child.stderr].map((stream) => {
    const one = { said: '', at: 0 };
    stream?.on('data', (part: Buffer) => {
      one.said += String(part);
      heard();
    });
    return one;
  });
  const found = (pattern: RegExp): string | undefined => {
    for (const one of streams) {
      const lines = one.said.slice(one.at, one.said.lastIndexOf('\n') + 1).split('\n');
      const place = lines.findIndex((line) => pattern.test(line));
      if (place < 0) continue;
      one.at += lines.slice(0, place + 1).join('\n').length + 1;
      return lines[place];
    }
    return undefined;
  };
  const said = (): string => streams.map((one) => one.said).join('\n');
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      heard = () => {
        const text = found(pattern);
        if (text === undefined) return;
        heard = () => undefined;
        done(text);
      };
      const give = (why: string): void => fail(new Error(`${why} before it said ${pattern}: ${said()}`));
      void ended.then(() => give('The watching ended'));
      setTimeout(give, PATIENCE, 'Patience ended').unref();
      heard();
    });
  return {
    line,
    said,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
    deafen: () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
  };
}
