/** Oil-paper umbrellas drying in a craftsman's yard, seen from above. */
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

const W = 1400;
const H = 1000;

const defs = `<defs>${gradient(
  'yard',
  [
    [0, '#c9b48f'],
    [1, '#8f7a5c'],
  ],
  [0, 0, 1, 1],
)}${blur('soft', 9)}${blur('wide', 40)}${haze('paper', '0.03 0.03', 4, '#fff3d6', 2, -1.1)}${haze('stone', '0.01 0.012', 7, '#4f4434', 2.3, -1.15)}</defs>`;

interface Umbrella {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: readonly [base: string, dark: string, light: string];
  readonly turn: number;
  readonly seed: number;
}

const RIBS = 28;

/** An open umbrella from above: panels between ribs, a painted ring, light from the upper left. */
function umbrella({ x, y, r, colour: [base, dark, light], turn, seed }: Umbrella): string {
  const next = chance(seed);
  const at = (index: number, share: number): [number, number] => {
    const angle = turn + (index / RIBS) * Math.PI * 2;
    return [Math.cos(angle) * r * share, Math.sin(angle) * r * share];
  };
  const panels = many(RIBS, (index) => {
    const [a, b] = [at(index, 1), at(index + 1, 1)];
    const middle = at(index + 0.5, 0.975);
    const facing = Math.cos(turn + ((index + 0.5) / RIBS) * Math.PI * 2 - (Math.PI * 5) / 4);
    const shade = facing > 0 ? light : dark;
    return (
      path(
        `M0 0L${a[0].toFixed(1)} ${a[1].toFixed(1)}Q${middle[0].toFixed(1)} ${middle[1].toFixed(1)} ${b[0].toFixed(1)} ${b[1].toFixed(1)}Z`,
        `fill="${base}"`,
      ) +
      path(
        `M0 0L${a[0].toFixed(1)} ${a[1].toFixed(1)}Q${middle[0].toFixed(1)} ${middle[1].toFixed(1)} ${b[0].toFixed(1)} ${b[1].toFixed(1)}Z`,
        `fill="${shade}" opacity="${(Math.abs(facing) * 0.55 + (index % 2) * 0.12).toFixed(2)}"`,
      )
    );
  });
  const ribs = many(RIBS, (index) => {
    const [px, py] = at(index, 1);
    return line(0, 0, px, py, `stroke="${dark}" stroke-width="2" opacity=".75"`);
  });
  const ornament = seed % 3;
  const painted =
    ornament === 0
      ? many(7, (index) => {
          const angle = turn + index * 0.898;
          return group(
            `transform="translate(${(Math.cos(angle) * r * 0.64).toFixed(1)} ${(Math.sin(angle) * r * 0.64).toFixed(1)}) rotate(${some(next, 0, 360).toFixed(0)})"`,
            many(5, (petal) =>
              ellipse(
                0,
                -r * 0.055,
                r * 0.034,
                r * 0.05,
                `fill="#fff2ec" opacity=".92" transform="rotate(${petal * 72})"`,
              ),
            ) + circle(0, 0, r * 0.024, 'fill="#e2a03a"'),
          );
        })
      : ornament === 1
        ? circle(0, 0, r * 0.72, `fill="none" stroke="${light}" stroke-width="${r * 0.05}" opacity=".85"`) +
          circle(0, 0, r * 0.6, `fill="none" stroke="${dark}" stroke-width="${r * 0.014}"`)
        : many(14, (index) => {
            const angle = turn + index * 0.449;
            return path(
              'M0 0Q14-30 0-62Q-14-30 0 0',
              `fill="${dark}" opacity=".7" transform="translate(${(Math.cos(angle) * r * 0.5).toFixed(1)} ${(Math.sin(angle) * r * 0.5).toFixed(1)}) rotate(${((angle * 180) / Math.PI + 90).toFixed(0)}) scale(${(r / 190).toFixed(2)})"`,
            );
          });
  return (
    ellipse(x + r * 0.14, y + r * 0.2, r * 1.02, r, 'fill="#2b2118" opacity=".5" filter="url(#soft)"') +
    group(
      `transform="translate(${x} ${y})"`,
      panels,
      painted,
      ribs,
      circle(0, 0, r, `fill="none" stroke="${dark}" stroke-width="3"`),
      circle(0, 0, r * 0.15, `fill="${dark}"`),
      circle(0, 0, r * 0.1, `fill="${light}" opacity=".8"`),
      circle(-r * 0.02, -r * 0.02, r * 0.045, 'fill="#4a2f1c"'),
    )
  );
}

