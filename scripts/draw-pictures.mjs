// Draws the pictures, the publishers' stamps and the logo of the sample in content/: the same files on every run.
// All of them, or those that are named: node scripts/draw-pictures.mjs ferry knot
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import * as cities from './pictures/cities.mjs';
import * as machines from './pictures/machines.mjs';
import * as medicineAndEnergy from './pictures/medicine-and-energy.mjs';
import * as oceans from './pictures/oceans.mjs';
import { print } from './pictures/press.mjs';
import * as rivers from './pictures/rivers.mjs';
import { sheet, stamps } from './pictures/stamps.mjs';
import * as wordsAndNumbers from './pictures/words-and-numbers.mjs';

const assets = process.env.TEARSHEET_ASSETS ?? join(dirname(dirname(fileURLToPath(import.meta.url))), 'content', 'assets');
const pictures = { ...oceans, ...cities, ...rivers, ...machines, ...medicineAndEnergy, ...wordsAndNumbers };
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function drawPictures(wanted) {
  const folder = join(assets, 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, draw] of Object.entries(pictures)) {
    const file = `${kebab(name)}.jpg`;
    if (wanted.length > 0 && !wanted.includes(kebab(name))) continue;
    console.log(file, await print(draw(), join(folder, file)));
  }
}

async function drawStamps() {
  const folder = join(assets, 'images', 'organizations');
  mkdirSync(folder, { recursive: true });
  const png = { palette: true, colours: 32, effort: 10 };
  for (const [domain, svg] of Object.entries(stamps)) {
    for (const size of [50, 400]) {
      await sharp(Buffer.from(svg))
        .resize(size)
        .png(png)
        .toFile(join(folder, `${domain}-${size}x${size}.png`));
    }
  }
  await sharp(Buffer.from(sheet))
    .png({ ...png, colours: 64 })
    .toFile(join(assets, 'logo.png'));
}

const wanted = process.argv.slice(2);
if (wanted.length === 0) await drawStamps();
await drawPictures(wanted);
