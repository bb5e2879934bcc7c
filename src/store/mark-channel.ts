import { basePath } from '../lib/base-path.ts';
import { isMark, type Mark } from './mark.ts';

/** Tells other tabs, and hears from them. Returns how to tell. */
export function openMarkChannel(hear: (marks: Mark[]) => void): (marks: readonly Mark[]) => void {
  try {
    const channel = new BroadcastChannel(`tearsheet:${basePath}:marks`);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => Array.isArray(data) && hear(data.filter(isMark)));
    return (marks) => channel.postMessage(marks);
  } catch {
    return () => undefined;
  }
}
