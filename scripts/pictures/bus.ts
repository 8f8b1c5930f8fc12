/** An electric bus at the gate of its factory on a wet morning. */
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
const GROUND = 760;

const defs = `<defs>${gradient('sky', [
  [0, '#4f83ab'],
  [0.5, '#a7cbd6'],
  [0.85, '#f3e6c6'],
  [1, '#fbe2b4'],
])}${gradient('body', [
  [0, '#f9fcfb'],
  [0.46, '#e3ecea'],
  [0.5, '#129a86'],
  [0.93, '#0a6d63'],
  [1, '#07423d'],
])}${gradient('glass', [
  [0, '#a9cfdc'],
  [0.48, '#3b5f77'],
  [0.5, '#22394c'],
  [1, '#141f2d'],
])}${gradient('hall', [
  [0, '#c8d2d2'],
  [1, '#8fa0a4'],
])}${gradient('wet', [
  [0, '#98a6a8'],
  [0.25, '#6d7f86'],
  [1, '#25323c'],
])}${glow('sun', [
  [0, '#fff9e0'],
  [0.3, '#ffeab0', 0.7],
  [1, '#ffdf9a', 0],
])}${blur('soft', 4)}${blur('wide', 14)}${blur('drag', 2, 14)}${haze('cloud', '0.0024 0.008', 8, '#ffffff', 2.8, -1.25)}${haze('grit', '0.2 0.35', 3, '#0f1a22', 2, -1.1)}</defs>`;

const hall = group(
  '',
  many(7, (index) => {
    const x = -60 + index * 250;
    return (
      polygon(
        [
          [x, 430],
          [x + 170, 350],
          [x + 190, 350],
          [x + 190, 430],
        ],
        'fill="#7f9196"',
      ) +
      polygon(
        [
          [x + 190, 350],
          [x + 250, 430],
          [x + 190, 430],
        ],
        'fill="#dcebed"',
      ) +
      many(3, (pane) =>
        line(x + 200 + pane * 14, 366 + pane * 19, x + 200 + pane * 14, 430, 'stroke="#90a4a8" stroke-width="3"'),
      )
    );
  }),
  rect(-10, 428, W + 20, GROUND - 428, 'fill="url(#hall)"'),
  rect(-10, 428, W + 20, 12, 'fill="#5f7176"'),
  many(54, (index) => line(index * 30, 440, index * 30, 760, 'stroke="#7f9196" stroke-width="1.6" opacity=".7"')),
  rect(96, 512, 240, 250, 'fill="#22303a"') +
    rect(96, 512, 240, 250, 'fill="url(#sun)" opacity=".28"') +
    rect(136, 636, 150, 126, 'rx="10" fill="#0e8e7c" opacity=".8"') +
    rect(150, 652, 122, 52, 'fill="#9cc3cf" opacity=".75"'),
  many(5, (index) => rect(96, 512 + index * 12, 240, 7, 'fill="#5f7176"')),
  rect(1330, 498, 200, 68, 'fill="#0e8e7c"') +
    many(4, (index) => circle(1366 + index * 42, 532, 13, 'fill="none" stroke="#f4fbf8" stroke-width="5"')),
);

const gate = group(
  '',
  rect(1500, 520, 30, 240, 'fill="#44545a"') + rect(1508, 520, 7, 240, 'fill="#7f9196"'),
  many(9, (index) =>
    polygon(
      [
        [1500 - index * 50, 610],
        [1475 - index * 50, 610],
        [1465 - index * 50, 624],
        [1490 - index * 50, 624],
      ],
      `fill="${index % 2 ? '#f4f4ee' : '#d4472f'}"`,
    ),
  ),
);

const wheel = (x: number): string =>
  group(
    `transform="translate(${x} 756)"`,
    path('M-82 6Q-82-84 0-84T82 6Z', 'fill="#07312f"'),
    circle(0, 0, 64, 'fill="#14181d"') +
      circle(0, 0, 58, 'fill="none" stroke="#2c333a" stroke-width="5"') +
      circle(0, 0, 35, 'fill="#9fb0b5"') +
      circle(0, 0, 35, 'fill="none" stroke="#5a6a70" stroke-width="4"') +
      circle(0, 0, 11, 'fill="#46545a"'),
    many(8, (index) => circle(23 * Math.cos(index * 0.785), 23 * Math.sin(index * 0.785), 4, 'fill="#4d5c62"')),
  );

