import { INK, PAPER } from './press.mjs';
import {
  below,
  circle,
  coords,
  curve,
  fade,
  halftone,
  line,
  mix,
  moved,
  path,
  random,
  range,
  rect,
  stroke,
  times,
  tint,
  turned,
  white,
  within,
} from './shapes.mjs';

/** A stair with a gap that everybody had stepped over. */
export function proof() {
  const step = (i) => [110 + i * 112, 1080 - i * 70];
  const gap = [5, 6];
  const blocks = range(13).filter((i) => !gap.includes(i));
  const tread = (i) => rect(step(i)[0], step(i)[1], 112, 28);
  const side = (i) => rect(step(i)[0], step(i)[1] + 28, 112, 1300 - step(i)[1]);
  const [gx, gy] = step(5);
  const pit = rect(gx, gy + 90, 224, 1200);
  const lip = step(4)[1] + 14;
  const slope = (step(7)[1] - step(4)[1]) / 224;
  const planks = times(6, (i) =>
    moved(gx + 19 + i * 37, lip + (19 + i * 37) * slope, turned(-43, 0, 0, rect(-21, -11, 42, 22, 3))),
  );
  const climbers = (draw) => draw([step(4)[0] + 58, step(4)[1]], 1.25) + draw([step(12)[0] + 62, step(12)[1]], 0.8);
  const climber = ([x, y], s) =>
    moved(
      x,
      y,
      `${circle(4, -132, 19)}${path('M-18 -60L-14 -102Q2 -122 20 -102L18 -58L30 0H16L2 -48L-12 0H-26Z')}
        ${stroke(11, path('M16 -96L44 -70'))}`,
      s,
    );
  const moon = circle(1130, 330, 270);
  return {
    width: 1600,
    height: 1200,
    paper: PAPER.cream,
    seed: 13,
    plates: [
      [INK.pink, moon + tint(0.7, blocks.map(side).join('')) + planks, -4, 3],
      [
        INK.green,
        `${halftone(-20, -20, 1640, 1240, 44, (x, y) => Math.max(0, 0.72 - Math.hypot(x - 1130, y - 330) / 1400))}
        ${white(moon)}${white(blocks.map((i) => side(i) + tread(i)).join(''))}
        ${tint(
          0.35,
          within(
            moon,
            halftone(850, 50, 560, 560, 44, (x, y) => (y - 120) / 520),
          ),
        )}
        ${white(climbers(climber))}${blocks
          .filter((i) => i % 2)
          .map(side)
          .join('')}`,
        0,
        0,
      ],
      [
        INK.midnight,
        `${blocks.map(tread).join('')}
        ${fade(
          [gx - 200, 0, 0],
          [gx, 0, 0.85],
          blocks
            .filter((i) => i < 5)
            .map(side)
            .join(''),
        )}
        ${fade([0, gy + 90, 0], [0, 1220, 1], pit)}${white(planks)}${climbers(climber)}`,
        0,
        0,
      ],
    ],
  };
}

/** A rope that has to be tangled further before it comes apart: drawn as it lies, the nearer strand over the farther. */
export function knot() {
  const at = (t) => [700 + 450 * Math.cos(3 * t + 0.45), 700 + 450 * Math.cos(4 * t + 1.05), Math.cos(7 * t)];
  const pieces = 420;
  const parts = range(pieces).map((i) => {
    const a = (i / pieces) * 2 * Math.PI;
    const points = range(5).map((k) => at(a + ((k - 1.2) * 2 * Math.PI) / pieces));
    return { z: points[2][2], points, i };
  });
  parts.sort((a, b) => a.z - b.z);
  const rope = parts
    .map(
      ({ points }) => `${white(stroke(94, path(curve(points.slice(1, 4))), 'style="stroke-linecap:butt"'))}
        ${stroke(70, path(curve(points)))}`,
    )
    .join('');
  const hatch = (i) => {
    if (i % 2) return '';
    const [[x1, y1], [x2, y2]] = [-0.5, 0.5].map((d) => at(((i + d) / pieces) * 2 * Math.PI));
    const angle = Math.atan2(y2 - y1, x2 - x1);
    const across = (d) => [(x1 + x2) / 2 + 30 * Math.cos(angle + d), (y1 + y2) / 2 + 30 * Math.sin(angle + d)];
    return line(8, [across(Math.PI / 2 - 0.6), across(-Math.PI / 2 - 0.6)]);
  };
  const cover = (points) => white(stroke(94, path(curve(points.slice(1, 4))), 'style="stroke-linecap:butt"'));
  // A strand covers what lies below it, its own neighbours' hatching too: those are drawn again.
  const twist = parts.map(({ points, i }) => cover(points) + times(7, (k) => hatch(i + k - 3))).join('');
  const dots = halftone(-20, -20, 1440, 1440, 44, (x, y) => 0.62 - Math.hypot(x - 700, y - 700) / 1500);
  return {
    width: 1400,
    height: 1400,
    paper: PAPER.cream,
    seed: 29,
    plates: [
      [
        INK.pink,
        `${dots}
        ${white(stroke(104, path(curve(range(421).map((i) => at((i / 420) * 2 * Math.PI).slice(0, 2))))))}`,
        -3,
        3,
      ],
      [INK.green, rope, 0, 0],
      [INK.midnight, twist, 0, 0],
    ],
  };
}

