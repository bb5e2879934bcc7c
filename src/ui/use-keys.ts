import { useEffectEvent, useLayoutEffect } from 'react';

/** What each key does; `g h` is g, then h within a second. Names are KeyboardEvent.key. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const SEQUENCE_MS = 1000;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);
}

/** Silent while typing, with a modifier held, while a dialog is open, and for events that something handled already. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return !isTyping(event.target) && document.querySelector('dialog[open]') === null;
}

/** Listens on the window while enabled. */
export function useKeys(keys: KeyMap, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent, first: string | undefined) => {
    const run = (first !== undefined && keys[`${first} ${event.key}`]) || keys[event.key];
    if (!run) return;
    event.preventDefault();
    run(event);
  });
  // Before the paint: what can be seen can be walked.
  useLayoutEffect(() => {
    if (!enabled) return;
    let first: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent) => {
      if (!isOurs(event)) return;
      const before = first && event.timeStamp - first.at < SEQUENCE_MS ? first.key : undefined;
      first = { key: event.key, at: event.timeStamp };
      onKey(event, before);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}
