import { INK, PAPER } from './press.mjs';
import { below, circle, coords, curve, ellipse, line, path, polygon, rect, stroke, times, turned, wave } from './shapes.mjs';

/** Signs of the publishers in the sample, on a square of 400. They have to be known again at 20 pixels: one shape, two colours. */
const sign = (ground, figure, shapes) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="${ground}"/>` +
  `<g color="${figure}" fill="${figure}">${shapes}</g></svg>`;
const on = (colour, shapes) => `<g color="${colour}" fill="${colour}">${shapes}</g>`;
const { cream } = PAPER;

export const stamps = {
  'harbourpost.example': sign(
    INK.midnight,
    cream,
    `${rect(166, 70, 68, 190, 8)}${rect(110, 70, 180, 56, 28)}${rect(120, 250, 160, 34, 8)}
        ${stroke(30, path('M40 334q40 -40 80 0t80 0t80 0t80 0'))}`,
  ),
  'meridian.example': sign(
    INK.plum,
    cream,
    stroke(30, circle(200, 200, 138) + ellipse(200, 200, 56, 138)) + rect(50, 186, 300, 28),
  ),
  'thealmanac.example': sign(
    INK.yellow,
    INK.midnight,
    `${circle(200, 200, 92)}${on(INK.yellow, circle(238, 180, 76))}
        ${times(12, (i) => turned(i * 30, 200, 200, rect(187, 36, 26, 54, 13)))}`,
  ),
  'lumenweekly.example': sign(
    '#8a5a12',
    INK.yellow,
    `${path('M130 330V190a70 70 0 0 1 140 0V330Z')}
        ${times(5, (i) => turned(-70 + i * 35, 200, 190, rect(187, 30, 26, 56, 13)))}`,
  ),
  'northcircuit.example': sign(
    INK.slate,
    cream,
    `${polygon([
      [200, 50],
      [262, 210],
      [138, 210],
    ])}
        ${on(
          INK.orange,
          polygon([
            [200, 350],
            [262, 210],
            [138, 210],
          ]),
        )}`,
  ),
  'fieldnotes.example': sign(
    '#2c6b43',
    cream,
    `${path('M84 330C70 170 150 70 336 62C340 240 250 330 130 300Z')}
        ${on(
          '#2c6b43',
          `${line(22, [
            [90, 340],
            [250, 150],
          ])}${line(18, [
            [176, 236],
            [176, 168],
          ])}
        ${line(18, [
          [176, 236],
          [250, 236],
        ])}`,
        )}`,
  ),
  'shanhaibao.example': sign(
    INK.red,
    cream,
    `${polygon(coords('50 236, 150 84, 206 170, 250 112, 350 236'))}
        ${stroke(28, path('M50 286q38 -34 75 0t75 0t75 0t75 0') + path('M50 344q38 -34 75 0t75 0t75 0t75 0'))}`,
  ),
  'deichbote.example': sign(
    INK.teal,
    cream,
    `${on('#a9cf6b', path('M0 400V120H110L400 330V400Z'))}${circle(292, 110, 52)}${on('#9fd8d6', stroke(26, path('M226 250q30 -34 62 0t62 0t62 0') + path('M320 316q30 -30 62 0t62 0')))}`,
  ),
  'wardnine.example': sign(
    '#c23a62',
    cream,
    `${times(9, (i) => (i === 8 ? '' : circle(100 + (i % 3) * 100, 100 + Math.floor(i / 3) * 100, 32)))}
        ${on(INK.yellow, circle(300, 300, 46))}`,
  ),
  'smallhours.example': sign(
    '#2b2550',
    cream,
    `${circle(170, 200, 128)}${on('#2b2550', circle(222, 170, 112))}
        ${on(
          INK.yellow,
          polygon([
            [230, 130],
            [346, 200],
            [230, 270],
          ]),
        )}`,
  ),
  'kelpline.example': sign(
    '#0f5f63',
    '#9fe0c4',
    `${stroke(30, path('M200 360C120 290 280 230 200 150C160 110 190 60 200 40'))}
        ${ellipse(120, 276, 60, 24)}${ellipse(290, 200, 64, 24)}${ellipse(116, 130, 56, 22)}`,
  ),
  'substation.example': sign('#22304a', INK.yellow, polygon(coords('232 40, 96 226, 190 226, 160 360, 306 164, 210 164'))),
  'lemma.example': sign(
    cream,
    '#2e7d4c',
    rect(70, 90, 38, 220) + rect(70, 181, 130, 38) + on(INK.midnight, rect(222, 136, 128, 128)),
  ),
};

/** The publication's own: a sheet torn at its foot, the tide on it. On a square of 512. */
export const sheet = (() => {
  const teeth = coords('456 452, 416 484, 376 446, 336 480, 296 450, 256 486, 216 446, 176 480, 136 448, 96 484, 56 452');
  const page = polygon([[56, 28], [456, 28], ...teeth]);
  const sea = below(wave(20, 286, 480, 34, 240, 0.75), 520);
  const crest = curve(wave(20, 376, 480, 30, 240, 0.75));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">' +
    `<clipPath id="page">${page}</clipPath><g fill="${cream}">${page}</g><g clip-path="url(#page)">` +
    `<g fill="${INK.red}">${circle(256, 232, 104)}</g><g fill="${INK.midnight}">${sea}</g>` +
    `<g color="${cream}">${stroke(24, path(crest))}</g></g><g color="${INK.midnight}">${stroke(22, page)}</g></svg>`
  );
})();
