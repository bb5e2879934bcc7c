import { basePath } from '../lib/base-path.ts';

const KEY = `tearsheet:${basePath}:typefaces`;

/** Address of the style sheet whose typefaces this browser has at hand. The script in index.html reads it too. */
export function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function writeKept(address: string): void {
  try {
    localStorage.setItem(KEY, address);
  } catch {
    // Denied or full: the next visit fetches them again.
  }
}
