/**
 * What the sample's pictures are painted with: shapes as SVG strings, and chance that falls the same way each time.
 * Units are those of the picture's own view box; y grows downwards.
 */

/** A drawing: a view box and what is in it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** Numbers in [0, 1) that look like chance and are the same for the same seed (Mulberry32, T. Ettinger, 2017). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number between two, by chance. */
export const some = (next: () => number, low: number, high: number): number => low + next() * (high - low);

/** A number as short as SVG needs it. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Joins the drawings of a count of things. */
export const many = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

type Stop = readonly [at: number, colour: string, opacity?: number];

const stops = (list: readonly Stop[]): string =>
  list
    .map(([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('');

/** A gradient from top to bottom, or along the given line (shares of the box that it fills). */
export const gradient = (id: string, list: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string =>
  `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;

/** A glow around a centre; shares of the box that it fills. */
export const glow = (id: string, list: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]): string =>
  `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`;

/** A soft focus. */
export const blur = (id: string, x: number, y = x): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${x} ${y}"/></filter>`;

/** Clouds, mist, dust: noise of a grain size, thresholded into patches of one colour. */
export const haze = (id: string, frequency: string, seed: number, colour: string, gain = 3, lift = -1.2): string => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return (
    `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">` +
    `<feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="5" seed="${seed}"/>` +
    `<feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${gain} 0 0 0 ${lift}"/>` +
    `<feComposite in2="SourceAlpha" operator="in"/></filter>`
  );
};

export const rect = (x: number, y: number, width: number, height: number, attributes: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${attributes}/>`;

export const circle = (x: number, y: number, r: number, attributes: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${attributes}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, attributes: string): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" ${attributes}/>`;

export const path = (d: string, attributes: string): string => `<path d="${d}" ${attributes}/>`;

export const polygon = (points: readonly (readonly [number, number])[], attributes: string): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" ${attributes}/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, attributes: string): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" ${attributes}/>`;

export const group = (attributes: string, ...parts: readonly string[]): string =>
  `<g ${attributes}>${parts.join('')}</g>`;

/** A mountain ridge by midpoint displacement, closed down to `floor`. */
export function ridge(
  next: () => number,
  { from, to, height, rough, floor }: { from: number; to: number; height: number; rough: number; floor: number },
  attributes: string,
): string {
  let points: [number, number][] = [
    [from, height],
    [to, height],
  ];
  for (let reach = rough; points.length < 130; reach *= 0.52) {
    points = points.flatMap((point, index): [number, number][] => {
      const after = points[index + 1];
      if (!after) return [point];
      return [point, [(point[0] + after[0]) / 2, (point[1] + after[1]) / 2 + some(next, -reach, reach)]];
    });
  }
  return polygon([...points, [to, floor], [from, floor]], attributes);
}

/** A standing person as a silhouette, feet at x, y, so tall. */
export function person(x: number, y: number, tall: number, attributes: string, lean = 0): string {
  const u = tall / 8;
  return group(
    `transform="translate(${n(x)} ${n(y)}) rotate(${lean}) scale(${n(u * 100) ? u : u})" ${attributes}`,
    circle(0, -7.35, 0.62, ''),
    path('M-.95-5.2Q-.95-6.5 0-6.5T.95-5.2L.8-3.3.55-3.2.6 0 .12 0 0-2.7-.12 0-.6 0-.55-3.2-.8-3.3Z', ''),
    path('M-.95-5.5Q-1.35-4.2-1.15-3L-.85-3-.7-5ZM.95-5.5Q1.35-4.2 1.15-3L.85-3 .7-5Z', ''),
  );
}

/** A whole drawing as an SVG file. */
export const svg = ({ width, height, body }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;
