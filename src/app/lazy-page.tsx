import { type ComponentType, useReducer } from 'react';
import { FaultNote } from '../ui/fault-note.tsx';

export interface LazyPage {
  /** Draws the page; while its code is not here it waits in the nearest Suspense. */
  Page: ComponentType;
  /** Asks for the code, once; again after a failure. */
  load: () => Promise<unknown>;
}

/** A page whose code comes when it is asked for. Once it is here it draws without waiting a turn, unlike React's own lazy. */
export function lazyPage(code: () => Promise<ComponentType>): LazyPage {
  let loaded: ComponentType | undefined;
  let failed = false;
  let asked: Promise<void> | undefined;
  const load = () => {
    asked ??= code().then(
      (component) => {
        loaded = component;
      },
      () => {
        failed = true;
        asked = undefined;
      },
    );
    return asked;
  };
  const Page = () => {
    const [, drawAgain] = useReducer((times: number) => times + 1, 0);
    const Loaded = loaded;
    if (Loaded) return <Loaded />;
    // A thrown promise is how a part waits; `use` may not be called in one drawing and left out in the next.
    if (!failed) throw load();
    return <CodeFault retry={() => void load().then(drawAgain)} />;
  };
  return { Page, load };
}

/** With a network the code is gone because a newer version replaced it: the page is loaded anew. */
function CodeFault({ retry }: { retry: () => void }) {
  const { onLine } = navigator;
  return <FaultNote kind={onLine ? 'missing' : 'offline'} onRetry={onLine ? () => window.location.reload() : retry} whole />;
}
