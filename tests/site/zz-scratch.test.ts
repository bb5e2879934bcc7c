import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { builtSite, launchBrowser, started, visit } from './built-site.ts';
import { readFileSync } from 'node:fs';
const t0 = () => process.hrtime.bigint();
const ms = (a: bigint) => Math.round(Number(t0() - a) / 1e6);
test('x', async () => {
  let t = t0();
  const site = await builtSite('content'); console.log('built', ms(t)); t = t0();
  const browser = await launchBrowser(); console.log('launch', ms(t));
  for (const path of ['', 'topic/', 'news/', '', 'topic/']) {
    t = t0();
    const { page, close } = await visit(browser, site, { colorScheme: 'light' });
    const a = ms(t); t = t0();
    await page.goto(site.url + path);
    const b = ms(t); t = t0();
    await started(page);
    const c = ms(t); t = t0();
    await page.waitForLoadState('networkidle');
    const d = ms(t); t = t0();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    await new AxeBuilder({ page }).withTags(tags).analyze();
    const e = ms(t); t = t0();
    await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze();
    const f = ms(t); t = t0();
    const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    await page.evaluate(source);
    const f2 = ms(t); t = t0();
    await page.evaluate((tags) => (window as any).axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then((r: any) => r.violations.length), tags);
    const g = ms(t); t = t0();
    await close();
    console.log(path, { context: a, goto: b, started: c, idle: d, axe: e, legacy: f, inject: f2, direct: g, close: ms(t) });
  }
  await browser.close(); site.close();
}, 100000);
