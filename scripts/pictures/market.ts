/** A winter market in an old town's square: stalls under snow, strings of lamps, people between. */
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
  person,
  polygon,
  rect,
  some,
} from './paint.ts';

const W = 1600;
const H = 1000;

const defs = `<defs>${gradient('sky', [
  [0, '#0c1638'],
  [0.5, '#2c3a6e'],
  [0.85, '#7a6a93'],
  [1, '#c59a94'],
])}${gradient('snow', [
  [0, '#d9b58f'],
  [0.3, '#9aa0bf'],
  [1, '#3d4a75'],
])}${glow('lamp', [
  [0, '#fff3c9'],
  [0.2, '#ffd27d', 0.8],
  [1, '#ff9d4a', 0],
])}${gradient('stall', [
  [0, '#ffe1a0'],
  [0.5, '#ffbf66'],
  [1, '#c9712f'],
])}${gradient('fir', [
  [0, '#2f6b57'],
  [1, '#0d2a2a'],
])}${blur('soft', 4)}${blur('wide', 20)}${haze('cloud', '0.003 0.01', 9, '#b7a6c9', 2.2, -1.1)}</defs>`;

/** Gabled houses around the square, windows lit here and there. */
function houses(
  seed: number,
  base: number,
  low: number,
  high: number,
  fill: string,
  roof: string,
  lit: number,
): string {
  const next = chance(seed);
  let drawn = '';
  for (let x = -30; x < W + 20; ) {
    const wide = some(next, 96, 170);
    const tall = some(next, low, high);
    const [top, peak] = [base - tall, base - tall - wide * some(next, 0.5, 0.8)];
    drawn +=
      rect(x, top, wide, tall + 20, `fill="${fill}"`) +
      polygon(
        [
          [x - 5, top + 2],
          [x + wide / 2, peak],
          [x + wide + 5, top + 2],
        ],
        `fill="${roof}"`,
      ) +
      path(
        `M${x - 5} ${top + 2}L${x + wide / 2} ${peak}L${x + wide + 5} ${top + 2}L${x + wide / 2} ${peak + 13}Z`,
        'fill="#dfe3f4" opacity=".85"',
      );
    drawn += many(12, (index) => {
      const [column, row] = [index % 3, Math.floor(index / 3)];
      const y = top + 24 + row * 52;
      if (y > base - 40) return '';
      const on = next() < lit;
      return rect(
        x + wide * (0.16 + column * 0.27),
        y,
        wide * 0.15,
        30,
        `fill="${on ? '#ffcf7d' : '#1a2348'}" opacity="${on ? 0.95 : 0.7}"`,
      );
    });
    x += wide + some(next, -4, 5);
  }
  return drawn;
}

const church = group(
  '',
  rect(1130, 190, 84, 420, 'fill="#343a68"') +
    polygon(
      [
        [1122, 194],
        [1172, -40],
        [1222, 194],
      ],
      'fill="#272c55"',
    ) +
    polygon(
      [
        [1122, 194],
        [1172, -40],
        [1168, 194],
      ],
      'fill="#dfe3f4" opacity=".38"',
    ) +
    circle(1172, 262, 25, 'fill="#ffe1a0"') +
    path('M1172 262V246M1172 262L1184 268', 'stroke="#343a68" stroke-width="4"') +
    path('M1156 400V344Q1172 318 1188 344V400Z', 'fill="#ffcf7d"') +
    line(1172, -40, 1172, -70, 'stroke="#d7a94e" stroke-width="4"'),
);

interface Stall {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly stripe: string;
  readonly wares: number;
}

/** A wooden stall: warm inside, an awning of stripes, snow on the roof. */
function stall({ x, y, size, stripe, wares }: Stall): string {
  const next = chance(wares);
  const goods = many(9, (index) => {
    const at = -108 + index * 27;
    return next() < 0.5
      ? rect(
          at,
          -74 - some(next, 4, 22),
          16,
          26,
          `rx="4" fill="${['#8c3b2e', '#3f6d6b', '#c08a3a', '#6b4a63'][Math.floor(next() * 4)]}"`,
        )
      : circle(
          at + 8,
          -64,
          some(next, 7, 12),
          `fill="${['#d4472f', '#f2d25c', '#7a3b2a', '#f4ecd8'][Math.floor(next() * 4)]}"`,
        );
  });
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    circle(0, -90, 250, 'fill="url(#lamp)" opacity=".55"'),
    rect(-130, -190, 260, 190, 'fill="url(#stall)"'),
    many(
      4,
      (index) =>
        rect(-112 + index * 62, -150, 44, 5, 'fill="#8a4d22"') +
        rect(-106 + index * 62, -172, 12, 22, 'fill="#8c3b2e"') +
        rect(-90 + index * 62, -168, 14, 18, 'fill="#f4ecd8"'),
    ),
    person(-20 + wares, -26, 132, 'fill="#4a2a20"') + circle(-20 + wares, -150, 13, 'fill="#8c3b2e"'),
    goods,
    rect(-140, -52, 280, 56, 'fill="#7a4526"') +
      many(9, (index) => line(-140 + index * 35, -52, -140 + index * 35, 4, 'stroke="#5d3219" stroke-width="3"')) +
      rect(-146, -58, 292, 10, 'fill="#b5733c"'),
    rect(-140, -200, 14, 204, 'fill="#5d3219"') + rect(126, -200, 14, 204, 'fill="#5d3219"'),
    many(8, (index) =>
      path(
        `M${-160 + index * 40} -214H${-120 + index * 40}V-180Q${-140 + index * 40} -160 ${-160 + index * 40} -180Z`,
        `fill="${index % 2 ? '#f4ecd8' : stripe}"`,
      ),
    ),
    path('M-176-212L-110-280H110L176-212Z', 'fill="#5b3a2a"') +
      path(
        'M-182-210Q-150-250-112-290Q0-312 112-290Q150-250 182-210Q140-226 96-216T0-222T-96-214T-182-210Z',
        'fill="#eef0fa"',
      ) +
      path('M-182-210Q-150-250-112-290Q-60-302-20-302Q-90-270-120-222Z', 'fill="#fff"'),
    many(
      7,
      (index) =>
        circle(-132 + index * 44, -170 + (index % 2) * 5, 5, 'fill="#fff6d6"') +
        circle(-132 + index * 44, -170 + (index % 2) * 5, 17, 'fill="url(#lamp)" opacity=".8"'),
    ),
  );
}

