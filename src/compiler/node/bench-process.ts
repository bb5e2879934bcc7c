import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a child process took: wall seconds, and the most memory in MB, where the system tells (Linux). */
export interface Ran {
  code: number | null;
  seconds: number;
  memory: number | undefined;
  stdout: string;
  stderr: string;
}

/** Resolves with code null when the program is not there. */
export function runMeasured(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let memory: number | undefined;
    const timer = setInterval(() => {
      memory = peakMemory(child.pid) ?? memory;
    }, 20);
    const done = (code: number | null): void => {
      clearInterval(timer);
      resolve({ code, seconds: (performance.now() - start) / 1000, memory, stdout, stderr });
    };
    child.stdout.on('data', (data: Buffer) => (stdout += data));
    child.stderr.on('data', (data: Buffer) => (stderr += data));
    child.on('error', () => done(null));
    child.on('close', done);
  });
}

function peakMemory(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
