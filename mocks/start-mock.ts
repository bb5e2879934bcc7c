import { setupWorker } from 'msw/browser';
import { FAULTS, type Fault, siteHandlers } from './handlers.ts';
import { contentOf, manyArticles } from './pretend-article.ts';
import { pretendSite } from './pretend-site.ts';

const isFault = (name: string): name is Fault => (FAULTS as readonly string[]).includes(name);

/** How many articles the pretend site of `?mock=<name>` has. */
const sizeOf = (name: string): number => {
  if (name === 'empty') return 0;
  return name === 'huge' ? 5000 : 60;
};

/**
 * Development only: puts a pretend site in the place of the real one. `?mock=` takes a fault's name, `empty`, `huge` or `site`.
 * Trusted Types let no script address pass as a string; the policy here passes the mock worker's and nothing else.
 */
export async function startMock(name: string): Promise<void> {
  const site = pretendSite(contentOf(manyArticles(sizeOf(name))));
  const worker = setupWorker(
    ...siteHandlers(
      () => site,
      () => (isFault(name) ? name : undefined),
    ),
  );
  allowWorkerAddress();
  await worker.start({ serviceWorker: { url: '/mockServiceWorker.js' }, onUnhandledRequest: 'bypass', quiet: true });
}

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

function allowWorkerAddress(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href !== new URL('/mockServiceWorker.js', location.href).href)
        throw new TypeError('No other script address.');
      return url;
    },
  });
}
