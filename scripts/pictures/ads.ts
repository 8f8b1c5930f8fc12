/** The public-service advertisement and the small ads of the house: flat shapes and outlined letters, no filters, so that they print as vectors. */
import { letters } from './letters.ts';
import {
  chance,
  circle,
  type Drawing,
  ellipse,
  gradient,
  group,
  line,
  many,
  path,
  polygon,
  rect,
  some,
} from './paint.ts';

/** A full-width foot advertisement: 8 columns by 20 lines. An open book is a river valley; a lamp shines over it. */
function reading(): Drawing {
  const [W, H] = [1332, 342];
  const next = chance(8);
  const page = (flip: string): string =>
    group(
      flip,
      path('M0 292Q120 240 250 262T500 232V292Q380 300 250 318T0 322Z', 'fill="#fbf6e6"'),
      path('M0 292Q120 240 250 262T500 232V240Q380 262 250 272T0 302Z', 'fill="#ffffff"'),
      many(5, (index) =>
        path(
          `M20 ${300 + index * 4}Q130 ${264 + index * 6} 250 ${280 + index * 7}T490 ${252 + index * 8}`,
          'fill="none" stroke="#d9c9a3" stroke-width="1.5"',
        ),
      ),
    );
  const hills =
    path('M520 262Q600 150 690 214T860 168T1010 226T1150 230T1330 258Q1060 300 880 280T520 262Z', 'fill="#9cc4b4"') +
    path('M560 268Q640 196 730 240T900 206T1060 250T1220 262Q1050 306 870 286T560 268Z', 'fill="#4f8f7d"') +
    path('M600 276Q700 240 790 262T960 246T1180 270Q1010 304 860 290T600 276Z', 'fill="#1f5f56"') +
    path('M872 296Q850 272 880 262T868 236 890 214L900 215Q884 232 900 246T906 270 910 296Z', 'fill="#e9f4ee"');
  const birds = many(6, (index) =>
    path(
      `M${930 + index * 34} ${96 - (index % 3) * 16}q8-9 15 0q8-9 15 0`,
      'fill="none" stroke="#20475b" stroke-width="2.6"',
    ),
  );
  return {
    width: W,
    height: H,
    body: [
      `<defs>${gradient('sky', [
        [0, '#f6d9a6'],
        [0.55, '#fbeccb'],
        [1, '#fdf6e4'],
      ])}</defs>`,
      rect(0, 0, W, H, 'fill="url(#sky)"'),
      circle(890, 128, 74, 'fill="#f3a74a"') + circle(890, 128, 96, 'fill="none" stroke="#f3a74a" stroke-width="3"'),
      many(28, (index) =>
        line(
          890 + Math.cos(index * 0.2244) * 108,
          128 + Math.sin(index * 0.2244) * 108,
          890 + Math.cos(index * 0.2244) * (124 + (index % 2) * 14),
          128 + Math.sin(index * 0.2244) * (124 + (index % 2) * 14),
          'stroke="#f3a74a" stroke-width="3"',
        ),
      ),
      hills,
      birds,
      many(9, (index) =>
        polygon(
          [
            [640 + index * 62, 282],
            [648 + index * 62, some(next, 232, 256)],
            [656 + index * 62, 282],
          ],
          'fill="#12423d"',
        ),
      ),
      group(
        'transform="translate(890 6)"',
        page(''),
        page('transform="matrix(-1 0 0 1 0 0)"'),
        path('M-6 292Q0 306 6 292V326Q0 334-6 326Z', 'fill="#b98a4b"'),
      ),
      path('M372 330Q890 300 1332 336V342H340Z', 'fill="#8c5a2c"'),
      rect(0, 0, 470, H, 'fill="#fdf6e4"') + path('M470 0Q440 170 470 342H420V0Z', 'fill="#fdf6e4"'),
      rect(36, 40, 5, 262, 'fill="#c23a2b"'),
      letters('多读一页书', { face: 'song', size: 62, x: 64, y: 106 }, 'fill="#7c1d1a"'),
      letters('多看一重山', { face: 'song', size: 62, x: 64, y: 186 }, 'fill="#1f5f56"'),
      letters('全市二十四小时阅览室 为每一盏不肯早睡的灯', { face: 'hei', size: 18, x: 66, y: 236 }, 'fill="#4a3b2a"'),
      letters('公益广告', { face: 'heavy', size: 17, x: 66, y: 296, spacing: 0.12 }, 'fill="#c23a2b"'),
      letters('星城晚报社宣', { face: 'hei', size: 17, x: 430, y: 296, align: 'end' }, 'fill="#4a3b2a"'),
      rect(1.5, 1.5, W - 3, H - 3, 'fill="none" stroke="#b98a4b" stroke-width="3"'),
    ].join(''),
  };
}