const bus = group(
  '',
  path('M330 770V470Q330 426 372 424H1236Q1292 426 1304 480L1330 640V770Z', 'fill="url(#body)"'),
  path('M380 424Q420 392 470 390H1100Q1140 392 1150 424Z', 'fill="#dfe9e7"') +
    rect(520, 372, 240, 22, 'rx="8" fill="#c2d0cf"') +
    rect(800, 376, 180, 18, 'rx="8" fill="#c2d0cf"') +
    line(470, 391, 1100, 391, 'stroke="#fff" stroke-width="4"'),
  path('M344 470Q346 446 372 446H1226Q1262 448 1274 486L1292 600H344Z', 'fill="#101b27"'),
  many(
    6,
    (index) =>
      path(`M${356 + index * 132} 458H${478 + index * 132}V590H${356 + index * 132}Z`, 'fill="url(#glass)"') +
      polygon(
        [
          [366 + index * 132, 590],
          [410 + index * 132, 458],
          [440 + index * 132, 458],
          [396 + index * 132, 590],
        ],
        'fill="#fff" opacity=".13"',
      ),
  ),
  path('M1154 458H1222Q1250 460 1260 486L1280 600H1154Z', 'fill="url(#glass)"') +
    polygon(
      [
        [1170, 600],
        [1216, 458],
        [1240, 464],
        [1200, 600],
      ],
      'fill="#fff" opacity=".18"',
    ),
  many(5, (index) =>
    group(
      '',
      circle(420 + index * 132, 548, 16, 'fill="#0d1620"') +
        path(
          `M${392 + index * 132} 600Q${394 + index * 132} 566 ${420 + index * 132} 566T${448 + index * 132} 600Z`,
          'fill="#0d1620"',
        ),
    ),
  ),
  rect(620, 456, 112, 308, 'fill="#0b3f3c"') +
    rect(628, 466, 46, 284, 'fill="url(#glass)"') +
    rect(680, 466, 46, 284, 'fill="url(#glass)"'),
  path('M330 636Q700 590 1322 652', 'fill="none" stroke="#bfe9dc" stroke-width="9" opacity=".9"') +
    path('M330 656Q700 612 1326 672', 'fill="none" stroke="#f2b844" stroke-width="5"'),
  path('M820 690l26-34-6 24h22l-28 38 6-28Z', 'fill="#f2d25c"'),
  path('M1232 432Q1284 440 1296 476L1300 494Q1290 448 1226 444Z', 'fill="#f6a93b" opacity=".95"'),
  path('M1288 664L1322 672V700L1292 694Z', 'fill="#fffbe6"') + circle(1310, 684, 70, 'fill="url(#sun)"'),
  rect(330, 664, 12, 40, 'fill="#d4472f"') + rect(330, 714, 12, 16, 'fill="#f6a93b"'),
  path('M1298 500Q1340 496 1344 520V566Q1322 574 1316 560Z', 'fill="#0b2b2c"'),
  rect(330, 764, 1000, 10, 'fill="#06211f"'),
  wheel(470) + wheel(1130),
);

function puddles(): string {
  const next = chance(41);
  return many(26, () =>
    ellipse(
      some(next, 0, W),
      810 + next() ** 1.4 * 190,
      some(next, 40, 190),
      some(next, 3, 12),
      `fill="${next() < 0.6 ? '#f6e3bd' : '#b5d3da'}" opacity="${some(next, 0.14, 0.4).toFixed(2)}"`,
    ),
  );
}

/** A plane tree in winter, bare. */
function tree(x: number, y: number, seed: number): string {
  const next = chance(seed);
  const branch = (bx: number, by: number, angle: number, length: number, thick: number): string => {
    if (length < 9) return '';
    const [ex, ey] = [bx + Math.cos(angle) * length, by + Math.sin(angle) * length];
    return (
      line(bx, by, ex, ey, `stroke-width="${thick.toFixed(1)}"`) +
      many(2, (side) =>
        branch(ex, ey, angle + (side ? 1 : -1) * some(next, 0.2, 0.62), length * some(next, 0.66, 0.82), thick * 0.66),
      )
    );
  };
  return group('stroke="#4d4a48" stroke-linecap="round" opacity=".9"', branch(x, y, -Math.PI / 2, 92, 13));
}

export const electricBus: Drawing = {
  width: W,
  height: H,
  body: [
    defs,
    rect(0, 0, W, GROUND, 'fill="url(#sky)"'),
    rect(0, 0, W, 430, 'filter="url(#cloud)" opacity=".9"'),
    circle(1180, 330, 420, 'fill="url(#sun)"'),
    many(
      4,
      (index) =>
        rect(1010 + index * 150, 250 + (index % 2) * 40, 36, 180, 'fill="#a5b9bf"') +
        rect(1004 + index * 150, 244 + (index % 2) * 40, 48, 10, 'fill="#8fa5ac"'),
    ),
    hall,
    tree(200, 764, 4),
    tree(1428, 764, 9),
    gate,
    rect(0, GROUND, W, H - GROUND, 'fill="url(#wet)"'),
    group(`transform="matrix(1 0 0 -.62 0 ${GROUND * 1.62 + 26})" opacity=".5" filter="url(#drag)"`, hall, bus),
    rect(0, GROUND, W, H - GROUND, 'fill="#2d3b45" opacity=".28"'),
    puddles(),
    rect(0, GROUND, W, H - GROUND, 'filter="url(#grit)" opacity=".22"'),
    ellipse(830, 818, 540, 20, 'fill="#0c1319" opacity=".6" filter="url(#wide)"'),
    group('transform="translate(0 44)"', bus),
    ellipse(250, 846, 40, 6, 'fill="#0c1319" opacity=".5"') +
      person(232, 842, 190, 'fill="#1d3550"') +
      person(286, 846, 180, 'fill="#5d3b34"', 2),
    rect(220, 690, 24, 50, 'rx="6" fill="#f2b844" opacity=".9"'),
    circle(1180, 330, 900, 'fill="url(#sun)" opacity=".28"'),
  ].join(''),
};
