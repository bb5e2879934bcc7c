import { INK, PAPER } from './press.mjs';
import {
  circle,
  coords,
  dashed,
  ellipse,
  fade,
  line,
  mix,
  moved,
  path,
  polygon,
  random,
  range,
  rect,
  ripple,
  stroke,
  times,
  tint,
  turned,
  white,
  within,
} from './shapes.mjs';

/** Eleven doors, each at the end of its own path; rain on one of them. */
export function library() {
  const doors = coords(
    '90 150 1, 232 110 0, 352 64 1, 440 190 0, 600 120 1, 732 96 0, 850 210 1, 1020 84 0, 1126 150 1, 1270 120 0, 1404 120 1',
  );
  const widths = [92, 70, 54, 104, 76, 62, 116, 58, 88, 74, 76];
  const floor = 660;
  const door = ([x, h], i) => path(`M${x} ${floor}v${-h}a${widths[i] / 2} ${widths[i] / 2} 0 0 1 ${widths[i]} 0v${h}Z`);
  const all = doors.map(door).join('');
  const open = doors
    .filter(([, , lit]) => lit)
    .map((one) => door(one, doors.indexOf(one)))
    .join('');
  const walk = ([x], i) => {
    const m = x + widths[i] / 2;
    const foot = mix(-260, 1860, i / 10);
    const w = widths[i] / 2 - 6;
    return path(
      `M${m - w} ${floor}C${m - w} 800 ${foot - 60} 800 ${foot - 90} 1040L${foot + 90} 1040C${foot + 60} 820 ${m + w} 800 ${m + w} ${floor}Z`,
    );
  };
  const wall = polygon([
    [40, 140],
    [1560, 140],
    [1560, floor],
    [40, floor],
  ]);
  const slits = times(38, (i) => rect(80 + i * 39, 186, 14, 120 + ((i * 7) % 5) * 12, 7));
  const next = random(8);
  const rain = times(70, () => {
    const x = 820 + next() * 260;
    const y = 20 + next() * 660;
    return line(5, [
      [x, y],
      [x - 14, y + 46],
    ]);
  });
  const bench = rect(980, 632, 110, 12) + rect(990, 640, 10, 22) + rect(1070, 640, 10, 22);
  const people = coords('180 772 1.1, 690 742 0.85, 714 748 0.6, 1240 800 1.25, 420 856 1.5, 1440 716 0.7');
  const person = ([x, y, s]) => moved(x, y, circle(0, -62, 13) + path('M-15 0L-11 -46Q0 -54 11 -46L15 0Z'), s);
  return {
    width: 1600,
    height: 1000,
    paper: PAPER.cream,
    seed: 6,
    plates: [
      [
        INK.yellow,
        `${open}
        ${tint(
          0.6,
          doors
            .filter(([, , lit]) => lit)
            .map((one) => walk(one, doors.indexOf(one)))
            .join(''),
        )}
        ${slits}`,
        2,
        -1,
      ],
      [
        INK.coral,
        `${wall}${white(all + slits)}${fade([0, 640, 0.55], [0, 1010, 0.05], rect(-30, floor, 1660, 380))}
        ${white(doors.map(walk).join(''))}`,
        0,
        0,
      ],
      [
        INK.slate,
        `${doors
          .filter(([, , lit]) => !lit)
          .map((one) => door(one, doors.indexOf(one)))
          .join('')}
        ${fade([900, 140, 0], [1560, 660, 0.5], wall + '')}${white(open)}${rect(20, 116, 1560, 30)}
        ${rect(20, 654, 1560, 9)}${rain}${bench}${people.map(person).join('')}`,
        -2,
        1,
      ],
    ],
  };
}

/** A swift's silhouette, its back to us, `s` of its size. */
const swift = (x, y, s, angle) =>
  turned(
    angle,
    x,
    y,
    moved(
      x,
      y,
      path(
        'M0 -30C16 -26 22 -8 60 -14C130 -26 190 14 220 78C168 30 110 22 64 28C34 32 24 40 18 70L34 132L0 92L-34 132L-18 70C-24 40 -34 32 -64 28C-110 22 -168 30 -220 78C-190 14 -130 -26 -60 -14C-22 -8 -16 -26 0 -30Z',
      ),
      s,
    ),
  );

