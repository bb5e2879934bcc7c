import { INK, PAPER } from './press.mjs';
import {
  below,
  circle,
  coords,
  dashed,
  ellipse,
  fade,
  line,
  path,
  polygon,
  random,
  range,
  rect,
  stroke,
  times,
  tint,
  turned,
  wave,
  white,
  within,
} from './shapes.mjs';

/** Memory, going. */
export function chip() {
  const next = random(64);
  const size = 30;
  const squares = { kept: '', fading: '' };
  for (let c = 0; c < 40; c++) {
    for (let r = 0; r < 18; r++) {
      const lost = Math.max(0, (c - 12) / 26);
      if (next() < lost * 1.25) continue;
      const drift = lost * lost * 420;
      const s = size * (1 - lost * 0.75 * next());
      const shape = turned(lost * 90 * (next() - 0.5), 0, 0, rect(-s / 2, -s / 2, s, s, 2));
      const at = `<g transform="translate(${Math.round(180 + c * 34 + drift * next())} ${Math.round(162 + r * 34 + (next() - 0.6) * drift * 1.1)})">${shape}</g>`;
      squares[next() < lost * 1.5 ? 'fading' : 'kept'] += at;
    }
  }
  const pins = `${times(9, (i) => rect(40, 176 + i * 64, 110, 26, 4))}
        ${times(7, (i) => rect(190 + i * 64, 36, 26, 100, 4) + rect(190 + i * 64, 766, 26, 100, 4))}`;
  const core = rect(300, 330, 250, 250, 8);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.grey,
    seed: 5,
    plates: [
      [INK.orange, squares.fading + core + fade([150, 0, 0], [620, 0, 0.9], pins), -5, 4],
      [
        INK.violet,
        `${squares.kept}${tint(0.95, pins)}
        ${fade([150, 450, 1], [760, 450, 0], rect(150, 132, 640, 640, 14))}
        ${stroke(10, white(times(4, (i) => rect(330 + i * 24, 360 + i * 24, 190 - i * 48, 190 - i * 48, 4))))}`,
        0,
        0,
      ],
    ],
  };
}

/** Straight rows, two metres east of the fields. */
export function furrows() {
  const fields = [
    coords('-40 -40, 420 -40, 380 330, -40 300'),
    coords('450 -40, 1010 -40, 980 280, 410 334'),
    coords('1040 -40, 1640 -40, 1640 330, 1010 284'),
    coords('-40 330, 378 360, 330 940, -40 940'),
    coords('408 364, 980 310, 1020 940, 362 940'),
    coords('1012 312, 1640 360, 1640 940, 1050 940'),
  ];
  const inks = { a: [0, 2, 4], b: [1, 3, 5] };
  const angles = [62, -8, 24, 4, 78, -32];
  const rows = fields.map((field, i) =>
    within(
      polygon(field),
      turned(
        angles[i],
        800,
        450,
        times(72, (k) => rect(-900, -1100 + k * 46, 3400, 20)),
      ),
    ),
  );
  const hedge = (points) => dashed(26, '1 27', path(`M${points.map((p) => p.join(' ')).join('L')}`));
  const hedges =
    hedge([
      [434, -40],
      [394, 346],
      [346, 940],
    ]) +
    hedge(coords('-40 316, 394 348, 996 294, 1640 344')) +
    hedge([
      [1026, -40],
      [996, 294],
      [1036, 940],
    ]);
  const pitch = ellipse(1330, 640, 210, 170);
  const tractor = turned(
    -8,
    716,
    150,
    `${rect(640, 112, 150, 64, 8)}${rect(660, 96, 80, 96, 10)}${rect(622, 84, 56, 30, 8)}
        ${rect(622, 174, 56, 30, 8)}${rect(756, 96, 40, 22, 6)}${rect(756, 170, 40, 22, 6)}`,
  );
  const east = 64;
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 12,
    plates: [
      [
        INK.green,
        `${tint(0.5, inks.a.map((i) => polygon(fields[i])).join(''))}
        ${tint(0.2, inks.b.map((i) => polygon(fields[i])).join(''))}${white(pitch)}${tint(0.8, pitch)}`,
        0,
        0,
      ],
      [INK.orange, `<g transform="translate(${east} 0)">${rows.join('')}</g>` + white(tractor), 0, 0],
      [
        INK.midnight,
        `${hedges}${stroke(5, pitch)}${rect(1290, 628, 80, 24)}${tractor}
        ${white(rect(668, 122, 50, 44, 6))}`,
        0,
        0,
      ],
    ],
  };
}

