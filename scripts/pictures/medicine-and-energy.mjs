import { INK, PAPER } from './press.mjs';
import {
  below,
  circle,
  coords,
  curve,
  ellipse,
  fade,
  glow,
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
  wave,
  white,
  within,
} from './shapes.mjs';

const person = (x, y, s) => moved(x, y, circle(0, -66, 14) + path('M-16 0L-12 -46Q0 -56 12 -46L16 0Z'), s);

/** A heartbeat becomes a ridge; the thumb that it was read from stands over it. */
export function clinic() {
  const beat = coords(
    '-40 560, 120 560, 150 540, 176 560, 214 560, 238 600, 268 330, 300 640, 326 560, 400 560, 430 530, 466 560, 560 560, 584 610, 640 250, 700 540, 760 470, 860 300, 940 410, 1010 340, 1180 130, 1290 320, 1360 260, 1470 400, 1640 300',
  );
  const ridge = polygon([...beat, [1640, 940], [-40, 940]]);
  const snow = `${polygon(coords('1180 130, 1238 232, 1204 250, 1180 222, 1150 262, 1118 218'))}
        ${polygon(coords('860 300, 898 352, 866 374, 838 346, 822 360'))}`;
  const whorl = times(9, (i) =>
    stroke(9, path(`M${470 - i * 22} ${236 + i * 7}a${20 + i * 21} ${24 + i * 22} 0 1 1 ${40 + i * 43} ${6 - i * 3}`)),
  );
  const sun = ellipse(500, 210, 205, 232);
  const box = rect(960, 640, 420, 190, 4);
  const ribs = times(20, (i) => rect(976 + i * 20, 656, 7, 158));
  const door = rect(1000, 690, 84, 140) + rect(1160, 690, 150, 56, 4);
  const panels = polygon(coords('975 640, 1010 602, 1390 602, 1360 640'));
  const queue = range(13)
    .map((i) => person(930 - i * 56 - (i % 3) * 9, 838 + i * 3, 0.92 + (i % 4) * 0.1 - (i === 4 || i === 8 ? 0.4 : 0)))
    .join('');
  const meadow = below(coords('-40 800, 300 815, 700 832, 1100 824, 1640 780'), 940);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 4,
    plates: [
      [INK.pink, sun + white(within(sun, whorl)) + tint(0.85, box) + white(door), -3, 2],
      [INK.teal, fade([0, 240, 0.95], [0, 830, 0.25], ridge) + white(snow) + meadow + white(box), 2, 0],
      [
        INK.midnight,
        `${stroke(13, path(`M${beat.map((p) => p.join(' ')).join('L')}`))}
        ${within(rect(960, 600, 440, 240), stroke(6, box) + tint(0.7, ribs))}
        ${white(rect(990, 680, 104, 150) + rect(1150, 680, 170, 76))}${stroke(6, door)}${panels}${queue}
        ${fade([0, 830, 0], [0, 930, 0.8], meadow)}`,
        0,
        0,
      ],
    ],
  };
}

/** Cells that know what they look at, and some that do not yet. */
export function melanoma() {
  const next = random(52);
  const blob = (x, y, r, seed) => {
    const wobble = random(seed);
    const points = range(13).map((i) => {
      const reach = r * (0.78 + wobble() * 0.44);
      return [x + reach * Math.cos((i / 12) * 6.283), y + reach * Math.sin((i / 12) * 6.283)];
    });
    points[12] = points[0];
    return path(`${curve(points)}Z`);
  };
  const cell = ([x, y, r]) =>
    `${circle(x, y, r)}
        ${stroke(
          r * 0.16,
          times(9, (i) => path(`M${x} ${y}L${x + r * 1.5 * Math.cos(i * 0.7 + x)} ${y + r * 1.5 * Math.sin(i * 0.7 + x)}`)),
        )}`;
  const near = range(12)
    .map((i) => [1060 + 400 * Math.cos(i * 0.53 + 1.9), 480 + 385 * Math.sin(i * 0.53 + 1.9), 34 + (i % 3) * 8])
    .filter(([x, y]) => x < 1560 && y > 30 && y < 960);
  const far = range(30).map(() => [next() * 560 - 20, next() * 1000, 16 + next() * 30]);
  const gaze = near
    .map(([x, y]) =>
      line(7, [
        [x, y],
        [mix(x, 1060, 0.52), mix(y, 480, 0.52)],
      ]),
    )
    .join('');
  const tips = near.map(([x, y]) => circle(mix(x, 1060, 0.52), mix(y, 480, 0.52), 13)).join('');
  const skin = times(10, (i) => stroke(5, path(curve(wave(-60, 60 + i * 108, 1760, 16, 420, i * 0.17)))));
  return {
    width: 1600,
    height: 1000,
    paper: PAPER.warm,
    seed: 33,
    plates: [
      [INK.pink, tint(0.5, skin) + blob(1060, 480, 300, 4) + glow(1060, 480, 520, 0.55), -3, 2],
      [
        INK.teal,
        `${near.map(cell).join('')}${tint(0.45, far.map(cell).join(''))}
        ${white(`${near.map(([x, y, r]) => circle(x, y, r * 0.46)).join('')}
        ${far.map(([x, y, r]) => circle(x, y, r * 0.4)).join('')}`)}
        ${gaze}`,
        2,
        0,
      ],
      [
        INK.plum,
        `${blob(1072, 486, 252, 9)}${fade([700, 480, 0.2], [1400, 480, 0.9], blob(1060, 480, 300, 4))}
        ${white(gaze + tips)}${near.map(([x, y, r]) => circle(x, y, r * 0.3)).join('')}`,
        0,
        0,
      ],
    ],
  };
}

