/** The reading room at midnight: one warm window in a blue lane, its light on wet stone. */
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
  some,
} from './paint.ts';

const W = 1500;
const H = 1000;

const defs = `<defs>${gradient('night', [
  [0, '#0d1730'],
  [1, '#263a5e'],
])}${gradient('lamp', [
  [0, '#ffdf9c'],
  [0.6, '#ffc873'],
  [1, '#f0a04e'],
])}${glow('halo', [
  [0, '#ffcf85', 0.75],
  [0.5, '#ffb863', 0.25],
  [1, '#ff9d4a', 0],
])}${gradient('stone', [
  [0, '#2a3854'],
  [1, '#0d1424'],
])}${gradient('wall', [
  [0, '#1b2743'],
  [1, '#2b3a5b'],
])}${gradient('pool', [
  [0, '#ffc873', 0.95],
  [1, '#ff9d4a', 0],
])}${blur('soft', 5)}${blur('wide', 22)}${blur('far', 60)}${haze('brick', '0.02 0.05', 3, '#0a1020', 2.4, -1.1)}</defs>`;

const BOOKS = ['#8c3b2e', '#b5622f', '#3f5d6b', '#57704e', '#7d5a83', '#c08a3a', '#2f4a63', '#a04a4a', '#6b4a33'];

function shelf(x: number, y: number, wide: number, seed: number): string {
  const next = chance(seed);
  let drawn = rect(x - 8, y + 54, wide + 16, 8, 'fill="#6e421f"');
  for (let at = x; at < x + wide - 10; ) {
    const thick = some(next, 7, 15);
    const tall = some(next, 34, 52);
    const colour = BOOKS[Math.floor(next() * BOOKS.length)] ?? '#8c3b2e';
    drawn +=
      next() < 0.08
        ? ''
        : rect(at, y + 54 - tall, thick - 1, tall, `fill="${colour}"`) +
          rect(at + 1, y + 60 - tall, thick - 3, 3, 'fill="#ffe3ae" opacity=".55"');
    at += thick;
  }
  return drawn;
}

/** Somebody who reads at a table, seen against the light. */
function reader(x: number, y: number, size: number, fill: string, flip = 1): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size * flip} ${size})" fill="${fill}"`,
    circle(2, -118, 23, ''),
    path('M-20-128Q-16-150 8-146Q30-140 26-116Q16-132-20-122Z', 'fill="#221510"'),
    path('M-44 10Q-50-70-22-88Q0-98 22-86Q40-74 44-30L72-22 70-8 30-10 32 10Z', ''),
    path('M44-44L78-58 112-40 84-22Z', 'fill="#fff0cf"') + path('M44-44L78-58 80-34Z', 'fill="#e6cf9f"'),
  );
}

const inside = group(
  '',
  rect(560, 300, 560, 400, 'fill="url(#lamp)"'),
  many(5, (row) => shelf(590, 316 + row * 66, 190, 40 + row)),
  many(3, (row) => shelf(880, 316 + row * 66, 210, 60 + row)),
  line(820, 300, 820, 400, 'stroke="#5b3a1e" stroke-width="4"') +
    path('M780 432Q784 396 820 394T860 432Z', 'fill="#3d2a1d"') +
    ellipse(820, 434, 36, 8, 'fill="#fff6da"'),
  circle(820, 440, 190, 'fill="url(#halo)"'),
  line(1010, 300, 1010, 470, 'stroke="#5b3a1e" stroke-width="4"') +
    path('M974 500Q978 466 1010 464T1046 500Z', 'fill="#3d2a1d"') +
    ellipse(1010, 502, 32, 7, 'fill="#fff6da"'),
  reader(720, 652, 1.0, '#5c3420'),
  reader(934, 652, 1.0, '#3f2b2a', -1),
  reader(1072, 652, 0.86, '#6d3c24', -1),
  rect(560, 646, 560, 54, 'fill="#4d2d17"') + rect(560, 646, 560, 7, 'fill="#d18a45"'),
);

const frame = group(
  'fill="#17131a"',
  rect(548, 288, 584, 14, '') +
    rect(548, 694, 584, 16, '') +
    rect(548, 288, 14, 420, '') +
    rect(1118, 288, 14, 420, ''),
  rect(742, 300, 8, 400, '') + rect(930, 300, 8, 400, '') + rect(560, 372, 560, 6, 'opacity=".8"'),
);

const roof = group(
  '',
  path('M470 262L560 150H1130L1220 262Z', 'fill="#131c33"'),
  many(34, (index) =>
    path(`M${480 + index * 21.6} 262L${564 + index * 16.8} 152`, 'stroke="#233154" stroke-width="5" fill="none"'),
  ),
  path('M450 262Q840 240 1240 262L1252 280Q840 256 438 280Z', 'fill="#0b1122"'),
  path('M556 152Q840 138 1134 152V138Q840 124 556 138Z', 'fill="#0b1122"'),
);