/** The lens of a lighthouse, off its bath, and the note that lay below. */
export function lens() {
  const x = 800;
  const ring = (i) => 60 + i * 34;
  const prism = (side) =>
    times(6, (i) => {
      const y = 104 + i * 30;
      const reach = 120 + i * 27;
      return path(
        `M${x - reach} ${side > 0 ? y : 900 - y - 40}L${x + reach} ${side > 0 ? y : 900 - y - 40}L${x + reach + 18} ${side > 0 ? y + 22 : 900 - y - 62}L${x - reach - 18} ${side > 0 ? y + 22 : 900 - y - 62}Z`,
      );
    });
  const eye = times(5, (i) => (i % 2 === 0 ? circle(x, 430, ring(4 - i)) : white(circle(x, 430, ring(4 - i)))));
  const beams = `${polygon([
    [x, 430],
    [-60, 120],
    [-60, 320],
  ])}
        ${polygon([
          [x, 430],
          [1660, 120],
          [1660, 320],
        ])}${polygon([
          [x, 430],
          [-60, 560],
          [-60, 700],
        ])}
        ${polygon([
          [x, 430],
          [1660, 560],
          [1660, 700],
        ])}`;
  const body = path(`M${x - 130} 90H${x + 130}L${x + 330} 300V560L${x + 130} 760H${x - 130}L${x - 330} 560V300Z`);
  const chain = times(5, (i) => stroke(9, ellipse(x, -20 + i * 26, 9, 18)));
  const frame = `${stroke(15, body)}${line(13, [
    [x - 330, 300],
    [x + 330, 300],
  ])}
        ${line(13, [
          [x - 330, 560],
          [x + 330, 560],
        ])}`;
  const bath = path('M420 800H1180L1130 930H470Z');
  const note = turned(-7, 800, 800, rect(716, 770, 170, 66));
  const script = turned(
    -7,
    800,
    800,
    times(3, (i) => line(5, wave(734, 786 + i * 17, 130 - i * 22, 4, 24))),
  );
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 16,
    plates: [
      [INK.yellow, tint(0.75, beams) + circle(x, 430, ring(1)) + white(note), 0, 0],
      [
        INK.aqua,
        `${white(body)}${tint(0.45, body)}${prism(1)}${prism(-1)}${white(circle(x, 430, ring(4) + 14))}
        ${eye}${white(circle(x, 430, ring(0)))}${tint(0.5, bath)}${white(note)}`,
        3,
        2,
      ],
      [
        INK.midnight,
        `${tint(0.9, rect(-30, -30, 1660, 960))}${white(tint(0.88, beams) + body + bath + note)}${frame}
        ${chain}${stroke(
          8,
          times(5, (i) => circle(x, 430, ring(i))),
        )}
        ${fade([420, 860, 0.8], [1180, 860, 0.1], bath)}${white(note)}${script}${stroke(7, note)}`,
        0,
        0,
      ],
    ],
  };
}

/** A ship's belly, bow on: what forty tonnes do down there. */
export function hull() {
  const section = path('M420 250H1180L1150 420C1140 620 1010 720 800 760C590 720 460 620 450 420Z');
  const cells = range(22)
    .map((i) => [592 + (i % 6) * 72, 500 + Math.floor(i / 6) * 62])
    .filter(([x, y]) => Math.abs(x + 30 - 800) < 250 - (y - 480) * 0.62);
  const packs = cells.map(([x, y]) => rect(x, y, 60, 50, 6)).join('');
  const marks = cells.map(([x, y], i) => rect(x + 18, y + 22, 24, 6) + (i % 2 ? rect(x + 27, y + 13, 6, 24) : '')).join('');
  const decks = rect(520, 150, 560, 100) + rect(610, 70, 380, 90) + rect(740, 10, 120, 70);
  const windows = `${times(9, (i) => rect(548 + i * 58, 182, 36, 34, 4))}
        ${times(6, (i) => rect(640 + i * 58, 100, 36, 30, 4))}`;
  const arcs = times(5, (i) =>
    stroke(
      12 - i * 2,
      path(
        `M${330 - i * 56} ${250 + i * 8}A${520 + i * 60} ${520 + i * 60} 0 0 0 ${360 - i * 62} ${560 + i * 34}M${1270 + i * 56} ${250 + i * 8}A${520 + i * 60} ${520 + i * 60} 0 0 1 ${1240 + i * 62} ${560 + i * 34}`,
      ),
    ),
  );
  const sea = below(wave(-40, 470, 1700, 14, 210), 940);
  const ship = turned(-7, 800, 700, section + decks);
  const inside = (shapes) => turned(-7, 800, 700, shapes);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 27,
    plates: [
      [INK.orange, inside(packs + windows) + tint(0.85, arcs), 2, -2],
      [INK.blue, tint(0.55, sea) + white(inside(section)), 0, 0],
      [
        INK.midnight,
        `${ship}
        ${white(inside(path('M450 290H1150L1124 430C1110 600 990 690 800 728C610 690 490 600 476 430Z') + windows))}
        ${inside(marks + rect(470, 380, 664, 10) + rect(480, 470, 644, 10) + rect(794, 290, 12, 190))}
        ${within(sea, fade([0, 560, 0], [0, 930, 0.8], sea))}${white(inside(packs))}${inside(marks)}`,
        0,
        0,
      ],
    ],
  };
}