/** A ward without its beeps: one sleeper is heard. */
export function ward() {
  const bed = (x) => rect(x, 640, 250, 44, 10) + rect(x - 12, 560, 16, 200, 6) + rect(x + 246, 610, 16, 150, 6);
  const sleeper = (x) => circle(x + 46, 600, 32) + path(`M${x + 76} 640C${x + 90} 580 ${x + 190} 590 ${x + 246} 640Z`);
  const xs = [70, 400, 730, 1060, 1390];
  const lights = xs.map((x) => circle(x + 120, 452, 17)).join('');
  const windows = [150, 560, 970, 1380].map((x) => path(`M${x} 330V150a80 80 0 0 1 160 0V330Z`)).join('');
  const bars = [150, 560, 970, 1380].map((x) => rect(x + 74, 66, 12, 268) + rect(x, 200, 160, 12)).join('');
  const voice = times(7, (i) => stroke(14 - i * 1.4, circle(776, 600, 62 + i * 50)));
  const nurse = moved(
    1010,
    760,
    `${circle(0, -262, 34)}${path('M-46 0L-40 -200Q0 -240 40 -200L52 0Z')}${rect(-30, -312, 60, 30, 8)}
        ${stroke(20, path('M-30 -190L-74 -236L-42 -262'))}`,
    1,
  );
  const light = [150, 560, 970, 1380]
    .map((x) =>
      polygon([
        [x, 330],
        [x + 160, 330],
        [x + 20, 960],
        [x - 200, 960],
      ]),
    )
    .join('');
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 61,
    plates: [
      [
        INK.teal,
        `${tint(0.75, rect(-30, -30, 1660, 790))}${white(windows)}${xs.map(bed).join('')}
        ${fade([0, 760, 1], [0, 930, 0.5], rect(-30, 760, 1660, 200))}
        ${white(tint(0.35, light) + within(rect(-30, -30, 1660, 790), voice) + sleeper(730))}`,
        0,
        0,
      ],
      [INK.pink, within(rect(-30, -30, 1660, 790), tint(0.9, voice)) + sleeper(730), -2, 2],
      [
        INK.midnight,
        `${fade([0, -20, 0.9], [0, 520, 0.35], rect(-30, -30, 1660, 790))}
        ${white(windows + within(rect(-30, -30, 1660, 790), voice) + lights)}${bars}
        ${xs
          .filter((x) => x !== 730)
          .map(sleeper)
          .join('')}${white(sleeper(730))}
        ${tint(0.8, xs.map(bed).join(''))}${nurse}`,
        0,
        0,
      ],
    ],
  };
}

