/** What Playwright is to launch. */
export function findBrowser(): {
  executablePath?: string;
  env?: Record<string, string>;
  chromiumSandbox: boolean;
  args: string[];
};
/** Unpacks the npm package's Chromium into `.cache/browser/<version>`, whole or not at all. */
export function unpackBrowser(): void;
