/** The river city at sunrise: mist between the towers, a cable-stayed bridge, the sun's road on the water. */
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
  ridge,
  some,
} from './paint.ts';

const W = 1600;
const H = 900;
const WATER = 590;

const defs = `<defs>${gradient('sky', [
  [0, '#5d93b8'],
  [0.35, '#9cc3d3'],
  [0.62, '#e4d6c9'],
  [0.82, '#f8dcc0'],
  [1, '#fdeed6'],
])}${gradient('water', [
  [0, '#f0dcc4'],
  [0.12, '#a9c2c9'],
  [0.5, '#4f86a0'],
  [1, '#1d4761'],
])}${glow('sun', [
  [0, '#fffbe6'],
  [0.12, '#fff6dc', 0.95],
  [0.4, '#ffe3b0', 0.45],
  [1, '#ffd9a8', 0],
])}${gradient('mist', [
  [0, '#eef3f0', 0],
  [0.7, '#f1f3ee', 0.85],
  [1, '#f3f4ee', 0.95],
])}${blur('soft', 6)}${blur('wide', 40, 8)}${haze('cloud', '0.002 0.009', 7, '#ffffff', 2.4, -1.05)}</defs>`;

/** A row of towers that stand in the haze: farther rows are paler. */
function towers(
  seed: number,
  { base, low, high, colour, lit }: { base: number; low: number; high: number; colour: string; lit: number },
): string {
  const next = chance(seed);
  let x = -20;
  let drawn = '';
  while (x < W + 20) {
    const width = some(next, 22, 62);
    // The city's heart stands right of the middle; heights fall away from it.
    const heart = Math.exp(-(((x - 1030) / 430) ** 2));
    const tall = low + (high - low) * heart * some(next, 0.45, 1) + some(next, 0, low * 0.5);
    const top = base - tall;
    drawn += rect(x, top, width, tall + 4, `fill="${colour}"`);
    if (next() < 0.35) drawn += rect(x + width * 0.3, top - tall * 0.07, width * 0.4, tall * 0.08, `fill="${colour}"`);
    if (next() < 0.2)
      drawn += line(x + width / 2, top, x + width / 2, top - tall * 0.22, `stroke="${colour}" stroke-width="2.4"`);
    // The side that looks at the sun catches light.
    drawn += rect(x, top, width * 0.16, tall, `fill="#ffd9a0" opacity="${lit}"`);
    x += width + some(next, -6, 22);
  }
  return drawn;
}

/** The landmark tower: a tapering slab with a needle. */
const landmark = group(
  'fill="#57809a"',
  path('M1010 590L1018 190Q1036 150 1054 190L1062 590Z', ''),
  line(1036, 165, 1036, 92, 'stroke="#57809a" stroke-width="4"'),
  path('M1010 590L1018 190Q1024 172 1030 166L1028 590Z', 'fill="#ffd9a0" opacity=".5"'),
);

function bridge(): string {
  const deck = 548;
  const pylons = [330, 800];
  const cables = pylons
    .map((x) =>
      many(
        14,
        (index) =>
          line(x, deck - 236 + index * 6, x - 24 - index * 16, deck, '') +
          line(x, deck - 236 + index * 6, x + 24 + index * 16, deck, ''),
      ),
    )
    .join('');
  const legs = pylons
    .map(
      (x) =>
        polygon(
          [
            [x - 4, deck - 250],
            [x + 4, deck - 250],
            [x + 17, WATER + 22],
            [x + 6, WATER + 22],
            [x, deck - 190],
            [x - 6, WATER + 22],
            [x - 17, WATER + 22],
          ],
          'fill="#2f566c"',
        ) + rect(x - 30, WATER + 12, 60, 14, 'rx="3" fill="#244659"'),
    )
    .join('');
  return group(
    '',
    group('stroke="#466f85" stroke-width="1.5" opacity=".85"', cables),
    legs,
    path(
      `M-10 ${deck + 12}Q800 ${deck - 14} 1620 ${deck + 14}V${deck + 24}Q800 ${deck - 3}-10 ${deck + 22}Z`,
      'fill="#2a5065"',
    ),
  );
}