/** Stones of the lane, wet: the nearer, the larger, the light of the window on them. */
function lane(): string {
  const next = chance(15);
  const rows = many(17, (row) => {
    const y = 742 + row ** 1.75 * 1.9;
    const tall = 6 + row * 1.75;
    const wide = 50 + row * 11;
    const shift = some(next, 0, wide);
    return many(Math.ceil(W / wide) + 2, (index) => {
      const x = index * wide - shift;
      const near = Math.exp(-(((x + wide / 2 - 840) / (250 + row * 22)) ** 2));
      const warm = near * some(next, 0.35, 0.9) * (1 - row / 26);
      return (
        rect(
          x + 2,
          y,
          wide - 5,
          tall,
          `rx="${(tall * 0.3).toFixed(1)}" fill="${next() < 0.5 ? '#3a4a6b' : '#2b3a58'}" opacity=".75"`,
        ) +
        rect(x + 2, y, wide - 5, tall, `rx="${(tall * 0.3).toFixed(1)}" fill="#ffc06a" opacity="${warm.toFixed(2)}"`)
      );
    });
  });
  return (
    rect(0, 730, W, 270, 'fill="url(#stone)"') +
    rows +
    polygon(
      [
        [560, 730],
        [1120, 730],
        [1330, 1000],
        [350, 1000],
      ],
      'fill="url(#pool)" opacity=".5" filter="url(#wide)"',
    )
  );
}

const bicycle = group(
  'transform="translate(1275 792)" fill="none" stroke="#070c18" stroke-width="5"',
  circle(-70, 0, 46, '') + circle(70, 0, 46, ''),
  path('M-70 0L-22-62 44-66 8 0-70 0M-22-62L8 0M44-66L70 0M44-66L40-92 62-96M-34-78L-10-80M-22-62L-26-78', ''),
);

function stars(): string {
  const next = chance(2);
  return many(90, () =>
    circle(
      some(next, 0, W),
      some(next, 0, 240),
      some(next, 0.6, 1.9),
      `fill="#dfe8ff" opacity="${some(next, 0.2, 0.9).toFixed(2)}"`,
    ),
  );
}

const side = (flip: string): string =>
  group(
    flip,
    polygon(
      [
        [0, 60],
        [330, 190],
        [330, 742],
        [0, 800],
      ],
      'fill="url(#wall)"',
    ),
    polygon(
      [
        [0, 60],
        [330, 190],
        [330, 742],
        [0, 800],
      ],
      'filter="url(#brick)" opacity=".7"',
    ),
    polygon(
      [
        [-10, 20],
        [372, 178],
        [372, 206],
        [-10, 76],
      ],
      'fill="#0a1122"',
    ),
    many(3, (index) =>
      polygon(
        [
          [60 + index * 88, 330 + index * 10],
          [104 + index * 88, 340 + index * 9],
          [104 + index * 88, 460 + index * 3],
          [60 + index * 88, 462 + index * 4],
        ],
        'fill="#0c1428"',
      ),
    ),
  );

export const readingRoom: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#night)"'),
    stars(),
    circle(1260, 106, 150, 'fill="url(#halo)" opacity=".25"') +
      path('M1268 76A34 34 0 1 1 1246 138A38 38 0 0 0 1268 76Z', 'fill="#f4ecd2"'),
    rect(330, 200, 880, 545, 'fill="#1d2946"'),
    rect(330, 200, 880, 545, 'filter="url(#brick)" opacity=".8"'),
    side(''),
    side(`transform="matrix(-1 0 0 1 ${W} 0)"`),
    rect(1200, 200, 60, 545, 'fill="#1a2540"'),
    roof,
    circle(840, 500, 520, 'fill="url(#halo)" opacity=".7"'),
    inside,
    frame,
    rect(400, 420, 104, 320, 'fill="#241a1c"') +
      rect(412, 432, 80, 308, 'fill="#4a2f22"') +
      rect(420, 444, 64, 120, 'fill="#ffcf85" opacity=".8"') +
      circle(482, 610, 5, 'fill="#f2c063"'),
    path('M452 300V340M424 340H480L472 400H432Z', 'stroke="#120c10" stroke-width="4" fill="#ffb95e"') +
      circle(452, 372, 120, 'fill="url(#halo)"'),
    lane(),
    bicycle,
    rect(540, 706, 600, 30, 'fill="#2a2230"') + rect(540, 706, 600, 6, 'fill="#b77a45"'),
    circle(840, 520, 640, 'fill="url(#halo)" opacity=".32" filter="url(#far)"'),
  ].join(''),
};
