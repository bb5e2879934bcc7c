import * as v from 'valibot';
import { basePath } from '../lib/base-path.ts';

/**
 * A value kept in this browser under the base path's name, parsed when read, shared with other open tabs.
 * Where storage is denied or full it lives in memory for as long as the tab does.
 */
export interface LocalStore<T> {
  get: () => T;
  /** What nobody has changed yet. */
  initial: () => T;
  set: (change: (value: T) => T) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createLocalStore<T>(name: string, schema: v.GenericSchema<unknown, T>, empty: T): LocalStore<T> {
  const key = `tearsheet:${basePath}:${name}`;
  const listeners = new Set<() => void>();
  let value = read(key, schema, empty);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return;
    value = read(key, schema, empty);
    tell();
  };
  return {
    get: () => value,
    initial: () => empty,
    set: (change) => {
      // Read again: another tab may have written since.
      value = change(read(key, schema, value));
      write(key, value);
      tell();
    },
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('storage', fromOtherTab);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', fromOtherTab);
      };
    },
  };
}

function read<T>(key: string, schema: v.GenericSchema<unknown, T>, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return otherwise;
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : otherwise;
  } catch {
    return otherwise;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Denied or full: the value stays in memory.
  }
}