/** Whistles between two ridges; on one of them it rains. */
export function whistles() {
  const left = coords('-60 300, 160 330, 330 470, 520 640, 700 760, 840 940');
  const right = coords('760 940, 920 740, 1080 620, 1230 440, 1400 330, 1660 250');
  const far = coords('-60 640, 300 560, 700 690, 1050 560, 1660 620');
  const tune = (i) =>
    range(15).map((k) => [
      mix(250, 1290, k / 14),
      mix(330, 330, k / 14) - 60 - Math.sin((k / 14) * Math.PI) * (40 + i * 46) + Math.sin(k * 1.25 + i * 1.9) * 24,
    ]);
  const tunes = times(5, (i) => stroke(16 - i * 2, path(curve(tune(i)))));
  const notes = range(5)
    .map((i) =>
      tune(i)
        .filter((_, k) => k % 5 === (i + 2) % 5)
        .map(([x, y]) => circle(x, y, 17 - i))
        .join(''),
    )
    .join('');
  const next = random(90);
  const rain = times(120, () => {
    const x = 1020 + next() * 640;
    const y = -30 + next() * 600;
    return line(4, [
      [x, y],
      [x - 22, y + 54],
    ]);
  });
  const goat = (x, y, s) =>
    moved(
      x,
      y,
      `${path('M0 0V-34Q-8 -46 4 -52L58 -52L74 -78L70 -96L82 -80L98 -72L92 -60L82 -56L74 -34L72 0H64L60 -26H18L10 0Z')}
        ${stroke(4, path('M76 -80Q62 -92 66 -108'))}`,
      s,
    );
  const whistler = moved(
    232,
    404,
    `${circle(0, -92, 17)}${path('M-22 0L-18 -58Q0 -84 20 -58L24 0Z')}
        ${stroke(11, path('M14 -60L30 -88L14 -92M-14 -60L-30 -84L-12 -92'))}
        ${path('M-26 -102H26L16 -112Q0 -128 -16 -112Z')}`,
    1.15,
  );
  return {
    width: 1600,
    height: 900,
    paper: PAPER.warm,
    seed: 37,
    plates: [
      [INK.yellow, circle(770, 590, 180) + fade([0, 300, 0], [0, 800, 0.75], rect(-30, 240, 1660, 700)), 0, 0],
      [
        INK.plum,
        `${tint(0.4, below(far, 940))}${fade([1640, 200, 0.95], [900, 900, 0.7], below(right, 940))}
        ${below(left, 940)}${goat(330, 514, 0.85)}${goat(440, 620, 0.7)}${goat(72, 338, 0.8)}${whistler}
        ${goat(540, 706, 0.6)}`,
        0,
        0,
      ],
      [INK.teal, tunes + notes + tint(0.75, rain), 3, -2],
      [
        INK.midnight,
        `${fade([0, 560, 0], [0, 920, 0.7], below(left, 940) + below(right, 940))}${goat(330, 514, 0.85)}
        ${goat(440, 620, 0.7)}${goat(72, 338, 0.8)}${goat(540, 706, 0.6)}${whistler}`,
        0,
        0,
      ],
    ],
  };
}

