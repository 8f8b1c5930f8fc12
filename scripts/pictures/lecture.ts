/** A lecture: a blackboard in slanting light, and the backs of those who listen. */
import {
  blur,
  chance,
  circle,
  type Drawing,
  ellipse,
  gradient,
  group,
  haze,
  line,
  many,
  path,
  polygon,
  rect,
  some,
} from './paint.ts';

const W = 1600;
const H = 1000;

const defs = `<defs>${gradient('room', [
  [0, '#e9d9b8'],
  [1, '#c9a877'],
])}${gradient('board', [
  [0, '#1f4a43'],
  [1, '#143630'],
])}${gradient(
  'shaft',
  [
    [0, '#fff2c4', 0.75],
    [1, '#fff2c4', 0],
  ],
  [0, 0, 1, 0.35],
)}${gradient('floor', [
  [0, '#8a6238'],
  [1, '#2c1c17'],
])}${gradient('bench', [
  [0, '#a8703a'],
  [1, '#5d3820'],
])}${blur('soft', 5)}${blur('wide', 16)}${haze('chalk', '0.006 0.02', 6, '#cfe3d4', 2.2, -1.15)}</defs>`;

const CHALK = 'fill="none" stroke="#f1f3e4" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"';

/** A circle, its inscribed triangle, the altitudes: the question of the day. */
const figure = group(
  `transform="translate(560 330)" ${CHALK}`,
  circle(0, 0, 148, ''),
  polygon(
    [
      [-112, 97],
      [-60, -135],
      [141, 45],
    ],
    '',
  ),
  group(
    'stroke="#f2c46a"',
    line(-112, 97, 66, -68, 'stroke-dasharray="9 8"'),
    line(-60, -135, -26, 76, 'stroke-dasharray="9 8"'),
    line(141, 45, -84, -28, 'stroke-dasharray="9 8"'),
  ),
  circle(-37, 26, 5, 'fill="#f2a06a" stroke="none"'),
  path('M-26 76m-4-20 18-4 3 20', 'stroke-width="2"'),
);

/** Lines of writing that nobody has to read: sums, a root, an integral sign, an arrow. */
const writing = group(
  `transform="translate(800 210)" ${CHALK}`,
  path('M0 20V-20M-14 0H14M34-8H66M34 8H66M96 20Q96-20 116-20T136 0 116 20 96 0M156 20L180-20M156-20L180 20', ''),
  path('M0 92Q10 40 26 42M0 92Q-8 108-18 100M40 84Q52 52 66 84T92 84M112 66h34M112 80h34M172 92V52l-16 12', ''),
  path('M-6 160L6 184 26 120H120M44 146Q56 134 62 146T52 176L78 176M92 160h20M102 150v20', ''),
  path('M-10 238H110M96 226L112 238 96 250', 'stroke="#f2c46a"'),
  path('M150 224Q166 208 176 226T150 256H182M200 240h26M213 227v26M246 224V256M246 224L270 256V224', ''),
);

const teacher = group(
  'transform="translate(1190 700) scale(1.12)"',
  path('M-46 0L-40-150Q-62-200-52-262Q-46-304 0-306T54-262Q62-190 42-150L50 0H10L2-130-8 0Z', 'fill="#2b3348"'),
  path('M-46-280Q-92-330-128-392L-112-404Q-78-350-24-306Z', 'fill="#2b3348"') +
    circle(-121, -402, 13, 'fill="#d9a47c"') +
    rect(-142, -424, 18, 6, 'fill="#fff" transform="rotate(40 -133 -421)"'),
  path('M46-290Q82-230 74-160L58-158Q60-220 34-262Z', 'fill="#232a3d"'),
  path('M-20-304H20L14-298H-14Z', 'fill="#f2efe6"') +
    path('M0-296V-150', 'fill="none" stroke="#1c2233" stroke-width="2"'),
  rect(-13, -322, 26, 24, 'fill="#c98f66"') +
    circle(0, -350, 35, 'fill="#d9a47c"') +
    path('M-36-346Q-40-390 0-391T36-346Q34-324 18-320H-18Q-34-324-36-346Z', 'fill="#55504c"') +
    circle(-36, -346, 8, 'fill="#d9a47c"') +
    circle(36, -346, 8, 'fill="#b97f5a"'),
  path('M-54-262Q-46-304 0-306L-6-292Q-36-286-42-250L-40-150Z', 'fill="#fbe3b0" opacity=".35"'),
);

