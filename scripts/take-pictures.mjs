// The README's pictures, taken anew from the sample: `node scripts/take-pictures.mjs URL`, where URL is a served build of it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { findBrowser } from './browser.mjs';
import { root } from './bundle-cli.mjs';

const FERRY = 'news/2022-10-07-the-night-ferry-goes-electric-and-the-harbour-finally-hears-itself/';
const PICTURES = [
  { name: 'feed-light', path: '', width: 1280, height: 1240, colorScheme: 'light' },
  { name: 'article-light', path: FERRY, width: 1280, height: 1100, colorScheme: 'light' },
  { name: 'feed-phone-dark', path: '', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'article-phone', path: FERRY, width: 390, height: 844, colorScheme: 'light' },
];

const url = process.argv[2];
if (!url)
  throw new Error('Name the address of a served build of the sample: node scripts/take-pictures.mjs http://localhost:4173/');
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const options = findBrowser();
// Without hinting, letters stand where the typeface wants them.
const browser = await chromium.launch({ ...options, args: [...options.args, '--font-render-hinting=none'] });
for (const { name, path, width, height, colorScheme } of PICTURES) {
  const phone = width < 500;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: 2,
    isMobile: phone,
    hasTouch: phone,
  });
  await page.goto(new URL(path, url).href);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const shot = await page.screenshot();
  await sharp(shot)
    .resize(Math.round(width * (phone ? 2 : 1.5)))
    .webp({ quality: 80 })
    .toFile(join(folder, `${name}.webp`));
  await page.close();
}
await browser.close();
