/** A drilling rig on a mine terrace at sunrise: dust in the light, a figure for the scale. */
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
  ridge,
  some,
} from './paint.ts';

const W = 1600;
const H = 1060;

const defs = `<defs>${gradient('sky', [
  [0, '#3c4f78'],
  [0.3, '#7d7c98'],
  [0.55, '#d99a7c'],
  [0.75, '#f6c178'],
  [1, '#fde2a6'],
])}${glow('sun', [
  [0, '#fffdf0'],
  [0.09, '#fff3c8'],
  [0.3, '#ffd27d', 0.7],
  [1, '#ff9d4a', 0],
])}${gradient('near', [
  [0, '#5d3d33'],
  [1, '#1f1a24'],
])}${gradient('steel', [
  [0, '#f2b035'],
  [0.5, '#d98a1e'],
  [1, '#8a4d17'],
])}${gradient(
  'mast',
  [
    [0, '#8c4a18'],
    [0.45, '#e9a02c'],
    [0.6, '#ffd37a'],
    [1, '#9a5a1c'],
  ],
  [0, 0, 1, 0],
)}${gradient(
  'beam',
  [
    [0, '#ffdf9a', 0.55],
    [1, '#ffcf80', 0],
  ],
  [0, 0, 1, 0.6],
)}${blur('soft', 3)}${blur('dust', 26)}${blur('dust2', 12)}${haze('cloud', '0.0022 0.011', 5, '#ffe6bf', 2.6, -1.15)}${haze('grit', '0.09 0.14', 4, '#0f0c12', 2.2, -1.15)}</defs>`;

/** A bench of the pit: a bright floor that curves away, and the broken face under it. */
function bench(
  seed: number,
  y: number,
  sag: number,
  tall: number,
  [floor, face, dark]: readonly [string, string, string],
): string {
  const next = chance(seed);
  const edge = (x: number): number => y + sag * Math.sin((x / W) * Math.PI * 0.9 + 0.5);
  const scars = many(300, () => {
    const x = some(next, -20, W + 20);
    const [from, wide] = [edge(x) + some(next, 0, tall * 0.5), some(next, 3, 20)];
    const shade = next() < 0.35 ? floor : dark;
    return polygon(
      [
        [x, from],
        [x + wide, from + some(next, -4, 6)],
        [x + wide * some(next, 0.2, 1.4), from + some(next, tall * 0.2, tall * 0.7)],
        [x - wide * 0.3, from + tall * some(next, 0.15, 0.55)],
      ],
      `fill="${shade}" opacity="${(shade === floor ? 0.22 : 0.4).toFixed(2)}"`,
    );
  });
  const points = Array.from(
    { length: 81 },
    (_, index) => [index * 20.5 - 20, edge(index * 20.5 - 20) + some(next, -1.5, 1.5)] as const,
  );
  const top = points.map(([x, py]) => `${x.toFixed(0)} ${py.toFixed(1)}`).join('L');
  return (
    path(`M${top}L${W + 20} ${H}L-20 ${H}Z`, `fill="${face}"`) +
    scars +
    path(
      `M${top}L${[...points]
        .reverse()
        .map(([x, py]) => `${x.toFixed(0)} ${(py + 7 + 5 * Math.sin(x / 90 + seed)).toFixed(1)}`)
        .join('L')}Z`,
      `fill="${floor}"`,
    )
  );
}

/** The mast: a lattice that leans a little, with its drill string. */
function mast(): string {
  const lattice = many(17, (index) => {
    const y = -640 + index * 36;
    const flip = index % 2 === 0;
    return (
      line(flip ? -24 : 24, y, flip ? 24 : -24, y + 36, 'stroke="#c98321" stroke-width="6"') +
      line(-24, y, 24, y, 'stroke="#a4621b" stroke-width="4"')
    );
  });
  return group(
    'transform="translate(1000 838) rotate(-5)"',
    rect(-9, -700, 9, 730, 'fill="#3b3440"'),
    lattice,
    rect(-32, -660, 13, 680, 'fill="url(#mast)"'),
    rect(19, -660, 13, 680, 'fill="url(#mast)"'),
    polygon(
      [
        [-44, -664],
        [44, -664],
        [30, -712],
        [-30, -712],
      ],
      'fill="url(#steel)"',
    ),
    circle(0, -716, 15, 'fill="#5a3a1e"') + circle(0, -716, 6, 'fill="#e9b25a"'),
    rect(-40, -330, 76, 92, 'rx="6" fill="#4a4350"') +
      rect(-34, -322, 64, 22, 'rx="3" fill="#6d6472"') +
      rect(-30, -286, 18, 38, 'fill="#2b2732"'),
    path('M36-300Q120-250 96-80T150 20', 'fill="none" stroke="#241f29" stroke-width="9"') +
      path('M36-270Q140-210 116-60T176 20', 'fill="none" stroke="#2f2933" stroke-width="6"'),
    rect(-15, 20, 22, 62, 'fill="#2b2630"'),
  );
}