/** One listener from behind: shoulders, hair, the light from the left on an edge. */
function listener(next: () => number, x: number, y: number, size: number, tone: string): string {
  const long = next() < 0.4;
  const lean = some(next, -7, 7);
  const hair = long
    ? 'M-44-60Q-46-112 0-113T44-60Q48-16 40 8Q0 22-40 8Q-48-16-44-60Z'
    : 'M-41-66Q-44-113 0-114T41-66Q42-38 26-24Q0-14-26-24Q-42-38-41-66Z';
  const hand =
    next() < 0.13
      ? path('M70 20Q98-60 92-150L112-152Q124-50 104 44Z', `fill="${tone}"`) + circle(102, -160, 15, 'fill="#c98f66"')
      : '';
  return group(
    `transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${lean.toFixed(1)}) scale(${size.toFixed(2)})"`,
    hand,
    path('M-104 130Q-106 40-60 22T-22-6H22Q30 16 62 22T106 130Z', `fill="${tone}"`),
    path('M-104 130Q-106 40-60 22T-22-6L-18 6Q-54 30-70 48T-84 130Z', 'fill="#ffdf9e" opacity=".42"'),
    path('M-17-34H17V8Q0 20-17 8Z', 'fill="#b97f5a"'),
    long ? '' : circle(-42, -60, 9, 'fill="#c98f66"') + circle(42, -60, 9, 'fill="#a8714e"'),
    path(hair, 'fill="#1d1718"'),
    path('M-42-62Q-46-112 0-113Q-30-104-33-66T-30-26Q-42-38-42-62Z', 'fill="#e9b36c" opacity=".6"'),
  );
}

const CLOTHES = ['#3c4a68', '#5c3a3f', '#31504a', '#66543a', '#2c3550', '#72473a', '#454058'];

function rows(): string {
  const next = chance(33);
  return many(3, (row) => {
    const size = 0.62 + row * 0.36;
    const y = 760 + row * 112;
    const gap = 250 * size;
    const count = Math.ceil(W / gap) + 1;
    const heads = many(count, (index) =>
      next() < 0.07
        ? ''
        : listener(
            next,
            index * gap + (row % 2) * gap * 0.5 - 30 + some(next, -26, 26),
            y + some(next, -8, 8),
            size,
            CLOTHES[Math.floor(next() * CLOTHES.length)] ?? '#3c4a68',
          ),
    );
    const desk =
      rect(-10, y + 60 * size, W + 20, 26 + row * 14, 'fill="url(#bench)"') +
      rect(-10, y + 60 * size, W + 20, 4 + row, 'fill="#f0bd74" opacity=".75"');
    return heads + desk + rect(0, y + 60 * size + 26 + row * 14, W, H, `fill="#2c1c17" opacity="${0.35 + row * 0.1}"`);
  });
}

const windows = many(2, (index) => {
  const x = 30 + index * 150;
  return (
    polygon(
      [
        [x, 90 + index * 34],
        [x + 120, 118 + index * 30],
        [x + 120, 560 - index * 10],
        [x, 590 - index * 14],
      ],
      'fill="#fff8df"',
    ) +
    line(x + 60, 104 + index * 32, x + 60, 575 - index * 12, 'stroke="#b08a56" stroke-width="7"') +
    line(x, 330 + index * 8, x + 120, 330 + index * 8, 'stroke="#b08a56" stroke-width="7"')
  );
});

export const lecture: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#room)"'),
    rect(0, 0, 330, 700, 'fill="#d9bf90"') + windows,
    rect(0, 620, W, 380, 'fill="url(#floor)"'),
    rect(352, 130, 960, 440, 'fill="#6d4424"') +
      rect(366, 144, 932, 412, 'fill="url(#board)"') +
      rect(366, 144, 932, 412, 'filter="url(#chalk)" opacity=".35"'),
    figure,
    writing,
    rect(340, 566, 990, 16, 'fill="#8a5a30"') +
      rect(700, 560, 40, 7, 'fill="#fff"') +
      rect(760, 560, 22, 7, 'fill="#f2c46a"'),
    rect(1380, 180, 150, 110, 'fill="#f6ecd4"') +
      rect(1396, 198, 118, 8, 'fill="#c9a877"') +
      rect(1396, 218, 90, 8, 'fill="#c9a877"') +
      rect(1396, 238, 104, 8, 'fill="#c9a877"') +
      circle(1455, 420, 56, 'fill="#f6ecd4"') +
      circle(1455, 420, 56, 'fill="none" stroke="#6d4424" stroke-width="7"') +
      path('M1455 420V382M1455 420L1480 434', 'stroke="#3c2a1e" stroke-width="6"'),
    teacher,
    polygon(
      [
        [120, 120],
        [320, 150],
        [1500, 900],
        [500, 1000],
      ],
      'fill="url(#shaft)" opacity=".55" filter="url(#wide)"',
    ),
    ellipse(1190, 704, 120, 12, 'fill="#2c1c17" opacity=".5" filter="url(#soft)"'),
    rows(),
    polygon(
      [
        [30, 100],
        [150, 120],
        [1150, 1000],
        [200, 1000],
      ],
      'fill="url(#shaft)" opacity=".4" filter="url(#wide)"',
    ),
  ].join(''),
};
