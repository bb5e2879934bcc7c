import { INK, PAPER } from './press.mjs';
import {
  below,
  circle,
  coords,
  curve,
  dashed,
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
  wave,
  white,
  within,
} from './shapes.mjs';

const car = (x, y, s) =>
  moved(
    x,
    y,
    `${path('M0 0V-44Q4 -60 30 -62L62 -104Q70 -112 84 -112H176Q190 -112 198 -102L230 -62Q262 -58 264 -40V0Z')}
        ${white(path('M78 -66L98 -96H128V-66ZM140 -66V-96H172L194 -66Z'))}${circle(58, 0, 28)}${circle(206, 0, 28)}
        ${white(circle(58, 0, 12) + circle(206, 0, 12))}`,
    s,
  );

/** The river under the car park, in section. */
export function riverBelow() {
  const street = 330;
  const vault = path('M260 900V620Q260 400 800 400T1340 620V900Z');
  const stones = range(17).map((i) => {
    const a = Math.PI * (1 - i / 16);
    return [800 + 560 * Math.cos(a), 640 - 270 * Math.sin(a)];
  });
  const joints = stones
    .map(([x, y]) =>
      line(6, [
        [x, y],
        [mix(x, 800, -0.11), mix(y, 700, -0.16)],
      ]),
    )
    .join('');
  const water = within(vault, below(wave(200, 730, 1200, 13, 190), 940));
  const next = random(27);
  const ripples = within(
    vault,
    times(26, () => ripple(300 + next() * 1000, 770 + next() * 130, 90 + next() * 160, 10)),
  );
  const cars = `${car(60, street - 26, 1)}${car(400, street - 26, 0.92)}${car(1010, street - 26, 1.02)}
        ${car(1350, street - 26, 0.9)}`;
  const meter = rect(792, 200, 16, 130) + rect(770, 150, 60, 76, 26);
  const heron = moved(
    1090,
    800,
    `${stroke(9, path('M0 0V-92M22 0V-92'))}
        ${path('M-50 -96Q0 -160 70 -128Q96 -160 84 -214Q84 -240 112 -236L168 -224L116 -216Q118 -150 84 -108Q40 -70 -50 -96Z')}`,
    0.95,
  );
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 66,
    plates: [
      [INK.aqua, water + white(ripples) + tint(0.4, vault), 0, 0],
      [INK.coral, cars + fade([0, 330, 1], [0, 900, 0.35], rect(-30, street, 1660, 640)) + white(vault), -3, 2],
      [
        INK.slate,
        `${rect(-30, street, 1660, 26)}${meter}${white(rect(782, 166, 36, 26, 8))}${stroke(10, vault)}
        ${joints}${fade([0, 400, 0.95], [0, 720, 0.1], vault)}${white(ripples)}${heron}
        ${within(vault, fade([0, 790, 0], [0, 920, 0.7], rect(200, 760, 1200, 200)))}`,
        0,
        0,
      ],
    ],
  };
}

/** The same river on a plan, under everybody's plots. */
export function riverDeed() {
  const bed = coords('-80 170, 180 250, 330 480, 560 560, 760 430, 980 300, 1190 420, 1290 640, 1460 720, 1700 690');
  const next = random(35);
  let plots = '';
  let filled = '';
  for (let c = 0; c < 9; c++) {
    for (let r = 0; r < 6; r++) {
      const shape = polygon([
        [c * 190 - 60, r * 162 - 40],
        [c * 190 + 110 + next() * 14, r * 162 - 36],
        [c * 190 + 108, r * 162 + 104],
        [c * 190 - 56, r * 162 + 100 + next() * 10],
      ]);
      plots += shape;
      if (next() < 0.32) filled += shape;
    }
  }
  const hatch = turned(
    36,
    800,
    450,
    times(90, (i) => rect(-300, -700 + i * 44, 2300, 10)),
  );
  const pins = [bed[2], bed[4], bed[6], bed[8]]
    .map(
      ([x, y]) => `${path(`M${x} ${y}C${x - 74} ${y - 96} ${x - 58} ${y - 176} ${x} ${y - 176}S${x + 74} ${y - 96} ${x} ${y}Z`)}
        ${white(circle(x, y - 112, 24))}`,
    )
    .join('');
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 67,
    plates: [
      [
        INK.aqua,
        `${stroke(118, path(curve(bed)))}
        ${white(
          stroke(
            10,
            `${path(curve(bed.map(([x, y]) => [x, y - 18])))}
        ${path(curve(bed.map(([x, y]) => [x + 6, y + 20])))}`,
          ),
        )}`,
        0,
        0,
      ],
      [INK.slate, stroke(6, plots) + within(filled, hatch), 0, 0],
      [
        INK.coral,
        `${pins}
        ${dashed(8, '2 22', path(curve(bed.map(([x, y]) => [x, y - 84]))) + path(curve(bed.map(([x, y]) => [x, y + 84]))))}`,
        -3,
        2,
      ],
    ],
  };
}

