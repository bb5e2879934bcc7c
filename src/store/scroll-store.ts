const PREFIX = 'tearsheet:scroll:';

/** How far a page was scrolled (px), for a history entry in this tab. */
export function readScroll(entry: string): number | undefined {
  try {
    const top = Number.parseFloat(sessionStorage.getItem(PREFIX + entry) ?? '');
    return Number.isFinite(top) ? top : undefined;
  } catch {
    return undefined;
  }
}

export function writeScroll(entry: string, top: number): void {
  try {
    sessionStorage.setItem(PREFIX + entry, String(Math.round(top)));
  } catch {
    // Denied or full: Back then starts at the top.
  }
}