const RED = ['#c23a2b', '#7c1d1a', '#f08a5d'] as const;
const OCHRE = ['#dba236', '#8a5a17', '#ffdd8f'] as const;
const TEAL = ['#2f8378', '#134a47', '#84c9b4'] as const;
const CREAM = ['#efe2c2', '#a58a5c', '#fffaf0'] as const;
const INDIGO = ['#38548f', '#182a56', '#8fb0dc'] as const;
const ROSE = ['#d9818a', '#8f3f4f', '#ffd0cc'] as const;

const UMBRELLAS: readonly Umbrella[] = [
  { x: 90, y: 120, r: 200, colour: TEAL, turn: 0.1, seed: 3 },
  { x: 470, y: 70, r: 170, colour: CREAM, turn: 0.3, seed: 4 },
  { x: 1260, y: 110, r: 230, colour: INDIGO, turn: 0.2, seed: 6 },
  { x: 860, y: 150, r: 190, colour: ROSE, turn: 0.05, seed: 5 },
  { x: 210, y: 520, r: 220, colour: OCHRE, turn: 0.22, seed: 7 },
  { x: 640, y: 480, r: 275, colour: RED, turn: 0.12, seed: 9 },
  { x: 1130, y: 560, r: 215, colour: CREAM, turn: 0.02, seed: 2 },
  { x: 70, y: 900, r: 180, colour: INDIGO, turn: 0.28, seed: 8 },
  { x: 420, y: 900, r: 175, colour: ROSE, turn: 0.31, seed: 12 },
  { x: 830, y: 900, r: 200, colour: TEAL, turn: 0.18, seed: 10 },
  { x: 1330, y: 900, r: 210, colour: RED, turn: 0.08, seed: 13 },
];

/** The craftsman under his straw hat, from above, with a brush in his hand. */
const craftsman = group(
  'transform="translate(1004 756) rotate(-24)"',
  ellipse(14, 22, 74, 56, 'fill="#2b2118" opacity=".5" filter="url(#soft)"'),
  ellipse(0, 0, 74, 40, 'fill="#31435c"') +
    path('M-66-10Q-96-60-70-92L-52-82Q-62-46-40-20Z', 'fill="#31435c"') +
    circle(-62, -92, 13, 'fill="#d9a47c"') +
    line(-62, -92, -104, -136, 'stroke="#6b4a2b" stroke-width="6"') +
    line(-104, -136, -118, -152, 'stroke="#c23a2b" stroke-width="10"') +
    path('M66-10Q96-40 84-70L68-66Q70-40 44-16Z', 'fill="#31435c"'),
  circle(0, -4, 50, 'fill="#d9b873"') +
    many(5, (index) => circle(0, -4, 44 - index * 9, 'fill="none" stroke="#a8843f" stroke-width="2"')) +
    path('M-36-40A50 50 0 0 1 20-50L4-14Z', 'fill="#f6e3ad" opacity=".8"'),
);

function slabs(): string {
  const next = chance(12);
  return many(8, (row) =>
    many(9, (column) =>
      rect(
        column * 180 - (row % 2) * 90 + 4,
        row * 130 + 4,
        172,
        122,
        `rx="6" fill="${next() < 0.5 ? '#bda57d' : '#a8926d'}" opacity=".55"`,
      ),
    ),
  );
}

export const umbrellas: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#yard)"'),
    slabs(),
    rect(0, 0, W, H, 'filter="url(#stone)" opacity=".5"'),
    UMBRELLAS.map(umbrella).join(''),
    craftsman,
    rect(0, 0, W, H, 'filter="url(#paper)" opacity=".3"'),
    polygon(
      [
        [0, 0],
        [620, 0],
        [0, 760],
      ],
      'fill="#fff1c8" opacity=".26" filter="url(#wide)"',
    ),
    polygon(
      [
        [W, H],
        [700, H],
        [W, 380],
      ],
      'fill="#1d1410" opacity=".3" filter="url(#wide)"',
    ),
  ].join(''),
};
