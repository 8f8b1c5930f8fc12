/** The stove of the essay as a woodcut: black ground, the light of the fire cut out of it. Two tones, no greys. */
import { chance, circle, type Drawing, ellipse, group, line, many, path, rect, some } from './paint.ts';

const W = 1200;
const H = 900;
const CUT = 'fill="#fff"';
/** Where the fire burns. */
const FX = 470;
const FY = 610;

/** A gouge mark: a thin leaf along a line, thicker in its middle. */
function gouge(x: number, y: number, angle: number, length: number, thick: number): string {
  const [dx, dy] = [Math.cos(angle) * length, Math.sin(angle) * length];
  const [nx, ny] = [-Math.sin(angle) * thick, Math.cos(angle) * thick];
  return path(
    `M${x.toFixed(1)} ${y.toFixed(1)}Q${(x + dx / 2 + nx).toFixed(1)} ${(y + dy / 2 + ny).toFixed(1)} ${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}Q${(x + dx / 2 - nx).toFixed(1)} ${(y + dy / 2 - ny).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}Z`,
    CUT,
  );
}

/** Light that leaves the fire: marks along its rays, shorter and thinner the farther away. */
function rays(): string {
  const next = chance(6);
  return many(900, () => {
    const angle = some(next, -Math.PI, 0.35);
    const far = 150 + next() ** 0.8 * 660;
    const [x, y] = [FX + Math.cos(angle) * far, FY + Math.sin(angle) * far * 0.92];
    const strength = 1 - far / 860;
    return gouge(x, y, angle + some(next, -0.05, 0.05), 18 + strength * 44, 1.2 + strength * 4.2);
  });
}

const bricks = many(7, (row) =>
  many(11, (column) => {
    const x = 150 + column * 78 - (row % 2) * 39;
    const y = 520 + row * 46;
    if (x < 110 || x > 890 || (Math.abs(x + 36 - FX) < 122 && y > 500 && y < 730)) return '';
    const warm = Math.max(0.12, 1 - Math.abs(x - FX) / 520);
    return (
      rect(x, y, 70, 38, 'fill="none" stroke="#fff" stroke-width="3"') +
      many(Math.round(warm * 9), (index) =>
        line(
          x + 6 + index * 7,
          y + 5,
          x + 6 + index * 7,
          y + 33,
          `stroke="#fff" stroke-width="${(warm * 3.6).toFixed(1)}"`,
        ),
      )
    );
  }),
);

const flames = group(
  '',
  path(`M${FX - 112} 735V610Q${FX - 112} 520 ${FX} 520T${FX + 112} 610V735Z`, CUT),
  path(
    `M${FX - 92} 735Q${FX - 100} 660 ${FX - 60} 620Q${FX - 66} 664 ${FX - 40} 676Q${FX - 48} 600 ${FX + 4} 552Q${FX + 2} 610 ${FX + 34} 640Q${FX + 40} 610 ${FX + 58} 600Q${FX + 96} 670 ${FX + 90} 735Z`,
    'fill="#000"',
  ),
  path(
    `M${FX - 62} 735Q${FX - 62} 700 ${FX - 40} 690Q${FX - 20} 660 ${FX - 2} 618Q${FX + 6} 670 ${FX + 34} 684Q${FX + 60} 700 ${FX + 56} 735Z`,
    CUT,
  ),
  path(`M${FX - 30} 735Q${FX - 24} 706 ${FX - 2} 690Q${FX + 22} 708 ${FX + 26} 735Z`, 'fill="#000"'),
);

const logs = many(4, (index) =>
  group(
    `transform="translate(${360 + index * 54} 742) rotate(${[-8, 5, -4, 9][index]})"`,
    rect(-46, -14, 120, 28, 'rx="13" fill="#000" stroke="#fff" stroke-width="4"'),
    circle(74, 0, 14, 'fill="#000" stroke="#fff" stroke-width="4"'),
    circle(74, 0, 6, 'fill="none" stroke="#fff" stroke-width="3"'),
  ),
);