/** A string of lamps that hangs between two points. */
function string(x1: number, y1: number, x2: number, y2: number, sag: number, lamps: number): string {
  const at = (t: number): [number, number] => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t + sag * 4 * t * (1 - t)];
  return (
    path(
      `M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag * 2} ${x2} ${y2}`,
      'fill="none" stroke="#141b3a" stroke-width="2.5"',
    ) +
    many(lamps, (index) => {
      const [x, y] = at((index + 0.5) / lamps);
      return circle(x, y + 8, 24, 'fill="url(#lamp)" opacity=".75"') + circle(x, y + 8, 5.5, 'fill="#fff8e0"');
    })
  );
}

function flakes(): string {
  const next = chance(61);
  return many(330, () => {
    const near = next() ** 2.6;
    return circle(
      some(next, 0, W),
      some(next, 0, H),
      1.2 + near * 6,
      `fill="#fff" opacity="${some(next, 0.25, 0.85).toFixed(2)}"${near > 0.5 ? ' filter="url(#soft)"' : ''}`,
    );
  });
}

const fir = group(
  'transform="translate(806 640)"',
  rect(-12, -20, 24, 40, 'fill="#3a2418"'),
  many(6, (tier) =>
    path(
      `M0 ${-400 + tier * 42}Q${40 + tier * 13} ${-310 + tier * 52} ${52 + tier * 19} ${-292 + tier * 56}Q0 ${-272 + tier * 56} ${-52 - tier * 19} ${-292 + tier * 56}Q${-40 - tier * 13} ${-310 + tier * 52} 0 ${-400 + tier * 42}Z`,
      'fill="url(#fir)"',
    ),
  ),
  many(34, (index) => {
    const y = -360 + index * 10.4;
    const x = Math.sin(index * 2.1) * (y + 420) * 0.36;
    return (
      circle(x, y, 12, 'fill="url(#lamp)"') +
      circle(x, y, 3.6, `fill="${['#fff6d6', '#ff8a6b', '#ffe07a'][index % 3]}"`)
    );
  }),
  path('M0-436L9-410 36-410 14-394 22-368 0-384-22-368-14-394-36-410-9-410Z', 'fill="#ffe9a8"') +
    circle(0, -398, 70, 'fill="url(#lamp)"'),
);

const crowd = [
  [560, 760, 150, '#1d2140'],
  [604, 764, 140, '#4d2436'],
  [700, 720, 112, '#232a52'],
  [930, 730, 116, '#382545'],
  [972, 734, 74, '#8c3b2e'],
  [1010, 728, 118, '#1d2140'],
  [1130, 812, 190, '#2a1f3a'],
  [1196, 818, 118, '#b5622f'],
  [330, 826, 200, '#1a1e3a'],
] as const;

export const market: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#sky)"'),
    rect(0, 0, W, 420, 'filter="url(#cloud)" opacity=".6"'),
    houses(4, 600, 150, 240, '#4a4a7c', '#3a3a68', 0.2),
    church,
    houses(12, 620, 90, 180, '#39396a', '#2a2a55', 0.42),
    ellipse(800, 600, 900, 70, 'fill="#ffb871" opacity=".42" filter="url(#wide)"'),
    rect(0, 610, W, H - 610, 'fill="url(#snow)"'),
    fir,
    stall({ x: 470, y: 680, size: 0.62, stripe: '#2f6b57', wares: 21 }),
    stall({ x: 1120, y: 676, size: 0.6, stripe: '#3c4f8c', wares: 33 }),
    stall({ x: 160, y: 800, size: 1.12, stripe: '#c2402f', wares: 12 }),
    stall({ x: 1440, y: 796, size: 1.1, stripe: '#c2402f', wares: 5 }),
    string(-10, 330, 806, 240, 60, 12),
    string(806, 240, 1610, 320, 60, 12),
    string(-10, 470, 640, 400, 40, 9),
    string(980, 400, 1610, 460, 40, 9),
    crowd
      .map(
        ([x, y, tall, fill]) =>
          polygon(
            [
              [x - 8, y],
              [x + 8, y],
              [x + (x - 800) * 0.16 + 20, y + tall * 0.62],
              [x + (x - 800) * 0.16 - 22, y + tall * 0.62],
            ],
            'fill="#20264a" opacity=".45" filter="url(#soft)"',
          ) +
          person(x, y, tall, `fill="${fill}"`) +
          ellipse(x - tall * 0.05, y - tall * 0.97, tall * 0.075, tall * 0.05, 'fill="#e8d9c0"'),
      )
      .join(''),
    many(26, (index) =>
      ellipse(520 + ((index * 149) % 640), 850 + ((index * 61) % 130), 26, 5, 'fill="#2d3a66" opacity=".3"'),
    ),
    ellipse(800, 760, 520, 110, 'fill="#ffc27d" opacity=".26" filter="url(#wide)"'),
    flakes(),
  ].join(''),
};