/** The opening that was granted: forty metres by six, with a railing. */
export function riverAbove() {
  const hole = polygon(coords('500 250, 1330 130, 1440 560, 610 690'));
  const bays = `${times(6, (i) =>
    line(11, [
      [40 + i * 92, 320 + i * -13.5 + 0],
      [100 + i * 92, 600 - i * 13.5],
    ]),
  )}
        ${times(8, (i) =>
          line(11, [
            [500 + i * 130, 770 - i * 19],
            [560 + i * 130, 1000 - i * 19],
          ]),
        )}
        ${times(9, (i) =>
          line(11, [
            [200 + i * 170, 190 - i * 25],
            [150 + i * 170, -40 - i * 25],
          ]),
        )}`;
  const posts = (points) => points.flatMap(([a, b]) => range(9).map((i) => [mix(a[0], b[0], i / 8), mix(a[1], b[1], i / 8)]));
  const edges = [
    [
      [486, 236],
      [1344, 112],
    ],
    [
      [1344, 112],
      [1458, 570],
    ],
    [
      [1458, 570],
      [600, 708],
    ],
    [
      [600, 708],
      [486, 236],
    ],
  ];
  const rail = `${posts(edges)
    .map(([x, y]) =>
      line(8, [
        [x, y],
        [x, y - 58],
      ]),
    )
    .join('')}
        ${stroke(11, edges.map(([a, b]) => path(`M${a[0]} ${a[1] - 56}L${b[0]} ${b[1] - 56}`)).join(''))}`;
  const next = random(12);
  const light = within(
    hole,
    times(34, () => turned(-8, 960, 400, ripple(560 + next() * 860, 170 + next() * 500, 100 + next() * 200, 13))),
  );
  const bank = within(hole, polygon(coords('500 250, 1330 130, 1346 190, 514 314')));
  const people = coords('560 520, 590 610, 760 690, 800 684, 1130 640, 1420 420, 1000 168, 1180 146');
  const person = ([x, y], i) =>
    moved(x, y, circle(0, -74, 14) + path('M-17 0L-12 -52Q0 -64 12 -52L17 0Z'), i % 3 === 1 ? 0.8 : 1.15);
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cream,
    seed: 68,
    plates: [
      [INK.aqua, hole + white(light), 0, 0],
      [
        INK.slate,
        `${tint(0.28, rect(-30, -30, 1660, 960))}${white(bays + hole)}${bank}
        ${within(hole, fade([560, 260, 0.9], [700, 640, 0.0], hole))}${white(light)}
        ${tint(
          0.35,
          people
            .map(([x, y]) =>
              polygon([
                [x - 12, y],
                [x + 12, y],
                [x + 96, y + 52],
                [x + 74, y + 58],
              ]),
            )
            .join(''),
        )}`,
        0,
        0,
      ],
      [INK.coral, rail + people.map(person).join(''), -2, 2],
    ],
  };
}

/** A village, seven metres up, above where it was. */
export function movingVillage() {
  const spots = coords(
    '90 110 74, 235 90 60, 370 120 84, 520 86 58, 660 130 92, 1010 112 70, 1150 84 62, 1280 128 80, 1440 96 66',
  );
  const house = ([x, w, h], ground) => path(`M${x} ${ground}v${-h}l${w / 2} ${-h * 0.72}l${w / 2} ${h * 0.72}v${h}Z`);
  const church = (ground) => `${path(`M830 ${ground}v-150h110v150Z`)}${path(`M790 ${ground}v-210l28 -130l28 130v210Z`)}
        ${path(`M826 ${ground - 146}l59 -64l60 64Z`)}`;
  const village = (ground) => spots.map((spot) => house(spot, ground)).join('') + church(ground);
  const up = 400;
  const down = 782;
  const panes = `${spots.map(([x, w, h], i) => rect(x + w / 2 - 9, up - h + (i % 2) * 8, 18, 22)).join('')}
        ${circle(818, up - 186, 9)}${rect(872, up - 92, 16, 46, 8)}`;
  const dyke = rect(-40, up, 1680, 300);
  const lift = spots.map(([x, w]) => path(`M${x} ${down - 50}V${up + 220}M${x + w} ${down - 50}V${up + 220}`)).join('');
  const sea = below(wave(-40, 640, 1700, 15, 212), 940);
  const gulls = coords('300 120, 380 90, 1240 150, 1330 110')
    .map(([x, y]) =>
      path(
        `M${x - 40} ${y - 10}Q${x - 16} ${y - 34} ${x} ${y}Q${x + 16} ${y - 34} ${x + 40} ${y - 10}Q${x + 14} ${y - 18} ${x} ${y + 14}Q${x - 14} ${y - 18} ${x - 40} ${y - 10}Z`,
      ),
    )
    .join('');
  return {
    width: 1600,
    height: 900,
    paper: PAPER.cold,
    seed: 69,
    plates: [
      [INK.coral, circle(330, 250, 150) + village(up) + white(panes), -3, 2],
      [INK.aqua, sea + white(stroke(8, village(down)) + dashed(7, '2 20', lift)), 0, 0],
      [
        INK.midnight,
        `${dyke}${white(sea)}${fade([0, 120, 0], [0, up, 0.75], village(up))}${white(panes)}${gulls}
        ${fade([0, 700, 0.05], [0, 930, 0.95], sea)}${white(stroke(7, village(down)) + dashed(7, '2 20', lift))}
        ${tint(0.22, within(sea, village(down)))}`,
        0,
        0,
      ],
    ],
  };
}
