/** A computing hall: racks in one-point perspective, and the city that they keep awake at the end of the aisle. */
import {
  blur,
  chance,
  circle,
  type Drawing,
  ellipse,
  glow,
  gradient,
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
/** Vanishing point. */
const VX = 800;
const VY = 470;

const defs = `<defs>${gradient('dark', [
  [0, '#071225'],
  [0.5, '#0d2746'],
  [1, '#050c1a'],
])}${gradient('floor', [
  [0, '#2fb7d6'],
  [0.25, '#12476f'],
  [1, '#060f20'],
])}${glow('end', [
  [0, '#f4ffff'],
  [0.25, '#a8f0ff', 0.85],
  [0.6, '#38b6dd', 0.35],
  [1, '#0c4f86', 0],
])}${gradient(
  'shade',
  [
    [0, '#03070f', 0.9],
    [1, '#03070f', 0],
  ],
  [0, 0, 1, 0],
)}${gradient(
  'shade2',
  [
    [0, '#03070f', 0],
    [1, '#03070f', 0.9],
  ],
  [0, 0, 1, 0],
)}${blur('soft', 3)}${blur('wide', 16)}</defs>`;

/** A point of the hall on the picture: side −1…1 of the aisle wall, height from the eye, distance. */
const see = (side: number, up: number, depth: number): [number, number] => [
  VX + (side * 560) / depth,
  VY - (up * 400) / depth,
];

function rack(next: () => number, side: number, from: number, to: number): string {
  const face = polygon(
    [see(side, 1, from), see(side, 1, to), see(side, -1, to), see(side, -1, from)],
    `fill="${next() < 0.5 ? '#0a1a30' : '#0d2240'}" stroke="#1d4a74" stroke-width="${(2 / from).toFixed(2)}"`,
  );
  const units = many(22, (unit) => {
    const up = 0.94 - unit * 0.086;
    const [a, b] = [from + (to - from) * 0.08, from + (to - from) * 0.92];
    const slot = polygon(
      [see(side, up, a), see(side, up, b), see(side, up - 0.06, b), see(side, up - 0.06, a)],
      'fill="#050d1a"',
    );
    const lights = many(7, (index) => {
      if (next() < 0.42) return '';
      const depth = a + (b - a) * (0.1 + index * 0.12);
      const [x, y] = see(side, up - 0.03, depth);
      const chosen = next();
      const colour = chosen < 0.62 ? '#4fe3f5' : chosen < 0.86 ? '#7dffb0' : '#ffb547';
      return (
        ellipse(x, y, 4.2 / depth, 3.4 / depth, `fill="${colour}"`) +
        (next() < 0.14 ? circle(x, y, 15 / depth, `fill="${colour}" opacity=".28" filter="url(#soft)"`) : '')
      );
    });
    return slot + lights;
  });
  return face + units;
}

function racks(side: number): string {
  const next = chance(side < 0 ? 3 : 8);
  const depths = Array.from({ length: 15 }, (_, index) => 0.62 * 1.235 ** index);
  return many(14, (index) => {
    const at = 13 - index;
    return rack(next, side, depths[at] ?? 1, (depths[at + 1] ?? 1) * 0.985);
  });
}

const tiles =
  many(9, (index) =>
    path(
      `M${VX} ${VY + 20}L${see((index - 4) / 4, -1, 0.4).join(' ')}`,
      'stroke="#64d9f0" stroke-width="1.6" opacity=".4"',
    ),
  ) +
  many(16, (index) => {
    const depth = 0.5 * 1.24 ** index;
    const [x1, y] = see(-1, -1, depth);
    return line(x1, y, 2 * VX - x1, y, `stroke="#64d9f0" stroke-width="${(1.9 / depth).toFixed(2)}" opacity=".38"`);
  });

const ceiling =
  many(13, (index) => {
    const [near, far] = [0.6 * 1.28 ** index, 0.6 * 1.28 ** index * 1.1];
    return polygon(
      [see(-0.3, 1.12, near), see(0.3, 1.12, near), see(0.3, 1.12, far), see(-0.3, 1.12, far)],
      'fill="#d9fbff" opacity=".92"',
    );
  }) +
  many(5, (index) =>
    path(
      `M${VX} ${VY - 20}L${see((index - 2) * 0.34 * 1.4, 1.16, 0.36).join(' ')}`,
      'stroke="#2b6d9c" stroke-width="4" opacity=".6"',
    ),
  );

/** The skyline that stands in the light at the end of the aisle. */
const city = many(15, (index) => {
  const tall = [26, 40, 34, 58, 44, 70, 52, 92, 60, 74, 46, 56, 36, 42, 24][index] ?? 30;
  return rect(VX - 75 + index * 10, VY + 44 - tall, 9, tall, 'fill="#0e6f9c" opacity=".85"');
});

/** What flows: light along the aisle. */
function streams(): string {
  const next = chance(29);
  return many(44, () => {
    const side = some(next, -0.92, 0.92);
    const up = some(next, -0.94, 0.94);
    const [near, far] = [some(next, 0.6, 1.6), some(next, 1.9, 7)];
    const [x1, y1] = see(side, up, near);
    const [x2, y2] = see(side, up, far);
    return (
      line(
        x1,
        y1,
        x2,
        y2,
        `stroke="${next() < 0.75 ? '#7cecff' : '#ffc46b'}" stroke-width="${some(next, 0.8, 2.6).toFixed(1)}" opacity="${some(next, 0.12, 0.5).toFixed(2)}"`,
      ) + circle(x1, y1, some(next, 1.5, 4), 'fill="#e8fdff" opacity=".8"')
    );
  });
}

export const dataHall: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#dark)"'),
    polygon([[VX - 60, VY + 40], [VX + 60, VY + 40], see(1, -1, 0.4), see(-1, -1, 0.4)], 'fill="url(#floor)"'),
    tiles,
    ceiling,
    circle(VX, VY, 330, 'fill="url(#end)"'),
    city,
    racks(-1),
    racks(1),
    rect(0, 0, 300, H, 'fill="url(#shade)"') + rect(1300, 0, 300, H, 'fill="url(#shade2)"'),
    ellipse(VX, 700, 240, 190, 'fill="url(#end)" opacity=".35"'),
    polygon(
      [
        [700, 716],
        [742, 716],
        [640, 960],
        [540, 960],
      ],
      'fill="#030810" opacity=".6" filter="url(#wide)"',
    ),
    person(724, 722, 250, 'fill="#061427"') +
      path('M696 520Q690 600 704 640', 'fill="none" stroke="#8ff1ff" stroke-width="4" opacity=".9"') +
      polygon(
        [
          [742, 566],
          [790, 556],
          [796, 598],
          [748, 606],
        ],
        'fill="#0b2038"',
      ) +
      polygon(
        [
          [745, 569],
          [787, 560],
          [792, 595],
          [750, 602],
        ],
        'fill="#a8f0ff" opacity=".9"',
      ),
    streams(),
    circle(VX, VY, 560, 'fill="url(#end)" opacity=".3"'),
  ].join(''),
};
