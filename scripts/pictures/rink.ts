/** The ice rink, three pictures of one set: the whole rink, a blade, a lesson. */
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

const ice = `<defs>${gradient('ice', [
  [0, '#dff0f7'],
  [0.5, '#b4d6e8'],
  [1, '#6fa3c7'],
])}${gradient('wall', [
  [0, '#16294f'],
  [1, '#2f5487'],
])}${glow('spot', [
  [0, '#ffffff', 0.95],
  [0.5, '#e9f7ff', 0.4],
  [1, '#cfe9f7', 0],
])}${gradient('beam', [
  [0, '#ffffff', 0.5],
  [1, '#ffffff', 0],
])}${blur('soft', 4)}${blur('wide', 18)}${haze('frost', '0.004 0.03', 5, '#ffffff', 2.4, -1.1)}</defs>`;

/** Traces of blades on the ice, in wide curves. */
function traces(seed: number, top: number, count: number): string {
  const next = chance(seed);
  return many(count, () => {
    const y = top + next() ** 1.3 * (H - top);
    const x = some(next, -100, W);
    const wide = some(next, 120, 520) * (0.4 + (y - top) / (H - top));
    const bend = some(next, -60, 60) * ((y - top) / (H - top) + 0.15);
    return path(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${(wide / 2).toFixed(0)} ${bend.toFixed(0)} ${wide.toFixed(0)} ${some(next, -14, 14).toFixed(0)}`,
      `fill="none" stroke="${next() < 0.6 ? '#fff' : '#4f86ad'}" stroke-width="${some(next, 0.8, 2.6).toFixed(1)}" opacity="${some(next, 0.15, 0.6).toFixed(2)}"`,
    );
  });
}

interface Skater {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly coat: string;
  readonly hat: string;
  readonly flip?: boolean;
}

/** A skater in a long stride, scarf in the wind, with a reflection. */
function skater({ x, y, size, coat, hat, flip = false }: Skater): string {
  const figure =
    path('M-10-92L-58-44-98-50-100-40-56-30-2-66Z', 'fill="#1f2a44"') +
    path('M-4-92L34-56 30-8 44-4 50-60 16-100Z', 'fill="#26345a"') +
    path('M-112-46L-94-30M22 2H58', 'stroke="#dfe8ee" stroke-width="5" stroke-linecap="round"') +
    path('M-108-52L-92-54-90-36-102-34ZM26-10L46-8 46 0 24 0Z', 'fill="#11182a"') +
    path(`M-16-90Q-22-140 14-168Q34-176 44-158Q40-120 24-88Q4-78-16-90Z`, `fill="${coat}"`) +
    path('M22-158Q64-140 88-112L78-102Q48-118 18-132Z', `fill="${coat}"`) +
    path('M14-150Q-26-138-56-150L-58-162Q-28-152 10-168Z', `fill="${coat}"`) +
    circle(92, -106, 8, 'fill="#f0c49a"') +
    circle(-60, -156, 8, 'fill="#f0c49a"') +
    path('M28-166Q-10-174-46-160-14-158 26-154Z', `fill="${hat}"`) +
    circle(46, -186, 22, 'fill="#f0c49a"') +
    path('M22-188Q24-214 48-214T68-194Q46-196 22-184Z', `fill="${hat}"`) +
    circle(46, -218, 6, 'fill="#fff"');
  const turn = flip ? -1 : 1;
  return (
    group(
      `transform="translate(${x} ${y}) scale(${size * turn} ${-size * 0.55})" opacity=".28" filter="url(#soft)"`,
      figure,
    ) + group(`transform="translate(${x} ${y}) scale(${size * turn} ${size})"`, figure)
  );
}

export const rinkWide: Drawing = {
  width: W,
  height: H,
  body: [
    ice,
    rect(0, 0, W, 420, 'fill="url(#wall)"'),
    path('M0 250Q750 60 1500 250V0H0Z', 'fill="#0e1c3a"'),
    many(15, (index) => line(750, -300, index * 120 - 90, 262, 'stroke="#3b5f92" stroke-width="7"')),
    many(3, (index) =>
      path(
        `M0 ${250 - index * 70}Q750 ${60 - index * 70} 1500 ${250 - index * 70}`,
        'fill="none" stroke="#4f76aa" stroke-width="6"',
      ),
    ),
    many(9, (index) =>
      polygon(
        [
          [index * 168, 262],
          [index * 168 + 120, 262],
          [index * 168 + 120, 392],
          [index * 168, 392],
        ],
        'fill="#9fc8e6" opacity=".42"',
      ),
    ),
    many(60, (index) =>
      circle(
        12 + index * 25.5,
        402 + (index % 3) * 3,
        11,
        `fill="${['#e06b52', '#f2b844', '#3c5a8c', '#7f9bb8', '#2f7f77'][index % 5]}"`,
      ),
    ),
    rect(0, 416, W, 44, 'fill="#f5fafc"') + rect(0, 416, W, 8, 'fill="#d4472f"') + rect(0, 452, W, 8, 'fill="#8fb4cc"'),
    rect(0, 460, W, H - 460, 'fill="url(#ice)"'),
    rect(0, 460, W, H - 460, 'filter="url(#frost)" opacity=".6"'),
    many(5, (index) =>
      polygon(
        [
          [150 + index * 300, 60],
          [210 + index * 300, 60],
          [330 + index * 300, 900],
          [30 + index * 300, 900],
        ],
        'fill="url(#beam)" opacity=".3" filter="url(#wide)"',
      ),
    ),
    many(5, (index) => ellipse(180 + index * 300, 760, 190, 60, 'fill="url(#spot)" opacity=".7"')),
    traces(7, 462, 130),
    skater({ x: 250, y: 560, size: 0.5, coat: '#e2a03a', hat: '#7d3b5c' }),
    skater({ x: 1290, y: 540, size: 0.45, coat: '#3f7f8c', hat: '#e06b52', flip: true }),
    skater({ x: 830, y: 590, size: 0.62, coat: '#7a5aa0', hat: '#f2d25c' }),
    skater({ x: 1080, y: 700, size: 0.95, coat: '#d4472f', hat: '#24407a', flip: true }),
    skater({ x: 430, y: 800, size: 1.3, coat: '#1f8a78', hat: '#e8553b' }),
  ].join(''),
};

/** Ice thrown up by a blade. */
function spray(): string {
  const next = chance(5);
  return many(330, () => {
    const far = next() ** 0.6;
    const angle = some(next, 2.62, 3.5);
    const [x, y] = [760 + Math.cos(angle) * far * 700, 792 + Math.sin(angle) * far * 420 - Math.sin(far * 2.6) * 120];
    return circle(
      x,
      y,
      some(next, 1.4, 8) * (1.15 - far),
      `fill="#fff" opacity="${some(next, 0.35, 0.95).toFixed(2)}"`,
    );
  });
}

export const rinkBlade: Drawing = {
  width: W,
  height: H,
  body: [
    ice,
    rect(0, 0, W, H, 'fill="url(#wall)"'),
    many(12, (index) =>
      circle(
        110 + index * 128,
        150 + (index % 3) * 46,
        52 + (index % 4) * 14,
        `fill="${index % 3 ? '#9fd0ee' : '#ffd9a0'}" opacity=".2" filter="url(#soft)"`,
      ),
    ),
    rect(0, 640, W, 360, 'fill="url(#ice)"') + rect(0, 640, W, 360, 'filter="url(#frost)" opacity=".7"'),
    traces(13, 650, 90),
    ellipse(880, 812, 420, 26, 'fill="#2b567d" opacity=".55" filter="url(#wide)"'),
    group(
      'transform="rotate(-7 800 780)"',
      path('M560 812Q540 782 566 768H1130Q1176 768 1200 738L1216 748Q1192 812 1130 812Z', 'fill="#eef5f8"') +
        path('M556 806H1140Q1192 800 1214 752L1216 748Q1192 820 1130 820H566Z', 'fill="#7f9bb0"') +
        line(566, 772, 1120, 772, 'stroke="#fff" stroke-width="5"'),
      path('M640 768L664 690H720L736 768ZM960 768L968 690H1040L1080 768Z', 'fill="#c3d3dc"') +
        path('M640 768L664 690H684L668 768ZM960 768L968 690H990L992 768Z', 'fill="#f2f8fa"'),
      path(
        'M616 696Q604 640 628 560L616 250H860L880 470Q900 516 990 540Q1130 566 1150 640Q1158 684 1140 696Z',
        'fill="#f6f3ec"',
      ),
      path('M616 696Q604 640 628 560L616 250H690L712 560Q700 640 724 696Z', 'fill="#c9d3dc" opacity=".75"'),
      path('M612 700Q608 684 614 668H1150Q1156 690 1140 704H616Z', 'fill="#3a2f33"'),
      many(8, (index) =>
        path(
          `M${770 + index * 6} ${292 + index * 34}L${872 + index * 3} ${276 + index * 34}M${770 + index * 6} ${276 + index * 34}L${872 + index * 3} ${292 + index * 34}`,
          'stroke="#d4472f" stroke-width="8" stroke-linecap="round"',
        ),
      ),
      path(
        'M820 268Q760 190 700 236T812 270Q850 180 930 214T826 270M812 270L760 352M826 268L900 340',
        'fill="none" stroke="#d4472f" stroke-width="10" stroke-linecap="round"',
      ),
      path('M604 250Q600 150 590-60H880Q866 140 872 250Z', 'fill="#23345c"') +
        path('M604 250Q600 150 590-60H680Q680 140 690 250Z', 'fill="#34497a"') +
        rect(598, 232, 282, 40, 'rx="16" fill="#e9e4da"'),
    ),
    spray(),
  ].join(''),
};

/** A grown-up and a child, hand in hand, from behind. */
const pair = (mirror: boolean): string =>
  group(
    mirror ? 'transform="matrix(1 0 0 -.55 0 1330)" opacity=".3" filter="url(#soft)"' : '',
    path('M640 856L628 660H690L684 856ZM716 856L708 660H764L760 856Z', 'fill="#202d4c"') +
      path('M614 862H696M708 862H782', 'stroke="#e6eef3" stroke-width="8" stroke-linecap="round"') +
      path('M622 858V828H690V858ZM712 858V828H774V858Z', 'fill="#131a2c"'),
    path('M600 680Q592 500 640 452Q696 420 754 452Q802 500 794 680Z', 'fill="#b8452f"') +
      path('M600 680Q592 500 640 452Q670 434 690 436Q640 520 650 680Z', 'fill="#e07a54"'),
    path('M620 480Q548 560 556 664L588 668Q590 590 650 540Z', 'fill="#a13a28"') +
      path('M776 480Q852 560 884 640L858 662Q800 600 746 540Z', 'fill="#a13a28"'),
    circle(697, 392, 56, 'fill="#2a1d1b"') +
      path('M640 396Q636 330 697 330T756 396Q700 372 640 396Z', 'fill="#f1ece0"') +
      circle(697, 326, 15, 'fill="#f1ece0"') +
      path('M640 440Q697 470 756 440V466Q697 494 640 466Z', 'fill="#f2b844"') +
      path('M740 456L770 560 744 566 722 470Z', 'fill="#f2b844"'),
    path('M902 858L892 740H934L932 858ZM958 858L950 740H992L990 858Z', 'fill="#33415f"') +
      path('M884 862H940M950 862H1006', 'stroke="#e6eef3" stroke-width="7" stroke-linecap="round"') +
      path('M890 858V834H938V858ZM950 858V834H998V858Z', 'fill="#131a2c"'),
    path('M870 752Q864 640 902 612Q944 592 984 612Q1020 640 1014 752Z', 'fill="#1f8a78"') +
      path('M870 752Q864 640 902 612Q920 602 934 602Q902 660 906 752Z', 'fill="#54b79f"'),
    path('M890 628L866 654 884 672 910 650Z', 'fill="#1a7466"') +
      path('M1000 630Q1056 640 1084 610L1096 628Q1056 676 996 660Z', 'fill="#1a7466"') +
      circle(872, 658, 14, 'fill="#f0c49a"') +
      circle(1092, 616, 12, 'fill="#f2b844"'),
    circle(943, 562, 46, 'fill="#2a1d1b"') +
      path('M896 566Q892 508 943 508T990 566Q943 544 896 566Z', 'fill="#e8553b"') +
      circle(943, 504, 13, 'fill="#fff"'),
  );

export const rinkLesson: Drawing = {
  width: W,
  height: H,
  body: [
    ice,
    rect(0, 0, W, 330, 'fill="url(#wall)"'),
    many(16, (index) =>
      circle(
        40 + index * 96,
        120 + ((index * 53) % 130),
        34 + ((index * 31) % 26),
        `fill="${index % 4 ? '#bfe2f5' : '#ffcf8f'}" opacity=".22" filter="url(#soft)"`,
      ),
    ),
    rect(0, 300, W, 46, 'fill="#eef6fa"') + rect(0, 300, W, 9, 'fill="#d4472f"') + rect(0, 340, W, 8, 'fill="#8fb4cc"'),
    rect(0, 346, W, H - 346, 'fill="url(#ice)"') + rect(0, 346, W, H - 346, 'filter="url(#frost)" opacity=".65"'),
    ellipse(800, 780, 560, 150, 'fill="url(#spot)"'),
    traces(21, 352, 120),
    skater({ x: 240, y: 470, size: 0.5, coat: '#e2a03a', hat: '#7d3b5c' }),
    skater({ x: 1310, y: 452, size: 0.44, coat: '#7a5aa0', hat: '#f2d25c', flip: true }),
    pair(true),
    pair(false),
  ].join(''),
};