/** A row of cells on the ice, happy. A panorama. */
export function coldBattery() {
  const next = random(71);
  const aurora = times(46, (i) => {
    const x = -20 + i * 37;
    const y = 150 + 66 * Math.sin(i * 0.23) + 26 * Math.sin(i * 0.71);
    return polygon([
      [x, y],
      [x + 26, y - 10],
      [x + 40, y - 150 - 70 * Math.sin(i * 0.31)],
      [x + 16, y - 140 - 60 * Math.sin(i * 0.31)],
    ]);
  });
  const pylon = (x, s) =>
    moved(x, 430, stroke(7, path('M-40 0L-10 -210H10L40 0M-62 -170H62M-48 -130H48M-30 -60L24 -120M30 -60L-24 -120')), s);
  const masts = coords('1630 1.5, 1390 1, 1250 0.68, 1160 0.46, 1104 0.32, 1066 0.22');
  const wires = [-62, 62]
    .map((dx) =>
      line(
        4,
        masts.map(([x, s]) => [x + dx * s, 430 - 170 * s]),
      ),
    )
    .join('');
  const cells = range(5).map((i) => [96 + i * 164, 250 + (i % 2) * 8]);
  const cell = ([x, y]) => rect(x, y, 124, 210, 12) + rect(x + 40, y - 20, 44, 26, 5);
  const crystals = cells
    .map(([x, y], i) =>
      moved(
        x + 62,
        y + 120,
        times(6, (k) =>
          turned(
            k * 60,
            0,
            0,
            `${rect(-4, -52, 8, 52, 4)}${turned(38, 0, -34, rect(-3, -52, 6, 20, 3))}
        ${turned(-38, 0, -34, rect(-3, -52, 6, 20, 3))}`,
          ),
        ),
        0.8 + (i % 2) * 0.1,
      ),
    )
    .join('');
  const hills = below(coords('-40 400, 300 350, 620 404, 900 372, 1200 410, 1720 380'), 450);
  const drift = times(30, () => ripple(next() * 1680, 470 + next() * 130, 120 + next() * 190, 7 + next() * 6));
  return {
    width: 1680,
    height: 600,
    paper: PAPER.cold,
    seed: 71,
    plates: [
      [INK.yellow, fade([0, 200, 0.8], [0, 0, 0.15], aurora) + cells.map(cell).join('') + white(crystals), 2, -1],
      [INK.aqua, rect(-30, -30, 1740, 470) + white(tint(0.8, aurora) + cells.map(cell).join('')) + drift, 0, 0],
      [
        INK.midnight,
        `${fade([0, -20, 1], [0, 430, 0.3], rect(-30, -30, 1740, 460))}
        ${white(tint(0.75, aurora) + cells.map(cell).join(''))}${tint(0.85, hills)}${white(cells.map(cell).join(''))}
        ${masts.map(([x, s]) => pylon(x, s)).join('')}${wires}${cells.map((one) => stroke(8, cell(one))).join('')}
        ${crystals}${fade([0, 440, 0.3], [0, 560, 0], rect(-30, 440, 1740, 120))}`,
        0,
        0,
      ],
    ],
  };
}

/** A hill village, most of its lamps out; one was kept by a single vote. */
export function lamps() {
  const next = random(15);
  const hill = coords('-40 760, 200 700, 480 560, 800 500, 1100 580, 1400 660, 1640 640');
  const y = (x) => {
    const i = hill.findIndex(([at]) => at > x) - 1;
    return mix(hill[i][1], hill[i + 1][1], (x - hill[i][0]) / (hill[i + 1][0] - hill[i][0]));
  };
  const houses = range(12).map((i) => [60 + i * 128, 84 + ((i * 37) % 5) * 17]);
  const house = ([x, h]) =>
    `${rect(x - 46, y(x) - h, 92, h + 60)}
        ${polygon([
          [x - 58, y(x) - h + 4],
          [x, y(x) - h - 58],
          [x + 58, y(x) - h + 4],
        ])}`;
  const posts = range(9).map((i) => [70 + i * 182, 610 + ((i * 71) % 4) * 74]);
  const lit = [3, 6];
  const post = ([x, top]) =>
    `${rect(x - 5, top, 10, 420)}${path(`M${x - 5} ${top}q0 -34 46 -34v10q-30 0 -34 28Z`)}
        ${polygon([
          [x + 20, top - 26],
          [x + 66, top - 26],
          [x + 58, top - 42],
          [x + 30, top - 42],
        ])}`;
  const cone = ([x, top]) =>
    polygon([
      [x + 24, top - 24],
      [x + 62, top - 24],
      [x + 190, 1040],
      [x - 110, 1040],
    ]);
  const lights = lit.map((i) => cone(posts[i])).join('');
  const stars = times(90, () => circle(next() * 1600, next() * 520, 1.5 + next() * next() * 6));
  const dog = moved(
    604,
    960,
    `${path('M0 0V-44Q4 -60 34 -58H84L98 -84L112 -70L134 -64L128 -48L108 -46L102 0H90L88 -28H22L16 0Z')}
        ${stroke(8, path('M4 -50Q-14 -70 -8 -88'))}`,
    1,
  );
  return {
    width: 1600,
    height: 1000,
    paper: PAPER.cream,
    seed: 44,
    plates: [
      [INK.yellow, lights + rect(houses[6][0] - 16, y(houses[6][0]) - 40, 30, 34), 2, 2],
      [
        INK.blue,
        `${tint(0.85, rect(-30, -30, 1660, 1060))}
        ${white(stars + lights + rect(houses[6][0] - 16, y(houses[6][0]) - 40, 30, 34))}`,
        0,
        0,
      ],
      [
        INK.midnight,
        `${fade([0, -20, 0.9], [0, 620, 0], rect(-30, -30, 1660, 700))}${white(stars)}
        ${tint(0.75, below(hill, 1040))}${houses.map(house).join('')}
        ${fade([0, 700, 0.2], [0, 1030, 0.9], below(hill, 1040))}
        ${white(rect(houses[6][0] - 16, y(houses[6][0]) - 40, 30, 34) + lights)}${posts.map(post).join('')}${dog}
        ${lit.map((i) => white(ellipse(posts[i][0] + 43, posts[i][1] - 22, 20, 8))).join('')}`,
        0,
        0,
      ],
    ],
  };
}