/** A lenj under a reel of tape; the tape goes on as the sea. */
export function dhow() {
  const x = 1130;
  const y = 340;
  const reel = `${circle(x, y, 260)}
        ${white(`${times(3, (i) => turned(i * 120 + 15, x, y, path(`M${x - 50} ${y - 92}L${x - 86} ${y - 196}A214 214 0 0 1 ${x + 86} ${y - 196}L${x + 50} ${y - 92}A105 105 0 0 0 ${x - 50} ${y - 92}Z`)))}
        ${circle(x, y, 30)}`)}`;
  const tape = (i) => [
    [x + 246 - i * 4, y + 60 + i * 10],
    [x + 250 - i * 4, y + 260],
    [1240, 760 + i * 10],
    [1000, 790 + i * 26],
    [760, 730 + i * 36],
    [500, 800 + i * 34],
    [260, 750 + i * 40],
    [-60, 800 + i * 36],
  ];
  const band = within(
    rect(-30, 776, 1660, 320),
    times(5, (i) => stroke(19, path(curve(tape(i))))),
  );
  const boat = path(
    'M150 700C230 770 260 800 360 812H690C780 800 850 720 900 610C820 680 740 706 640 708H330C260 706 200 716 150 700Z',
  );
  const mast = `${line(15, [
    [470, 712],
    [520, 150],
  ])}${line(11, [
    [250, 560],
    [760, 96],
  ])}`;
  const sail = path('M258 566L764 100C800 300 760 520 650 660C520 600 380 570 258 566Z');
  const ribs = times(4, (i) =>
    path(`M${330 + i * 84} ${600 + i * 22}Q${560 + i * 60} ${500 + i * 30} ${760 + i * 6} ${150 + i * 92}`),
  );
  const run = within(
    rect(-30, -30, 1660, 806),
    times(3, (i) => stroke(13, path(curve(tape(i * 2))))),
  );
  const crew = range(7)
    .map(
      (i) => `${circle(330 + i * 62, 674 + (i % 2) * 6, 15)}
        ${path(`M${308 + i * 62} 716l8 -28q14 -14 28 0l8 28Z`)}`,
    )
    .join('');
  const ground = below(coords('-40 770, 400 800, 800 770, 1200 810, 1640 780'), 1120);
  return {
    width: 1600,
    height: 1067,
    paper: PAPER.warm,
    seed: 47,
    plates: [
      [INK.yellow, reel + tint(0.5, rect(-30, -30, 1660, 820)) + tint(0.6, sail), 0, 0],
      [
        INK.coral,
        `${fade([0, 900, 0.1], [0, 240, 0.0], rect(-30, 0, 1660, 800))}${sail}
        ${fade([0, 420, 0], [0, 800, 0.75], rect(-30, 400, 1660, 400))}${white(within(sail, stroke(7, ribs)))}
        ${white(reel)}${tint(0.15, reel)}`,
        -3,
        2,
      ],
      [
        INK.plum,
        `${run}${ground}${white(band)}${boat}${mast}${crew}${stroke(10, circle(x, y, 262))}
        ${white(
          line(10, [
            [230, 742],
            [800, 742],
          ]),
        )}`,
        0,
        0,
      ],
      [INK.midnight, fade([0, 800, 0.1], [0, 1080, 0.95], ground) + white(band) + tint(0.75, boat), 0, 0],
    ],
  };
}

/** The evening bulletin arrives as sound and leaves as lead. */
export function typesetter() {
  const next = random(58);
  const waves = times(5, (i) =>
    stroke(
      20 - i * 2,
      path(`M${250 + i * 62} ${450 - 92 - i * 52}A${120 + i * 66} ${120 + i * 66} 0 0 1 ${250 + i * 62} ${450 + 92 + i * 52}`),
    ),
  );
  const radio = rect(40, 270, 210, 360, 26);
  const speaker = circle(145, 380, 72);
  const rows = range(7);
  const sorts = rows.map((r) => {
    let out = '';
    for (let x = 690 + Math.max(0, Math.abs(r - 3) * 24); x < 1500; ) {
      const w = 30 + Math.floor(next() * 4) * 15;
      if (next() > 0.15)
        out += `<g data-k="${Math.floor(next() * 3)}">${rect(x, 122 + r * 96, Math.min(w, 1510 - x) - 6, 74, 5)}</g>`;
      x += w;
    }
    return out;
  });
  const pick = (k) =>
    sorts
      .join('')
      .match(new RegExp(`<g data-k="[${k}]">.*?</g>`, 'g'))
      ?.join('') ?? '';
  const stick = path('M650 90H1560V816H650V788H1532V118H650Z');
  const nicks = rows.map((r) => rect(690, 200 + r * 96, 842, 7)).join('');
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 54,
    plates: [
      [INK.yellow, circle(145, 450, 470) + white(radio), 0, 0],
      [
        INK.plum,
        `${waves}${radio}${white(speaker + rect(76, 500, 138, 16, 8) + rect(76, 540, 138, 16, 8))}
        ${pick('01')}`,
        -3,
        2,
      ],
      [
        INK.midnight,
        `${stick}${nicks}${pick('12')}${stroke(10, circle(145, 380, 46))}${circle(145, 380, 18)}
        ${circle(96, 592, 15)}${circle(194, 592, 15)}${line(8, [
          [210, 272],
          [330, 90],
        ])}`,
        0,
        0,
      ],
    ],
  };
}