/** A roof that listens, and the shift that nobody counted. */
export function swifts() {
  const next = random(3);
  const roofs = polygon(
    coords(
      '-30 930, -30 690, 150 580, 330 690, 330 740, 470 650, 640 760, 640 720, 820 600, 1010 730, 1120 660, 1300 770, 1300 740, 1480 620, 1640 720, 1640 930',
    ),
  );
  const chimneys = `${rect(196, 540, 52, 130)}${rect(520, 620, 40, 90)}${rect(872, 560, 56, 130)}
        ${rect(1400, 590, 44, 110)}
        ${times(2, (i) => rect(204 + i * 22, 516, 14, 30) + rect(882 + i * 22, 536, 14, 30))}`;
  const tiles = times(9, (i) =>
    stroke(
      4,
      path(
        `M-30 ${700 + i * 30}L150 ${590 + i * 30}L330 ${700 + i * 30}M640 ${740 + i * 30}L820 ${622 + i * 30}L1010 ${742 + i * 30}M1300 ${750 + i * 30}L1480 ${636 + i * 30}L1640 ${730 + i * 30}`,
      ),
    ),
  );
  const rings = times(11, (i) => stroke(14 - i, circle(720, 690, 70 + i * 64)));
  const mic = rect(706, 664, 28, 56, 14) + rect(716, 700, 8, 60);
  const flock = times(26, () => swift(140 + next() * 1380, 60 + next() * 430, 0.1 + next() * 0.16, next() * 160 - 80));
  const great = swift(1030, 300, 1.75, -38);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.warm,
    seed: 18,
    plates: [
      [INK.yellow, fade([0, 760, 0.9], [0, 200, 0], rect(-30, -30, 1660, 960)) + tint(0.7, rings), 0, 0],
      [INK.coral, circle(720, 690, 250) + white(tint(0.35, rings)) + tint(0.75, roofs), 3, 2],
      [
        INK.midnight,
        `${roofs}${white(tiles)}${chimneys}${mic}${flock}${great}
        ${white(times(3, (i) => rect(90 + i * 44, 720, 24, 34)) + rect(806, 770, 26, 36))}`,
        0,
        0,
      ],
    ],
  };
}

/** A phone box of books in a lane at night. */
export function phoneBox() {
  const next = random(19);
  const pane = (c, r) => [352 + c * 124, 470 + r * 128];
  const panes = range(18).map((i) => pane(i % 3, Math.floor(i / 3)));
  const window = panes.map(([x, y]) => rect(x, y, 112, 116, 4)).join('');
  const spines = { a: '', b: '', c: '' };
  for (const [x, y] of panes) {
    for (let at = x + 3; at < x + 106; ) {
      const w = 10 + next() * 17;
      const h = 62 + next() * 44;
      const kind = ['a', 'b', 'c', 'a', 'c'][Math.floor(next() * 5)];
      spines[kind] += rect(at, y + 114 - h, Math.min(w, x + 109 - at) - 2, h, 2);
      at += w;
    }
  }
  const body = `${rect(290, 330, 486, 1010, 10)}${path('M276 340Q276 232 533 214Q790 232 790 340Z')}
        ${rect(262, 1320, 542, 60, 6)}`;
  const sign = rect(364, 372, 338, 54, 8);
  const cone = polygon(coords('300 330, 766 330, 1120 1660, -60 1660'));
  const trees = times(5, (i) =>
    moved(
      [30, 170, 900, 1010, 1080][i],
      1130 + (i % 2) * 60,
      polygon([
        [0, -420],
        [92, 0],
        [-92, 0],
      ]) + rect(-9, 0, 18, 70),
      0.8 + (i % 3) * 0.3,
    ),
  );
  const stars = times(46, () => circle(next() * 1067, next() * 560, 1.5 + next() * 4));
  return {
    width: 1067,
    height: 1600,
    paper: PAPER.cream,
    seed: 23,
    plates: [
      [
        INK.yellow,
        `${window}
        ${within(rect(-30, 1290, 1130, 400), tint(0.5, fade([0, 1300, 1], [0, 1640, 0.1], cone)))}${sign}`,
        2,
        0,
      ],
      [INK.red, body + white(window + sign) + spines.a, 0, 2],
      [
        INK.midnight,
        `${tint(0.78, rect(-30, -30, 1130, 1330))}
        ${fade([0, -20, 0.9], [0, 420, 0], rect(-30, -30, 1130, 460))}
        ${fade([0, 1290, 0.4], [0, 1640, 0.9], rect(-30, 1290, 1130, 400))}${trees}
        ${white(stars + body + within(rect(-30, 1290, 1130, 400), cone))}${spines.b}
        ${tint(0.5, rect(690, 330, 86, 1000))}${white(within(rect(690, 330, 86, 1000), window))}
        ${tint(0.55, rect(262, 1320, 542, 60, 6))}`,
        -2,
        0,
      ],
      [INK.aqua, spines.c, 0, 0],
    ],
  };
}

