/** Rail meets sea: a container train runs out to the quay under the cranes, at dusk. */
import {
  blur,
  chance,
  circle,
  type Drawing,
  ellipse,
  glow,
  gradient,
  group,
  haze,
  line,
  many,
  path,
  polygon,
  rect,
} from './paint.ts';

const W = 1600;
const H = 900;

const defs = `<defs>${gradient('sky', [
  [0, '#3f7fa6'],
  [0.4, '#8ab6c4'],
  [0.7, '#cfdccf'],
  [1, '#f4e4bd'],
])}${gradient('sea', [
  [0, '#dfe0c6'],
  [0.3, '#6ba0ab'],
  [1, '#24627a'],
])}${gradient('quay', [
  [0, '#6a7a80'],
  [1, '#222c33'],
])}${glow('sun', [
  [0, '#fff8df'],
  [0.25, '#fff0cc', 0.75],
  [1, '#ffe3ae', 0],
])}${gradient('loco', [
  [0, '#e9f0f0'],
  [0.4, '#c9d5d8'],
  [0.42, '#c2402f'],
  [1, '#7c241e'],
])}${blur('soft', 4)}${blur('wide', 16)}${haze('cloud', '0.0024 0.011', 3, '#ffffff', 2.5, -1.15)}${haze('grit', '0.1 0.2', 3, '#0e0c16', 2.2, -1.15)}</defs>`;

/** A quay crane: legs, boom over the water, cabin, a box on its ropes. */
function crane(x: number, y: number, size: number, colour: string, load?: string): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})" stroke="${colour}" fill="none"`,
    path('M-70 0L-52-330M70 0L52-330M-64-110H64M-58-220H58M-64-110L58-220', 'stroke-width="11"'),
    path('M-330-330H190', 'stroke-width="14"'),
    path('M-10-330L-4-470 4-470 40-330M0-466L-310-336M0-466L180-336', 'stroke-width="6"'),
    many(
      18,
      (index) =>
        line(-320 + index * 28, -330, -306 + index * 28, -346, 'stroke-width="4"') +
        line(-306 + index * 28, -346, -292 + index * 28, -330, 'stroke-width="4"'),
    ),
    rect(120, -360, 66, 40, `fill="${colour}"`),
    rect(-150, -326, 38, 22, `fill="${colour}"`),
    load
      ? line(-142, -304, -142, -214, 'stroke-width="2.5"') +
          line(-120, -304, -120, -214, 'stroke-width="2.5"') +
          rect(-186, -214, 110, 44, `fill="${load}" stroke="none"`)
      : '',
  );
}

const BOXES = ['#c2402f', '#2f6f7f', '#d98a2b', '#3c5488', '#5f7a4a', '#8a4a5c', '#b9b4a6', '#24506b'];

/** A container seen from its side: ribs, a light upper edge, a shaded end. */
const box = (x: number, y: number, wide: number, tall: number, colour: string): string =>
  rect(x, y, wide - 2, tall - 2, `fill="${colour}"`) +
  many(Math.floor(wide / 9), (index) => rect(x + 4 + index * 9, y + 4, 3, tall - 9, 'fill="#000" opacity=".16"')) +
  rect(x, y, wide - 2, 3, 'fill="#ffe0b0" opacity=".6"') +
  rect(x, y, 4, tall - 2, 'fill="#ffe0b0" opacity=".35"');

function stacks(): string {
  const next = chance(17);
  return many(15, (column) =>
    many(1 + Math.floor(next() * 4), (level) =>
      box(830 + column * 56, 560 - level * 30, 56, 30, BOXES[Math.floor(next() * BOXES.length)] ?? '#c2402f'),
    ),
  );
}

const ship = group(
  '',
  path('M-20 520H560L610 470H640L600 590H-20Z', 'fill="#1c3f57"') + path('M-20 578H604L600 592H-20Z', 'fill="#8c2f2a"'),
  many(10, (column) =>
    many(2 + ((column * 7) % 4), (level) =>
      box(40 + column * 46, 492 - level * 27, 46, 27, BOXES[(column * 3 + level * 5) % BOXES.length] ?? '#c2402f'),
    ),
  ),
  rect(-20, 372, 54, 150, 'fill="#e9e2d4"') + many(4, (index) => rect(-14, 386 + index * 30, 42, 8, 'fill="#2f3a5c"')),
);

