import axe from 'axe-core';
import type { Page } from 'playwright';

const OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
  iframes: false,
};
/** What the whole page has, its frames need not have again. */
const OF_THE_WHOLE = Object.fromEntries(
  ['document-title', 'landmark-one-main', 'region'].map((rule) => [rule, { enabled: false }]),
);

/**
 * What axe finds on the page as it stands, and in each of its frames. It runs and judges in the page: axe's own package also carries
 * everything that is as it should be out of each frame and into another page, which takes many times as long.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const faults: string[] = [];
  for (const frame of page.frames()) {
    const options = frame === page.mainFrame() ? OPTIONS : { ...OPTIONS, rules: OF_THE_WHOLE };
    await frame.evaluate(axe.source);
    const found = await frame.evaluate(async (given) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, given);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    }, options);
    faults.push(...found);
  }
  return faults;
}
