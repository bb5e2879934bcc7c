import type { Plugin } from 'vite';

export function tearsheetDev(): Plugin {
  return { name: 'tearsheet-dev', apply: 'serve' };
}
