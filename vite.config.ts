import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { tearsheetDev } from './src/compiler/node/dev-plugin.ts';
import { shortNames } from './src/compiler/node/short-names.ts';

export default defineConfig((): UserConfig => {
  return {
    base: process.env['TEARSHEET_BASE'] ?? '/',
    appType: 'custom',
    // A build must not depend on what lies in a .env file.
    envDir: false,
    plugins: [react(), tearsheetDev(), shortPreload],
    css: { modules: { generateScopedName: shortNames(import.meta.dirname).nameOf } },
    // Vite's overlay sets innerHTML, which Trusted Types forbid.
    server: { host: '127.0.0.1', hmr: { overlay: false } },
    build: {
      target: 'es2022',
      sourcemap: false,
      assetsInlineLimit: 0,
      // Pages carry in themselves what they need to be painted; the rest is one file, always in the same order.
      cssCodeSplit: false,
      modulePreload: { polyfill: false, resolveDependencies: neededNow },
      rolldownOptions: { output: { codeSplitting: { groups: [vendor, reader, sealed] } } },
    },
  };
});

/**
 * What a module that comes later imports is named beside it only for the article, the one page that is opened in a hurry: all such names
 * and Vite's own helper are 1 kB of the first view's script. Elsewhere it is found a hop later, and by then in the worker's cache.
 */
const neededNow = (file: string, imported: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' || file.includes('article-page') ? imported : [];

/** Vite's helper adds links and waits for style sheets, of which there is one. To import what will be imported loads it at the same time. */
const shortPreload: Plugin = {
  name: 'short-preload',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /preload-helper\.js$/ },
    handler: () => `export const __vitePreload = (load, imported) => {
  for (const path of imported ?? []) import(/* @vite-ignore */ new URL('../' + path, import.meta.url).href).catch(() => {});
  return load();
};`,
  },
};

/** One file that changes only with the lockfile, so that a returning reader has it already. */
const vendor = {
  name: 'vendor',
  test: /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser|@tanstack|valibot)[\\/]/,
};

/** All of ours that the first view loads, but for the entry itself, in one file: cut in two it would be 0.7 kB more compressed. */
const reader = { name: 'reader', tags: ['$initial' as const], test: /[\\/]src[\\/](?!main\.tsx).*\.tsx?$/ };

/**
 * What opens sealed drafts, in one file: parts of it are used by parts of the preview, and would be cut out one by one. A group takes along
 * what its modules import, so that the one which shares a part with search stays out.
 */
const sealed = { name: 'sealed', test: /[\\/]src[\\/]seal[\\/](?!secured|open-preview)/ };