function ripples(): string {
  const next = chance(11);
  return many(420, () => {
    const depth = next() ** 1.7;
    const y = WATER + 6 + depth * 300;
    const road = next() < 0.5;
    const x = road ? 560 + some(next, -1, 1) * (30 + depth * 190) : some(next, 0, W);
    const length = (road ? 14 : 26) + depth * some(next, 20, 110);
    const colour = road ? '#ffe9b8' : next() < 0.5 ? '#12384c' : '#e8efe8';
    return ellipse(
      x,
      y,
      length / 2,
      0.7 + depth * 2.6,
      `fill="${colour}" opacity="${(road ? 0.75 : 0.2) * (0.5 + next() / 2)}"`,
    );
  });
}

function boat(x: number, y: number, size: number): string {
  return group(
    `transform="translate(${x} ${y}) scale(${size})"`,
    ellipse(0, 13, 92, 5, 'fill="#0e2c3b" opacity=".55"'),
    path('M-86-4L92-6 74 12-70 12Z', 'fill="#173a4c"'),
    path('M-60-4V-26H-8L2-4Z', 'fill="#1f4c62"'),
    rect(-54, -21, 10, 8, 'fill="#ffe0a0"') +
      rect(-38, -21, 10, 8, 'fill="#ffe0a0"') +
      rect(-22, -21, 10, 8, 'fill="#ffd38a"'),
    line(30, -6, 30, -40, 'stroke="#173a4c" stroke-width="2.5"'),
    path('M94 4Q150 10 240 11T420 14', 'fill="none" stroke="#ffe6bf" stroke-width="1.6" opacity=".5"'),
  );
}

/** The trees of the near bank frame the view. */
function bank(): string {
  const next = chance(23);
  const clumps = Array.from({ length: 16 }, () => [some(next, 1400, 1620), some(next, 500, 720)] as const);
  const leaves = clumps
    .map(([cx, cy]) =>
      many(70, () => {
        const angle = some(next, 0, Math.PI * 2);
        const far = Math.sqrt(next());
        const [x, y] = [cx + Math.cos(angle) * far * 66, cy + Math.sin(angle) * far * 44];
        const tint = next() < 0.12 && y < cy ? '#5d7f5a' : next() < 0.5 ? '#1d4038' : '#123029';
        return ellipse(
          x,
          y,
          some(next, 4, 11),
          some(next, 2, 4.5),
          `fill="${tint}" transform="rotate(${some(next, -50, 50).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)})"`,
        );
      }),
    )
    .join('');
  return (
    path('M1130 900Q1300 800 1600 792V900Z', 'fill="#10252b"') +
    path('M1490 900Q1516 760 1496 640L1510 636Q1536 770 1532 900Z', 'fill="#10252b"') +
    leaves +
    many(16, (index) =>
      line(
        1180 + index * 28,
        880 - index * 5.4,
        1180 + index * 28,
        842 - index * 5.4,
        'stroke="#10252b" stroke-width="4"',
      ),
    ) +
    path('M1176 846Q1300 818 1610 762', 'fill="none" stroke="#10252b" stroke-width="5"')
  );
}

export const skyline: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, WATER + 10, 'fill="url(#sky)"'),
    rect(0, 0, W, 440, 'filter="url(#cloud)" opacity=".8"'),
    circle(560, 470, 430, 'fill="url(#sun)"'),
    circle(560, 470, 42, 'fill="#fffdf0"'),
    ridge(chance(3), { from: -20, to: W + 20, height: 480, rough: 60, floor: WATER }, 'fill="#a9c0c6" opacity=".75"'),
    towers(31, { base: WATER, low: 40, high: 210, colour: '#a8c0c9', lit: 0.2 }),
    rect(0, 400, W, 195, 'fill="url(#mist)" opacity=".8"'),
    towers(47, { base: WATER, low: 40, high: 330, colour: '#7699ab', lit: 0.34 }),
    landmark,
    towers(59, { base: WATER, low: 22, high: 190, colour: '#4a7288', lit: 0.3 }),
    rect(0, 470, W, WATER - 470, 'fill="url(#mist)"'),
    rect(0, WATER, W, H - WATER, 'fill="url(#water)"'),
    group(
      'transform="matrix(1 0 0 -.55 0 914)" opacity=".38" filter="url(#soft)"',
      towers(47, { base: WATER, low: 40, high: 330, colour: '#4a7288', lit: 0 }),
      landmark,
    ),
    bridge(),
    group('transform="matrix(1 0 0 -.5 0 905)" opacity=".35" filter="url(#soft)"', bridge()),
    ripples(),
    boat(760, 690, 1),
    boat(350, 640, 0.5),
    bank(),
    rect(0, 0, W, H, 'fill="#fff0d8" opacity=".06"'),
  ].join(''),
};