function crawler(): string {
  const wheels = many(
    7,
    (index) =>
      circle(968 + index * 56, 905, 21, 'fill="#19161d"') + circle(968 + index * 56, 905, 10, 'fill="#4b4450"'),
  );
  const links = many(30, (index) => rect(940 + index * 13.2, 932, 9, 8, 'fill="#3a343f"'));
  return group(
    '',
    ellipse(1140, 952, 300, 16, 'fill="#120d14" opacity=".65" filter="url(#soft)"'),
    rect(930, 872, 420, 70, 'rx="35" fill="#26212b"'),
    rect(938, 874, 404, 8, 'rx="4" fill="#6b5848"'),
    wheels,
    links,
    path('M956 874L976 792H1330L1352 874Z', 'fill="#59351b"'),
    path('M1064 800V680Q1064 664 1080 664H1330Q1350 664 1352 684L1360 800Z', 'fill="url(#steel)"'),
    path('M1064 690Q1064 664 1080 664H1330Q1346 664 1351 678L1080 682Z', 'fill="#ffd98c" opacity=".85"'),
    many(9, (index) => rect(1196 + index * 15, 706, 8, 74, 'rx="3" fill="#6d3f16"')),
    rect(1085, 716, 92, 16, 'rx="3" fill="#fbe3b0" opacity=".75"') + rect(1085, 742, 60, 10, 'rx="3" fill="#8a4d17"'),
    path('M1288 664V612H1310V664Z', 'fill="#3a2d2a"') + path('M1284 616L1290 598H1308L1314 616Z', 'fill="#52403a"'),
    path('M858 806V650Q858 634 874 632L952 622Q968 622 968 640V806Z', 'fill="url(#steel)"'),
    path('M868 722V654Q868 646 878 644L950 634Q956 634 956 642V722Z', 'fill="#27304a"') +
      path('M868 722V654Q868 646 878 644L916 639 888 722Z', 'fill="#f6d7a0" opacity=".6"'),
    rect(852, 800, 500, 18, 'fill="#7a481b"'),
    path('M1352 800H1400M1400 800V742M1352 742H1400', 'stroke="#3b2a20" stroke-width="5" fill="none"'),
    path('M935 818L905 946M1352 818L1385 946', 'stroke="#4a3a34" stroke-width="14"') +
      rect(884, 940, 44, 10, 'fill="#241e26"') +
      rect(1364, 940, 44, 10, 'fill="#241e26"'),
  );
}

/** Dust that rises from the hole and drifts against the light. */
function dust(): string {
  const next = chance(77);
  const puff = (count: number, filter: string, size: number, opacity: number): string =>
    many(count, () => {
      const age = next();
      const x = 985 - age * some(next, 120, 520) + some(next, -30, 30);
      const y = 925 - age ** 0.7 * some(next, 30, 300);
      return ellipse(
        x,
        y,
        size * (0.5 + age),
        size * (0.35 + age * 0.7),
        `fill="${next() < 0.5 ? '#ffe2b0' : '#d9a679'}" opacity="${(opacity * (1.1 - age)).toFixed(2)}" filter="url(#${filter})"`,
      );
    });
  return puff(26, 'dust', 74, 0.34) + puff(22, 'dust2', 34, 0.36);
}

function stones(): string {
  const next = chance(19);
  return many(230, () => {
    const near = next() ** 0.6;
    const [x, y, r] = [some(next, -10, W + 10), 948 + near * 112, 2 + near * some(next, 2, 13)];
    return (
      polygon(
        [
          [x - r, y],
          [x - r * 0.5, y - r * 0.7],
          [x + r * 0.4, y - r * 0.6],
          [x + r, y],
        ],
        'fill="#18121a"',
      ) +
      polygon(
        [
          [x - r, y],
          [x - r * 0.5, y - r * 0.7],
          [x - r * 0.05, y - r * 0.2],
        ],
        'fill="#b5764a" opacity=".55"',
      )
    );
  });
}

export const rig: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#sky)"'),
    rect(0, 0, W, 560, 'filter="url(#cloud)" opacity=".75"'),
    circle(470, 560, 520, 'fill="url(#sun)"'),
    circle(470, 560, 46, 'fill="#fffdf2"'),
    ridge(chance(8), { from: -20, to: W + 20, height: 600, rough: 90, floor: 800 }, 'fill="#c48b78" opacity=".8"'),
    ridge(chance(21), { from: -20, to: W + 20, height: 650, rough: 60, floor: 800 }, 'fill="#a06a60" opacity=".85"'),
    bench(2, 672, -34, 80, ['#f7c78e', '#a56a57', '#7c4a45']),
    rect(0, 640, W, 90, 'fill="#ffcf90" opacity=".22" filter="url(#dust)"'),
    bench(3, 742, -26, 90, ['#eeae72', '#865046', '#5f3638']),
    bench(5, 828, -14, 110, ['#dc935f', '#63393a', '#42262d']),
    polygon(
      [
        [470, 560],
        [1700, 690],
        [1700, 960],
      ],
      'fill="url(#beam)" opacity=".5" filter="url(#dust)"',
    ),
    rect(-20, 934, W + 40, 140, 'fill="url(#near)"'),
    ellipse(800, 940, 900, 12, 'fill="#c98655" opacity=".8" filter="url(#soft)"'),
    rect(0, 934, W, 126, 'filter="url(#grit)" opacity=".55"'),
    stones(),
    group('transform="translate(-200 -236) scale(1.24)"', mast(), crawler(), dust()),
    group(
      'transform="translate(-270 14)"',
      ellipse(700, 968, 44, 6, 'fill="#120d14" opacity=".6"'),
      person(700, 966, 148, 'fill="#211a22"'),
      path('M686 828Q686 812 700 812T714 828L720 831H680Z', 'fill="#f2a82e"') +
        rect(688, 850, 24, 40, 'rx="5" fill="#d9772b" opacity=".92"') +
        rect(688, 866, 24, 4, 'fill="#ffe9b0"'),
    ),
    circle(470, 560, 640, 'fill="url(#sun)" opacity=".22"'),
  ].join(''),
};
