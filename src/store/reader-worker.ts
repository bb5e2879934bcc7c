import { basePath } from '../lib/base-path.ts';

/** As `compiler/node/worker-file.ts` names it. */
const URL_OF_WORKER = `${basePath}sw.js`;

/** The hash of this page's shell; a worker of the same one has the same code. */
const SHELL: unknown = import.meta.env['VITE_SHELL'];

/** Starting a worker takes a busy machine its time. */
const ANSWER_MS = 10_000;
const PATIENCE_MS = 4000;
const HOUR_MS = 3_600_000;

/** Not in every browser, so not in TypeScript's library. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
}

/**
 * Registers the worker. `onNewer` is told when a newer version of the reader waits, or has taken this page's place in another tab;
 * it is given what changes to it, which loads the page anew. Nothing else ever does. `isLeftBehind` tells whether the host has another
 * version than this page. Rejects where there can be no worker.
 */
export async function registerWorker(onNewer: (change: () => void) => void, isLeftBehind: () => Promise<boolean>): Promise<void> {
  const { serviceWorker } = navigator;
  const options = { scope: basePath, updateViaCache: 'none' } as const;
  const registration = await serviceWorker.register(trustedUrl(), options);
  let asked = false;
  const reload = () => window.location.reload();
  const look = async () => {
    const { waiting, active } = registration;
    if (!waiting || !active) return;
    const version = await versionOf(waiting);
    // Too busy to answer, or replaced by the next one meanwhile.
    if (version === undefined) return void look();
    // The host sent this page from the new version already: there is nothing to load anew.
    if (version === SHELL) return tell(waiting, 'take over');
    onNewer(() => {
      asked = true;
      // It may be gone by now: then whatever is newest is loaded.
      const timer = setTimeout(reload, PATIENCE_MS);
      const change = () => {
        clearTimeout(timer);
        reload();
      };
      serviceWorker.addEventListener('controllerchange', change, { once: true });
      tell(registration.waiting ?? waiting, 'take over');
    });
  };
  const follow = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && void look());
  };
  registration.addEventListener('updatefound', follow);
  // The browser may have found it with the page, before this ran.
  follow();
  const compare = async (changed: boolean) => {
    const version = serviceWorker.controller && (await versionOf(serviceWorker.controller));
    if (!asked && version && version !== SHELL && (changed || (await isLeftBehind()))) onNewer(reload);
  };
  serviceWorker.addEventListener('controllerchange', () => void compare(true));
  void look();
  const update = () => registration.update().catch(() => undefined);
  setInterval(update, HOUR_MS);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && update());
  const catchUp = async () => {
    // Browsers look by themselves, some a while after the visit.
    await update();
    // Nothing is to come; but another tab may have taken a version before this ran.
    if (!registration.installing && !registration.waiting) await compare(false);
  };
  if (registration.active) void catchUp().catch(() => undefined);
}

/** Settles when a worker answers for this page; true when it does so already. */
export function whenControlled(): Promise<boolean> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return Promise.resolve(true);
  return new Promise((done) => {
    serviceWorker.addEventListener('controllerchange', () => done(false), { once: true });
  });
}

const tell = (worker: ServiceWorker, word: 'version' | 'take over', ports: MessagePort[] = []): void =>
  worker.postMessage(word, ports);

function versionOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  tell(worker, 'version', [port2]);
  return new Promise((done) => {
    port1.addEventListener('message', ({ data }) => done(data), { once: true });
    port1.start();
    setTimeout(() => done(undefined), ANSWER_MS);
  });
}

/** The one policy that pages allow makes the one address of a script that is given by name. */
function trustedUrl(): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  const createScriptURL = (url: string): string => {
    if (url !== URL_OF_WORKER) throw new TypeError('Only the worker is given by its address.');
    return url;
  };
  return trustedTypes?.createPolicy('tearsheet', { createScriptURL }).createScriptURL(URL_OF_WORKER) ?? URL_OF_WORKER;
}
