import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.mjs';

/** Two files at a time: they need processor time and nothing else. */
const plain = ['tests/{compiler,house,node,prerender,reader,seal}/**/*.test.ts'];
/** They wait for what others do, and would wait in vain beside another. */
const waiting = ['tests/node/{dev,watch,start,serve,remote,picture-process,progress}*.test.ts'];

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
/** They compute for long, and get half of the processor or less. */
const morePatience = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig((): ViteUserConfig => {
  return {
    cacheDir: '.cache/vitest',
    test: {
      projects: [
        {
          test: { ...morePatience, name: 'plain', include: plain, exclude: waiting, maxWorkers: 2, sequence: { groupOrder: 0 } },
        },
        {
          test: {
            ...patience,
            name: 'site',
            include: ['tests/site/**/*.test.ts', ...waiting],
            maxWorkers: 1,
            sequence: { groupOrder: 1 },
          },
        },
        {
          plugins: [react()],
          test: {
            ...patience,
            name: 'browser',
            include: ['tests/browser/**/*.test.tsx'],
            browser: inBrowser(),
            sequence: { groupOrder: 2 },
          },
        },
      ],
    },
  };
});

const inBrowser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  instances: [{ browser: 'chromium' as const }],
  provider: playwright({ launchOptions: findBrowser() }),
});