/** The train: an electric locomotive towards the reader's right, flat wagons behind it. */
function train(): string {
  const next = chance(23);
  const wheels = (x: number): string => circle(x, 812, 15, 'fill="#14121c"') + circle(x, 812, 7, 'fill="#6b6474"');
  const wagons = many(4, (index) => {
    const x = 1010 - index * 292 - 292;
    return (
      rect(x, 786, 280, 14, 'fill="#2b2734"') +
      [28, 66, 214, 252].map((at) => wheels(x + at)).join('') +
      box(x + 6, 690, 134, 96, BOXES[Math.floor(next() * 8)] ?? '#c2402f') +
      box(x + 142, 690, 134, 96, BOXES[Math.floor(next() * 8)] ?? '#2f6f7f') +
      line(x + 280, 794, x + 292, 794, 'stroke="#14121c" stroke-width="7"')
    );
  });
  const loco =
    path('M1010 796V668Q1010 652 1028 652H1408Q1444 656 1466 700L1486 764V796Z', 'fill="url(#loco)"') +
    path('M1410 662Q1438 668 1456 702L1460 712H1398V662Z', 'fill="#16233a"') +
    polygon(
      [
        [1404, 712],
        [1424, 664],
        [1438, 670],
        [1424, 712],
      ],
      'fill="#fff" opacity=".22"',
    ) +
    many(4, (index) => rect(1050 + index * 82, 668, 52, 30, 'rx="5" fill="#24344f"')) +
    rect(1020, 730, 420, 6, 'fill="#f2d29a"') +
    path('M1100 652L1134 612 1180 652M1120 628H1150', 'stroke="#2b2734" stroke-width="5" fill="none"') +
    line(1092, 610, 1182, 610, 'stroke="#2b2734" stroke-width="5"') +
    rect(1004, 792, 488, 12, 'fill="#1b1822"') +
    [1060, 1104, 1148, 1340, 1384, 1428].map(wheels).join('') +
    circle(1470, 752, 9, 'fill="#fffbe6"') +
    circle(1470, 752, 60, 'fill="url(#sun)"') +
    polygon(
      [
        [1474, 746],
        [1620, 716],
        [1620, 840],
        [1474, 760],
      ],
      'fill="#fff1c8" opacity=".3" filter="url(#soft)"',
    );
  return wagons + loco;
}

export const port: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, 600, 'fill="url(#sky)"'),
    rect(0, 0, W, 520, 'filter="url(#cloud)" opacity=".8"'),
    circle(690, 520, 440, 'fill="url(#sun)"') + circle(690, 520, 36, 'fill="#fffbec"'),
    rect(0, 560, W, 140, 'fill="url(#sea)"'),
    many(60, (index) =>
      ellipse(
        690 + Math.sin(index * 12.9) * (30 + index * 4),
        566 + index * 1.9,
        12 + (index % 7) * 4,
        1.2,
        'fill="#fff0cc" opacity=".65"',
      ),
    ),
    crane(1370, 600, 0.62, '#7d9aa6'),
    crane(1120, 606, 0.74, '#5d8192'),
    ship,
    stacks(),
    crane(760, 640, 1.04, '#c2562f', '#d98a2b'),
    crane(360, 650, 1.12, '#a8431f', '#2f6f7f'),
    rect(0, 620, W, 280, 'fill="url(#quay)"'),
    rect(0, 620, W, 4, 'fill="#f5ead0" opacity=".8"'),
    rect(0, 620, W, 280, 'filter="url(#grit)" opacity=".5"'),
    many(70, (index) => rect(index * 24 - 10, 826, 14, 12, 'fill="#3a2f33"')),
    rect(0, 824, W, 5, 'fill="#aab4b8"') + rect(0, 824, W, 2, 'fill="#f4f0e2"'),
    line(0, 606, W, 606, 'stroke="#1b1a2a" stroke-width="2" opacity=".8"'),
    many(5, (index) => line(150 + index * 360, 620, 150 + index * 360, 590, 'stroke="#1b1a2a" stroke-width="5"')),
    ellipse(760, 832, 760, 12, 'fill="#0c0b14" opacity=".6" filter="url(#soft)"'),
    train(),
    many(84, (index) =>
      path(`M${index * 20 - 8} 900l6-${8 + ((index * 37) % 14)} 5 ${9 + ((index * 37) % 14)}`, 'fill="#15131d"'),
    ),
    circle(690, 520, 760, 'fill="url(#sun)" opacity=".25"'),
  ].join(''),
};
