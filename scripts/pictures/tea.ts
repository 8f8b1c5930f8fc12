/** A tea mountain in winter: rows that wind around the hills, mist in the valleys, a hut with smoke. */
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
  many,
  path,
  person,
  rect,
  ridge,
  some,
} from './paint.ts';

const W = 1500;
const H = 1000;

const defs = `<defs>${gradient('sky', [
  [0, '#b9cfd6'],
  [0.45, '#e4e3d2'],
  [0.8, '#f8ecd0'],
])}${glow('sun', [
  [0, '#fffbe8'],
  [0.2, '#fff1cc', 0.8],
  [1, '#ffe9bd', 0],
])}${blur('soft', 4)}${blur('mist', 60, 16)}${haze('fog', '0.0018 0.010', 12, '#fbf4e4', 2.6, -1.0)}</defs>`;

interface Slope {
  readonly seed: number;
  /** Height of the crest at a share of the picture's width, in the picture's units. */
  readonly crest: (share: number) => number;
  readonly rows: number;
  /** Distance of the first two rows; the last are `spread` times as far apart. */
  readonly step: number;
  readonly spread: number;
  readonly ground: string;
  readonly tones: readonly [light: string, dark: string];
}

/** A slope of tea: rows follow the crest and flatten as they come nearer; each is a hedge with a lit and a dark side. */
function slope({ seed, crest, rows, step, spread, ground, tones }: Slope): string {
  const next = chance(seed);
  const xs = Array.from({ length: 201 }, (_, index) => (index / 200) * (W + 40) - 20);
  const draw = (list: readonly (readonly [number, number])[]): string =>
    list.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
  const lowest = Math.max(...xs.map((x) => crest(x / W)));
  let down = 0;
  const hedges = many(rows, (row) => {
    const near = row / rows;
    const gap = step * (1 + (spread - 1) * near);
    down += gap;
    const [phase, wave] = [some(next, 0, 6.28), some(next, 0.012, 0.02) / (1 + near)];
    // Near rows are seen from above: they leave the crest's shape and lie level.
    const at = (x: number): number =>
      crest(x / W) * (1 - near * 0.55) + lowest * near * 0.55 + down + Math.sin(x * 0.004 + seed) * gap * 0.8;
    const bump = (x: number): number =>
      gap * 0.62 * (0.82 + 0.12 * Math.sin(x * wave * 9 + phase) + 0.08 * Math.sin(x * wave * 23 + phase * 2));
    const foot = xs.map((x) => [x, at(x)] as const);
    const top = xs.map((x) => [x, at(x) - bump(x)] as const).reverse();
    const shade = xs.map((x) => [x, at(x) - bump(x) * 0.52] as const).reverse();
    const leaves = many(Math.round(60 + near * 120), () => {
      const x = some(next, 0, W);
      return ellipse(
        x,
        at(x) - bump(x) * some(next, 0.3, 0.95),
        gap * 0.09,
        gap * 0.045,
        `fill="${next() < 0.4 ? '#f3edb8' : tones[1]}" opacity=".5"`,
      );
    });
    return (
      path(`M${draw(foot)}L${draw(top)}Z`, `fill="${tones[0]}"`) +
      path(`M${draw(foot)}L${draw(shade)}Z`, `fill="${tones[1]}"`) +
      leaves
    );
  });
  return (
    path(`M${draw(xs.map((x) => [x, crest(x / W)] as const))}L${W + 20} ${H + 20}L-20 ${H + 20}Z`, `fill="${ground}"`) +
    hedges
  );
}

const hut = group(
  'transform="translate(1130 316)"',
  path('M-46 0V-40H46V0Z', 'fill="#6d5646"'),
  path('M-46 0V-40H-8V0Z', 'fill="#8f735a"'),
  path('M-66-36L-34-74H36L66-36Z', 'fill="#4a4340"') + path('M-66-36L-34-74H-12L-26-36Z', 'fill="#7b7269"'),
  rect(8, -30, 16, 30, 'fill="#2c2522"') + rect(-34, -28, 18, 15, 'fill="#ffd68a"'),
  path(
    'M20-74Q8-112 30-138T22-206T58-276',
    'fill="none" stroke="#f7f2e6" stroke-width="12" opacity=".6" filter="url(#soft)"',
  ),
);

