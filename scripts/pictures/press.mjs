import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** The inks in the drawer. Every picture takes two or three of them. */
export const INK = {
  midnight: '#1f3b66',
  blue: '#2f6fb0',
  aqua: '#62c4d4',
  teal: '#12858a',
  green: '#3f9a62',
  moss: '#6f8f3c',
  yellow: '#ffc93c',
  orange: '#ff8442',
  coral: '#f8664f',
  red: '#dc4438',
  pink: '#ff7f9f',
  plum: '#8a3d6b',
  violet: '#5a52a3',
  slate: '#46545f',
};
export const PAPER = { cream: '#f6efe0', cold: '#eef1ea', warm: '#f9ecd9', grey: '#ecebe4' };

/** What is drawn beyond the edge and cut off, because rough edges would show there too. */
const BLEED = 24;

/** One ink's plate: rough at the edges, a little thin in places, and never quite in register. */
function plate([ink, shapes, dx = 0, dy = 0], index, { width, height, seed }) {
  const region = `filterUnits="userSpaceOnUse" x="-30" y="-30" width="${width + 60}" height="${height + 60}" color-interpolation-filters="sRGB"`;
  const noise = (frequency, octaves, name, more) =>
    `<feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed * 7 + index * 3 + more}" result="${name}"/>`;
  const stipple =
    `<filter id="stipple-${index}" ${region}>${noise(0.34, 1, 'grain', 0)}` +
    '<feColorMatrix in="grain" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2.9 0 0 0 -0.95" result="level"/>' +
    '<feComposite in="SourceAlpha" in2="level" operator="arithmetic" k2="1" k3="1" k4="-1" result="sum"/>' +
    '<feComponentTransfer in="sum" result="mask"><feFuncA type="linear" slope="3.2"/></feComponentTransfer>' +
    `<feFlood flood-color="${ink}"/><feComposite in2="mask" operator="in" result="dots"/><feComposite in="dots" in2="SourceGraphic" operator="arithmetic" k2="0.3" k3="0.7"/>` +
    '</filter>';
  const rough =
    `<filter id="rough-${index}" ${region}>${noise(0.035, 2, 'edge', 1)}` +
    '<feDisplacementMap in="SourceGraphic" in2="edge" scale="5" xChannelSelector="R" yChannelSelector="G" result="cut"/>' +
    `${noise(0.16, 2, 'dust', 2)}<feColorMatrix in="dust" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 5 0 0 0 -0.3" result="worn"/>` +
    '<feComposite in="cut" in2="worn" operator="in"/></filter>';
  const art = shapes.replaceAll('#stipple-@', `#stipple-${index}`);
  return (
    `<defs>${stipple}${rough}</defs><g style="mix-blend-mode:multiply" filter="url(#rough-${index})">` +
    `<g color="${ink}" fill="${ink}" transform="translate(${dx} ${dy})">${art}</g></g>`
  );
}

/** A picture as SVG: its paper, then its plates, each printed over those before. */
function toSvg(picture) {
  const { width, height, paper, plates } = picture;
  const printed = plates.map((one, index) => plate(one, index, picture)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * BLEED}" height="${height + 2 * BLEED}" ` +
    `viewBox="${-BLEED} ${-BLEED} ${width + 2 * BLEED} ${height + 2 * BLEED}">` +
    `<rect x="${-BLEED}" y="${-BLEED}" width="100%" height="100%" fill="${paper}"/>${printed}</svg>`
  );
}

/** Writes a picture as JPEG, as good as fits into `limit` bytes. Tells how it went. */
export async function print(picture, file, limit = 90_000) {
  const { data, info } = await sharp(Buffer.from(toSvg(picture)))
    .extract({ left: BLEED, top: BLEED, width: picture.width, height: picture.height })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  for (let quality = 78; ; quality -= 6) {
    const bytes = await sharp(data, { raw }).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length > limit && quality > 36) continue;
    writeFileSync(file, bytes);
    return `${raw.width}x${raw.height} ${Math.round(bytes.length / 1000)} kB at ${quality}`;
  }
}
