import type { Issue } from '../schema/issue.ts';

/** The faults in the content folder that the page tells of. */
export interface FaultList {
  get: () => readonly Issue[];
  set: (issues: readonly Issue[]) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createFaultList(): FaultList {
  const listeners = new Set<() => void>();
  let issues: readonly Issue[] = [];
  return {
    get: () => issues,
    set: (next) => {
      issues = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