function pine(x: number, y: number, tall: number, fill: string): string {
  return group(
    `transform="translate(${x} ${y})" fill="${fill}"`,
    rect(-tall * 0.02, -tall * 0.2, tall * 0.04, tall * 0.2, ''),
    many(5, (tier) =>
      path(
        `M0 ${-tall + tier * tall * 0.12}L${tall * (0.08 + tier * 0.035)} ${-tall * (0.68 - tier * 0.14)}L${-tall * (0.08 + tier * 0.035)} ${-tall * (0.68 - tier * 0.14)}Z`,
        '',
      ),
    ),
  );
}

export const tea: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, H, 'fill="url(#sky)"'),
    circle(360, 250, 360, 'fill="url(#sun)"'),
    circle(360, 250, 40, 'fill="#fffdf2"'),
    ridge(chance(4), { from: -20, to: W + 20, height: 300, rough: 110, floor: 700 }, 'fill="#b5c5bd"'),
    rect(0, 0, W, 520, 'filter="url(#fog)" opacity=".75"'),
    ridge(chance(17), { from: -20, to: W + 20, height: 390, rough: 90, floor: 800 }, 'fill="#8faa9c"'),
    ellipse(700, 440, 900, 40, 'fill="#f7f1e0" opacity=".85" filter="url(#mist)"'),
    slope({
      seed: 3,
      crest: (t) => 452 - 130 * Math.exp(-(((t - 0.76) / 0.2) ** 2)) + 22 * Math.sin(t * 6),
      rows: 13,
      step: 10,
      spread: 1.7,
      ground: '#6d947d',
      tones: ['#9dbd93', '#64917a'],
    }),
    hut,
    [1010, 1032, 1056, 1226, 1246]
      .map((x, index) => pine(x, 338 + (index % 2) * 8, 70 + index * 7, '#4a6d5d'))
      .join(''),
    ellipse(330, 560, 620, 34, 'fill="#f9f4e4" opacity=".85" filter="url(#mist)"'),
    slope({
      seed: 6,
      crest: (t) => 610 - 150 * Math.exp(-(((t - 0.2) / 0.26) ** 2)) + 26 * Math.sin(t * 7 + 2),
      rows: 13,
      step: 15,
      spread: 1.8,
      ground: '#44735a',
      tones: ['#8fb87c', '#3d6f54'],
    }),
    ellipse(1150, 690, 620, 30, 'fill="#f7f3e2" opacity=".75" filter="url(#mist)"'),
    group(
      'transform="translate(420 -112) scale(1.25)"',
      person(560, 668, 92, 'fill="#263038"'),
      path('M534 584L560 564L586 584Q560 593 534 584Z', 'fill="#dcbb78"') +
        path('M534 584L560 564L556 588Q544 588 534 584Z', 'fill="#f3dca6"'),
      path('M570 612Q604 610 606 638Q592 658 570 648Z', 'fill="#8a6238"') +
        path('M574 616Q594 614 600 628', 'fill="none" stroke="#d2a264" stroke-width="3"'),
    ),
    slope({
      seed: 11,
      crest: (t) => 800 - 100 * Math.exp(-(((t - 0.98) / 0.36) ** 2)) + 30 * Math.sin(t * 5 + 1.2),
      rows: 9,
      step: 25,
      spread: 2,
      ground: '#1f4a38',
      tones: ['#8db566', '#1d4a36'],
    }),
    rect(0, 0, W, H, 'filter="url(#fog)" opacity=".16"'),
    circle(360, 250, 760, 'fill="url(#sun)" opacity=".34"'),
  ].join(''),
};
