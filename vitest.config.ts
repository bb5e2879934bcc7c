import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.mjs';

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig((): ViteUserConfig => {
  return {
    cacheDir: '.cache/vitest',
    test: {
      projects: [
        { test: { ...patience, name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] } },
        {
          plugins: [react()],
          test: { ...patience, name: 'browser', include: ['tests/browser/**/*.test.tsx'], browser: inBrowser() },
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