/** A small ad of the house, two columns wide: the tip line. */
function tips(): Drawing {
  const [W, H] = [324, 216];
  return {
    width: W,
    height: H,
    body: [
      rect(0, 0, W, H, 'fill="#f4efe2"'),
      rect(0, 0, W, 66, 'fill="#c8102e"'),
      letters('身边事 告诉我们', { face: 'song', size: 32, x: W / 2, y: 45, align: 'middle' }, 'fill="#ffffff"'),
      path(
        'M40 104Q40 92 52 92H124Q136 92 136 104V148Q136 160 124 160H92L72 182 74 160H52Q40 160 40 148Z',
        'fill="#1f5f56"',
      ),
      many(3, (index) => circle(66 + index * 22, 126, 6, 'fill="#f4efe2"')),
      letters('新闻热线', { face: 'heavy', size: 22, x: 160, y: 118 }, 'fill="#333333"'),
      letters('0000-12345678', { face: 'heavy', size: 19, x: 160, y: 147 }, 'fill="#c8102e"'),
      letters('一条线索，一次奔赴', { face: 'hei', size: 15, x: 160, y: 178 }, 'fill="#555555"'),
      rect(1, 1, W - 2, H - 2, 'fill="none" stroke="#c8102e" stroke-width="2"'),
    ].join(''),
  };
}

/** A flat ad of the house, four columns wide: turn off the tap. */
function water(): Drawing {
  const [W, H] = [660, 162];
  const drop = (x: number, y: number, size: number, fill: string): string =>
    path(
      `M${x} ${y - size * 1.5}Q${x + size} ${y - size * 0.3} ${x + size} ${y + size * 0.2}A${size} ${size} 0 0 1 ${x - size} ${y + size * 0.2}Q${x - size} ${y - size * 0.3} ${x} ${y - size * 1.5}Z`,
      `fill="${fill}"`,
    );
  return {
    width: W,
    height: H,
    body: [
      rect(0, 0, W, H, 'fill="#e3f0f4"'),
      path('M0 132Q80 112 160 130T320 130 480 130 660 124V162H0Z', 'fill="#7fb9cf"') +
        path('M0 144Q80 130 160 144T320 144 480 144 660 140V162H0Z', 'fill="#2f7f9f"'),
      path('M28 42H96V30H84V22H128V30H116V42H150Q176 42 176 70V86H150V76Q150 68 140 68H28Z', 'fill="#5d6b75"') +
        rect(18, 34, 14, 42, 'fill="#46525b"'),
      drop(163, 112, 13, '#2f7f9f'),
      ellipse(158, 112, 3, 5, 'fill="#ffffff"'),
      letters('拧紧一滴水', { face: 'song', size: 44, x: 222, y: 66 }, 'fill="#14506b"'),
      letters('一只滴漏的水龙头，一年能流走三十多吨水', { face: 'hei', size: 19, x: 224, y: 104 }, 'fill="#333333"'),
      letters('公益广告', { face: 'heavy', size: 15, x: W - 22, y: 30, align: 'end' }, 'fill="#14506b"'),
      rect(1, 1, W - 2, H - 2, 'fill="none" stroke="#2f7f9f" stroke-width="2"'),
    ].join(''),
  };
}

/** File name and drawing; made when asked for, since letters need their fonts. */
export const ADS: readonly (readonly [name: string, draw: () => Drawing])[] = [
  ['reading', reading],
  ['tips', tips],
  ['water', water],
];
