// Shapes as SVG text. They take the ink of the plate that they stand on; `white` knocks them out of it.

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const n = (value) => String(Math.round(value * 10) / 10);
export const range = (count) => Array.from({ length: count }, (_, index) => index);
export const times = (count, draw) => range(count).map(draw).join('');
export const mix = (from, to, part) => from + (to - from) * part;

export const circle = (x, y, r) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"/>`;
export const ellipse = (x, y, rx, ry) => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}"/>`;
export const rect = (x, y, width, height, corner = 0) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(corner)}"/>`;
export const path = (d) => `<path d="${d}"/>`;
const joined = (points) => points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L');
export const polygon = (points) => path(`M${joined(points)}Z`);

/** Everything in it as lines instead of areas. */
export const stroke = (width, shapes, more = '') =>
  `<g fill="none" stroke="currentColor" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}>${shapes}</g>`;
export const line = (width, points) => stroke(width, path(`M${joined(points)}`));
export const dashed = (width, dash, shapes) => stroke(width, shapes, `stroke-dasharray="${dash}"`);

export const white = (shapes) => `<g color="#fff" fill="#fff">${shapes}</g>`;
export const tint = (strength, shapes) => `<g opacity="${strength}">${shapes}</g>`;
export const turned = (angle, x, y, shapes) => `<g transform="rotate(${n(angle)} ${n(x)} ${n(y)})">${shapes}</g>`;
export const moved = (x, y, shapes, scale = 1) => `<g transform="translate(${n(x)} ${n(y)}) scale(${scale})">${shapes}</g>`;

let gradients = 0;
/** Shapes in stippled ink that thins out along a line from `strong` to `weak` (x, y, strength). */
export function fade([x1, y1, strong], [x2, y2, weak], shapes) {
  const id = `fade${gradients++}`;
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">` +
    `<stop offset="0" stop-color="currentColor" stop-opacity="${strong}"/><stop offset="1" stop-color="currentColor" stop-opacity="${weak}"/></linearGradient>` +
    `<g fill="url(#${id})" filter="url(#stipple-@)">${shapes}</g>`
  );
}

/** Stippled light around a point: strong in the middle, gone at the radius. */
export function glow(x, y, r, strength, shapes = circle(x, y, r)) {
  const id = `glow${gradients++}`;
  return (
    `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${n(x)}" cy="${n(y)}" r="${n(r)}">` +
    `<stop offset="0" stop-color="currentColor" stop-opacity="${strength}"/><stop offset="1" stop-color="currentColor" stop-opacity="0"/></radialGradient>` +
    `<g fill="url(#${id})" filter="url(#stipple-@)">${shapes}</g>`
  );
}

let clips = 0;
/** Shapes only where `window` is. */
export function within(window, shapes) {
  const id = `clip${clips++}`;
  return `<clipPath id="${id}">${window}</clipPath><g clip-path="url(#${id})">${shapes}</g>`;
}

/** A halftone: dots on a turned grid, their radius told by `size(x, y)` from 0 to 1. */
export function halftone(x, y, width, height, step, size) {
  let dots = '';
  for (let row = 0; row * step * 0.5 <= height; row++) {
    for (let column = 0; column * step <= width; column++) {
      const at = [x + column * step + (row % 2 ? step / 2 : 0), y + row * step * 0.5];
      const r = size(...at) * step * 0.5;
      if (r > 0.8) dots += circle(at[0], at[1], r);
    }
  }
  return dots;
}

/** A smooth curve through points (Catmull-Rom), as path data. */
export function curve(points) {
  const at = (index) => points[Math.max(0, Math.min(points.length - 1, index))];
  let d = `M${n(points[0][0])} ${n(points[0][1])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6];
    const second = [c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6];
    d += `C${n(first[0])} ${n(first[1])} ${n(second[0])} ${n(second[1])} ${n(c[0])} ${n(c[1])}`;
  }
  return d;
}

/** The ground below a curve, down to `bottom`. */
export const below = (points, bottom) => path(`${curve(points)}L${n(points.at(-1)[0])} ${bottom}L${n(points[0][0])} ${bottom}Z`);

/** Points of a wave from x to x + width. */
export const wave = (x, y, width, height, length, shift = 0) =>
  range(Math.ceil((width / length) * 8) + 1).map((i) => [
    x + (i * length) / 8,
    y + height * Math.sin((i / 8 + shift) * 2 * Math.PI),
  ]);

/** A leaf-like stroke, thick in the middle: ripples, wakes, feathers. */
export const ripple = (x, y, width, height) =>
  path(`M${n(x - width / 2)} ${n(y)}q${n(width / 2)} ${n(-height)} ${n(width)} 0q${n(-width / 2)} ${n(height)} ${n(-width)} 0Z`);

/** `'0 10, 20 30'` as [[0, 10], [20, 30]]. */
export const coords = (text) => text.split(', ').map((point) => point.split(' ').map(Number));