/** Every arch of a bridge, and the one that is only on the plans. */
export function bridge() {
  const xs = range(7);
  const arch = (i) => path(`M${-60 + i * 260} 560a90 110 0 0 1 180 0v6h-180Z`);
  const solid = xs.filter((i) => i !== 4);
  const missing = 4 * 260 - 100;
  const deck = rect(-30, 372, missing + 30, 190) + rect(missing + 260, 372, 500, 190);
  const parapet = `${times(60, (i) => (i * 28 - 20 > missing - 24 && i * 28 - 20 < missing + 258 ? '' : rect(i * 28 - 20, 340, 14, 34)))}
        ${rect(-30, 326, missing + 30, 16)}${rect(missing + 260, 326, 500, 16)}`;
  const houses = times(13, (i) => {
    const h = 120 + ((i * 53) % 7) * 24;
    const x = -20 + i * 128;
    return `${rect(x, 372 - h, 116, h)}
        ${polygon([
          [x - 6, 374 - h],
          [x + 58, 316 - h],
          [x + 122, 374 - h],
        ])}`;
  });
  const windows = times(13, (i) =>
    times(4, (k) => rect(10 + i * 128 + (k % 2) * 48, 262 + Math.floor(k / 2) * 44 - ((i * 53) % 3) * 20, 22, 28)),
  );
  const ghost = dashed(
    9,
    '4 24',
    path(`M${missing} 332H${missing + 260}M${missing} 564V376H${missing + 260}V564M${missing + 40} 560a90 110 0 0 1 180 0`),
  );
  const person = (x) => circle(x, 268, 12) + path(`M${x - 14} 328l5 -44q9 -8 18 0l5 44Z`);
  const next = random(44);
  const mirror = times(60, () => ripple(next() * 1600, 580 + next() ** 1.4 * 330, 90 + next() * 170, 9 + next() * 5));
  const reflections = solid.map((i) => ellipse(30 + i * 260, 566, 90, 74)).join('');
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 8,
    plates: [
      [INK.aqua, rect(-30, 566, 1660, 400) + white(mirror), 0, 0],
      [INK.coral, tint(0.55, houses) + circle(1070, 130, 92) + ghost, -2, 2],
      [
        INK.slate,
        `${fade([0, 120, 0], [0, 372, 0.5], houses)}${white(windows)}${deck}
        ${white(solid.map(arch).join(''))}${parapet}${person(690)}
        ${tint(
          0.45,
          within(
            rect(-30, 566, 1660, 240),
            `${polygon([
              [-30, 566],
              [missing, 566],
              [missing - 30, 720],
              [-30, 720],
            ])}
        ${polygon([
          [missing + 260, 566],
          [1640, 566],
          [1640, 720],
          [missing + 290, 720],
        ])}`,
          ),
        )}
        ${white(reflections)}${white(mirror)}`,
        0,
        0,
      ],
    ],
  };
}
