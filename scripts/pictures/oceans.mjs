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

/** The night ferry at her charger, the moon behind her, the town asleep. */
export function ferry() {
  const next = random(11);
  const horizon = 560;
  const hull = polygon(coords('640 470, 1490 470, 1440 575, 700 575'));
  const house = `${polygon(coords('760 380, 1330 380, 1350 472, 735 472'))}${rect(850, 316, 380, 70)}
        ${rect(960, 262, 190, 60, 6)}`;
  const funnel = polygon(coords('1180 200, 1262 200, 1272 320, 1170 320'));
  const rows = [
    [775, 405, 14, 38],
    [866, 335, 9, 40],
  ];
  const windows = rows.map(([x, y, count, step]) => times(count, (i) => rect(x + i * step, y, 24, 30, 3))).join('');
  const town = times(11, (i) =>
    polygon([
      [i * 62 - 30, 560],
      [i * 62 - 30, 500 - (i % 3) * 16],
      [i * 62, 470 - (i % 3) * 16],
      [i * 62 + 30, 500 - (i % 3) * 16],
      [i * 62 + 30, 560],
    ]),
  );
  const hills = below(coords('-20 440, 160 395, 330 430, 520 500, 660 552, 700 562'), 562);
  const wake = times(34, (i) => {
    const y = horizon + 26 + i * i * 0.3;
    return ripple(500 + (next() - 0.5) * (60 + i * 9), y, 70 + i * 13 * (0.5 + next()), 5 + i * 0.42);
  });
  const shadow = times(11, (i) => ripple(1070 + (next() - 0.5) * 50, 600 + i * 17, 800 - i * 46, 13));
  const moon = circle(500, 300, 205);
  const cable = path('M668 482C640 600 560 610 530 436');
  const post = rect(512, 430, 22, 160) + rect(500, 412, 46, 44, 10);
  const sparks = times(15, (i) => rect(775 + i * 42, 600 + (i % 4) * 24, 22, 6 + (i % 3) * 4, 3));
  const lit = rect(26, 512, 12, 16) + rect(216, 500, 12, 16) + rect(346, 520, 12, 16);
  const pier = rect(-10, 552, 560, 14) + times(8, (i) => rect(40 + i * 66, 556, 10, 60));
  const sea = rect(-20, horizon, 1640, 360);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 3,
    plates: [
      [INK.aqua, rect(-20, -20, 1640, 940) + white(moon + wake + windows + sparks + lit + stroke(15, cable)), 3, -2],
      [INK.yellow, tint(0.35, moon + wake) + windows + lit + sparks + stroke(11, cable) + glow(523, 432, 110, 0.9), -2, 3],
      [
        INK.midnight,
        `${fade([0, -60, 1], [0, 560, 0.12], rect(-20, -20, 1640, 582))}
        ${fade([0, 540, 0.3], [0, 900, 1], sea)}${white(moon + wake + stroke(15, cable))}${tint(0.55, hills)}${town}
        ${pier}${post}${white(lit)}${hull}${house}${funnel}${shadow}
        ${white(windows + sparks + rect(655, 500, 790, 9) + circle(1221, 240, 22) + circle(523, 432, 9))}`,
        0,
        0,
      ],
    ],
  };
}

