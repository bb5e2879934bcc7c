// Draws the icons of the installed reader from public/icon.svg: the same files on every run.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public');
const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');

/** Systems cut their own shape out of it: ink to the edges, and the sheet inside the circle that is never cut. */
const [ground, ...sheet] = icon.match(/<path[^>]*>/g) ?? [];
const [, ink] = /fill="([^"]+)"/.exec(ground ?? '') ?? [];
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M0 0h64v64H0z" fill="${ink}"/>
<g transform="translate(32 32) scale(.82) translate(-32 -32)">${sheet.join('')}</g></svg>`;

const draw = (svg, size, name) =>
  sharp(Buffer.from(svg), { density: 600 })
    .resize(size, size)
    .png({ palette: true, colours: 32, effort: 10 })
    .toFile(join(folder, name));

for (const size of [192, 512]) {
  await draw(icon, size, `icon-${size}.png`);
  await draw(maskable, size, `icon-maskable-${size}.png`);
}
await draw(maskable, 180, 'apple-touch-icon.png');