/** Two pots with steam, a copper can between them. */
const pots = group(
  '',
  rect(90, 486, 820, 34, 'fill="#000" stroke="#fff" stroke-width="5"'),
  ellipse(280, 486, 150, 26, 'fill="#000" stroke="#fff" stroke-width="6"') +
    path('M140 478Q160 400 280 396T420 478Q350 500 280 500T140 478Z', 'fill="#000" stroke="#fff" stroke-width="6"') +
    many(15, (index) =>
      path(
        `M${170 + index * 16} ${470 - Math.sin((index / 14) * Math.PI) * 52}v${18 + (index % 3) * 7}`,
        'stroke="#fff" stroke-width="5"',
      ),
    ) +
    circle(280, 390, 15, 'fill="#000" stroke="#fff" stroke-width="6"'),
  ellipse(720, 486, 120, 22, 'fill="#000" stroke="#fff" stroke-width="6"') +
    many(9, (index) =>
      ellipse(720, 486, 108 - index * 11, 17 - index * 1.8, 'fill="none" stroke="#fff" stroke-width="3"'),
    ),
  rect(482, 420, 76, 70, 'rx="8" fill="#000" stroke="#fff" stroke-width="6"') +
    ellipse(520, 420, 38, 10, 'fill="#000" stroke="#fff" stroke-width="5"') +
    many(6, (index) => line(494 + index * 9, 436, 494 + index * 9, 482, 'stroke="#fff" stroke-width="4"')),
);

const steam = many(9, (index) =>
  path(
    `M${640 + index * 22} 468Q${610 + index * 24} ${400 - index * 4} ${652 + index * 22} ${340 - (index % 3) * 20}T${630 + index * 26} ${190 - (index % 4) * 26}`,
    `fill="none" stroke="#fff" stroke-width="${3 + (index % 3) * 2.4}" stroke-linecap="round"`,
  ),
);

/** The old man at the fire: a dark shape, its edge lit. */
const sitter = group(
  'transform="translate(1012 800)"',
  path('M-150 60Q-176-120-96-196Q-60-232 0-226Q84-210 96-70L110 60Z', 'fill="#000"'),
  path('M-150 60Q-176-120-96-196L-82-186Q-140-110-124 60Z', CUT) +
    many(11, (index) =>
      path(
        `M${-112 + index * 5} ${-150 + index * 20}q${30 - index} 4 ${62 - index * 3} ${18 - index * 2}`,
        'fill="none" stroke="#fff" stroke-width="4"',
      ),
    ),
  path('M-96-196Q-210-170-252-86L-232-66Q-180-130-104-140Z', 'fill="#000"') +
    path('M-96-200Q-214-174-258-88L-248-80Q-200-150-104-176Z', CUT) +
    line(-262, -74, -330, -40, 'stroke="#fff" stroke-width="9"'),
  circle(-40, -276, 62, 'fill="#000"') +
    path('M-92-244Q-112-286-88-322L-76-314Q-92-284-76-250Z', CUT) +
    path('M-100-300Q-90-356-36-356T26-300Q-40-324-100-300Z', 'fill="#000" stroke="#fff" stroke-width="5"'),
  path('M-88-236L-150-222-152-206-90-222Z', 'fill="#000" stroke="#fff" stroke-width="4"') +
    rect(-166, -230, 18, 26, CUT),
);

export const stove: Drawing = {
  width: W,
  height: H,
  body: [
    rect(0, 0, W, H, 'fill="#000"'),
    rays(),
    steam,
    rect(96, 500, 808, 340, 'fill="#000"'),
    bricks,
    pots,
    flames,
    logs,
    rect(0, 838, W, 62, 'fill="#000"'),
    many(46, (index) =>
      gouge(20 + index * 26, 850 + (index % 5) * 10, 0.04, 60 - Math.abs(index * 26 - FX) * 0.05, 3.4),
    ),
    sitter,
    rect(14, 14, W - 28, H - 28, 'fill="none" stroke="#fff" stroke-width="5"'),
  ].join(''),
};