/** The school's running track at low water, from above, and the sea on its way back. */
export function seabedTrack() {
  const next = random(5);
  const lane = (grow) => rect(300 - grow, 250 - grow, 860 + 2 * grow, 360 + 2 * grow, 180 + grow);
  const lanes = (width) => times(6, (i) => stroke(width, lane(i * 30 - 60)));
  const shore = coords('-40 930, 180 800, 420 842, 700 700, 900 720, 1090 520, 1270 500, 1420 300, 1640 210');
  const at = (drop) => shore.map(([x, y], i) => [x + drop * 0.5, y + drop + Math.sin(i * 2.1) * 14]);
  const runners = coords('360 196, 470 176, 560 214, 640 184, 742 222, 212 420, 246 520');
  const child = ([x, y]) => circle(x, y, 11) + ellipse(x - 2, y + 16, 8, 12);
  const shadow = ([x, y]) =>
    polygon([
      [x - 6, y + 24],
      [x + 6, y + 24],
      [x - 74, y + 84],
      [x - 88, y + 76],
    ]);
  const pools = times(16, () => ripple(60 + next() * 900, 60 + next() * 640, 60 + next() * 120, 10 + next() * 16));
  const boat = turned(
    -24,
    1330,
    170,
    `${path('M1210 150C1260 215 1400 215 1450 150Q1330 180 1210 150Z')}${rect(1318, 40, 12, 124)}
        ${polygon([
          [1334, 46],
          [1420, 134],
          [1334, 134],
        ])}`,
  );
  const track = tint(0.9, stroke(212, rect(315, 265, 830, 330, 165)));
  const sea = below(at(0), 960);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.warm,
    seed: 9,
    plates: [
      [INK.yellow, tint(0.3, rect(-30, -30, 1660, 960)) + white(track + pools + sea), 0, 0],
      [INK.coral, track + white(lanes(6)) + tint(0.9, boat), -3, 2],
      [INK.aqua, sea + tint(0.5, pools) + white(stroke(12, path(curve(at(46))) + path(curve(at(120))))), 2, 2],
      [
        INK.midnight,
        `${fade([1000, 520, 0.0], [1500, 960, 0.95], below(at(70), 960))}${runners.map(child).join('')}
        ${tint(0.35, runners.map(shadow).join(''))}${white(stroke(7, path(curve(at(160)))))}
        ${tint(0.5, polygon(coords('1230 220, 1130 300, 1180 310, 1400 226')))}`,
        0,
        0,
      ],
    ],
  };
}

/** A month of tides as the book has it, and the line that the pilots drew through it. */
export function tideTable() {
  const columns = 8;
  const rows = 4;
  const cell = (c, r) => [70 + c * 186, 112 + r * 186];
  const cells = range(columns * rows).map((i) => [i % columns, Math.floor(i / columns), i]);
  const level = (i) => 0.5 + 0.32 * Math.cos((i / 14.8) * 2 * Math.PI);
  const water = ([c, r, i]) => {
    const [x, y] = cell(c, r);
    const points = wave(x - 20, y + 84 - level(i) * 10, 200, 10 + 46 * level(i), 92, i * 0.13);
    return within(rect(x, y, 164, 164, 6), below(points, y + 190));
  };
  const frames = cells.map(([c, r]) => stroke(4, rect(...cell(c, r), 164, 164, 6))).join('');
  const moons = times(columns, (c) => {
    const x = 152 + c * 186;
    const cut = (c - 3.5) * 13;
    return `${circle(x, 58, 27)}
        ${c === 0 || c === 7 ? '' : white(circle(x + cut * 1.1 + (cut < 0 ? -8 : 8), 58, 25))}`;
  });
  const truth = range(33).map((i) => [-40 + i * 52, 470 + 250 * Math.sin(i * 0.42 + 0.5) * (0.35 + 0.65 * Math.cos(i * 0.12))]);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 21,
    plates: [
      [INK.aqua, cells.map(water).join(''), 3, 2],
      [
        INK.midnight,
        `${tint(0.9, frames)}${moons}
        ${cells
          .filter(([, , i]) => i % 3 === 1)
          .map((one) =>
            within(
              rect(...cell(one[0], one[1]), 164, 164, 6),
              fade([0, 90 + one[1] * 186, 0], [0, 290 + one[1] * 186, 0.9], water(one)),
            ),
          )
          .join('')}`,
        -1,
        0,
      ],
      [
        INK.coral,
        `${stroke(26, path(curve(truth)))}
        ${truth
          .filter((_, i) => i % 4 === 2)
          .map(([x, y]) => circle(x, y, 34))
          .join('')}
        ${white(
          truth
            .filter((_, i) => i % 4 === 2)
            .map(([x, y]) => circle(x, y, 13))
            .join(''),
        )}`,
        2,
        -2,
      ],
    ],
  };
}

