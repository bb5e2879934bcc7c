import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { tearsheetDev } from './src/compiler/node/dev-plugin.ts';

export default defineConfig((): UserConfig => {
  return {
    base: process.env['TEARSHEET_BASE'] ?? '/',
    appType: 'custom',
    // A build must not depend on what lies in a .env file.
    envDir: false,
    plugins: [react(), tearsheetDev()],
    // Vite's overlay sets innerHTML, which Trusted Types forbid.
    server: { host: '127.0.0.1', hmr: { overlay: false } },
    build: {
      target: 'es2022',
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: [vendor] } } },
    },
  };
});

/** One file that changes only with the lockfile, so that a returning reader has it already. */
const vendor = {
  name: 'vendor',
  test: /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser|@tanstack|valibot)[\\/]/,
};