/** A forest, and those who eat it, heard. */
export function kelp() {
  const next = random(31);
  const frond = (x, top, lean, thick) => {
    const points = range(9).map((i) => [x + Math.sin(i * 0.9 + lean) * (16 + i * 7), mix(1090, top, i / 8)]);
    const leaves = points
      .slice(1)
      .map(([px, py], i) => turned((i % 2 ? 38 : -38) + lean * 8, px, py, ellipse(px + (i % 2 ? 46 : -46), py - 14, 58, 17)));
    return stroke(thick, path(curve(points))) + leaves.join('');
  };
  const far = times(9, (i) => frond(60 + i * 190 + next() * 50, 120 + next() * 260, next() * 6, 9));
  const near = coords('90 -40 1, 300 200 3, 1240 40 2.2, 1450 -60 4.4')
    .map(([x, top, lean]) => frond(x, top, lean, 18))
    .join('');
  const urchins = coords('560 985 70, 800 1010 52, 1010 975 84, 700 930 34');
  const spines = ([x, y, r]) =>
    `${circle(x, y, r * 0.52)}
        ${stroke(
          r * 0.09,
          times(26, (i) => path(`M${x} ${y}L${x + r * Math.cos(i * 0.2417)} ${y + r * Math.sin(i * 0.2417)}`)),
        )}`;
  const rings = urchins
    .slice(0, 3)
    .map(([x, y], u) => times(6, (i) => stroke(9 - i, circle(x, y, 120 + i * (58 + u * 8)))))
    .join('');
  const diver = turned(
    -16,
    800,
    300,
    `${ellipse(800, 300, 74, 19)}${circle(886, 290, 20)}
        ${polygon(coords('735 292, 640 270, 628 296, 735 312'))}
        ${polygon(coords('735 300, 650 322, 644 344, 742 316'))}${rect(770, 272, 62, 18, 8)}`,
  );
  const light = polygon(coords('600 -40, 960 -40, 1200 1100, 380 1100'));
  return {
    width: 1600,
    height: 1067,
    paper: PAPER.cold,
    seed: 14,
    plates: [
      [INK.aqua, rect(-30, -30, 1660, 1130) + white(tint(0.55, light)), 0, 0],
      [INK.green, tint(0.5, far) + near, 4, 0],
      [
        INK.midnight,
        `${fade([0, 200, 0], [0, 1100, 0.85], rect(-30, 100, 1660, 1000))}${tint(0.85, near)}${diver}
        ${below(coords('-40 1010, 300 985, 800 1035, 1300 990, 1640 1020'), 1100)}
        ${urchins.map(spines).join('')}${white(urchins.slice(0, 3).map(spines).join(''))}${white(rings)}`,
        0,
        0,
      ],
      [INK.coral, tint(0.9, rings) + urchins.slice(0, 3).map(spines).join(''), -2, 2],
    ],
  };
}

/** A whale made of what is not sounded. */
export function whale() {
  const body = path(
    'M150 470C210 330 430 262 700 286C930 306 1120 380 1250 430C1330 460 1390 420 1420 330C1450 380 1470 400 1540 410C1480 450 1440 470 1424 520C1400 590 1330 610 1210 590C1050 640 860 690 640 672C430 655 200 610 150 470Z',
  );
  const fin = path('M640 600C640 700 560 800 470 830C500 740 500 660 540 600Z');
  const next = random(77);
  const strokes = times(80, (c) => {
    const x = 12 + c * 20.2;
    const reach = 180 + 230 * Math.abs(Math.sin(c * 0.19)) * (0.55 + 0.45 * Math.sin(c * 0.05 + 1)) + next() * 40;
    return line(9, [
      [x, 450 - reach],
      [x, 450 + reach],
    ]);
  });
  const throat = times(6, (i) =>
    path(`M${206 + i * 10} ${520 + i * 20}Q${420 + i * 10} ${620 + i * 14} ${640 - i * 16} ${616 + i * 10}`),
  );
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 41,
    plates: [
      [INK.aqua, strokes + white(stroke(20, body + fin) + body + fin), 4, 0],
      [
        INK.midnight,
        `${strokes}${white(stroke(20, body + fin) + body + fin)}${stroke(5, within(body, throat))}
        ${circle(330, 486, 13)}`,
        0,
        0,
      ],
      [INK.coral, within(body + fin, fade([0, 300, 0], [0, 760, 0.62], rect(100, 280, 1500, 600))), 0, 0],
    ],
  };
}
