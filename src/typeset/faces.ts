/**
 * The catalogue of faces: which font file draws what, and the CSS that a browser must draw it with so that it draws
 * what was measured. All are static TrueType outlines under the SIL Open Font License.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FaceId } from './model.ts';
import { isTraditionalText } from './traditional.ts';

/** A face of the house. */
export interface Face {
  readonly id: FaceId;
  /** `bs-…`, also in the print HTML. */
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** `han` faces are measured by advance widths alone; `latin` ones are shaped with kerning and ligatures. */
  readonly script: 'han' | 'latin';
  /** Declarations that the class `f-…` must carry besides family, weight and style. */
  readonly css: string;
  /** What the glyph — keeps free at its two sides together, thousandths of an em: —— is drawn closer by this. */
  readonly dash: number;
  /** One TrueType file, or the style sheet that lists woff2 slices by character. */
  readonly source:
    | { readonly kind: 'file'; readonly module: string }
    | { readonly kind: 'slices'; readonly module: string; readonly sheet: string };
}

const HAN_CSS = 'font-kerning:none;font-variant-ligatures:none';
const LATIN_CSS = 'font-kerning:normal;font-variant-ligatures:common-ligatures';

const expo = (id: FaceId, weight: number, module: string, dash: number): Face => ({
  id,
  family: `bs-${id}`,
  weight,
  style: 'normal',
  script: 'han',
  css: HAN_CSS,
  dash,
  source: { kind: 'file', module: `@expo-google-fonts/${module}` },
});

const latin = (id: FaceId, weight: number, style: Face['style'], file: string): Face => ({
  id,
  family: `bs-${id}`,
  weight,
  style,
  script: 'latin',
  css: LATIN_CSS,
  dash: 0,
  source: { kind: 'file', module: `@expo-google-fonts/source-serif-4/${file}` },
});

/**
 * Han faces switch kerning off: Chromium resolves figures to the script of the text around them, and Noto Serif kerns
 * “15” in one script and not in the other, so that their width would hang on their neighbours. Latin faces keep both;
 * letter-spacing, which would take the ligatures away, is never set on them: `Run.words` opens their word spaces.
 */
const CATALOGUE: readonly Face[] = [
  expo('song', 400, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 87),
  expo('song-bold', 700, 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 88),
  expo('song-black', 900, 'noto-serif-sc/900Black/NotoSerifSC_900Black.ttf', 90),
  expo('hei', 400, 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 93),
  expo('hei-bold', 700, 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', 98),
  expo('hei-black', 900, 'noto-sans-sc/900Black/NotoSansSC_900Black.ttf', 100),
  {
    id: 'kai',
    family: 'bs-kai',
    weight: 400,
    style: 'normal',
    script: 'han',
    css: HAN_CSS,
    dash: 4,
    source: { kind: 'slices', module: 'lxgw-wenkai-webfont', sheet: 'lxgwwenkai-regular.css' },
  },
  latin('serif-latin', 400, 'normal', '400Regular/SourceSerif4_400Regular.ttf'),
  latin('serif-latin-italic', 400, 'italic', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  latin('serif-latin-semibold', 600, 'normal', '600SemiBold/SourceSerif4_600SemiBold.ttf'),
  latin('serif-latin-bold', 700, 'normal', '700Bold/SourceSerif4_700Bold.ttf'),
  latin('serif-latin-black', 900, 'normal', '900Black/SourceSerif4_900Black.ttf'),
  expo('brush', 400, 'ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf', 0),
];

/** Every face by its id. */
export const FACES: Readonly<Record<FaceId, Face>> = Object.fromEntries(CATALOGUE.map((face) => [face.id, face]));

/** The faces of a script. */
export const facesIn = (script: Face['script']): readonly FaceId[] =>
  CATALOGUE.filter((face) => face.script === script).map(({ id }) => id);

/** The face of an id. @throws RangeError for a face that the catalogue does not hold: a bug of the caller */
export function faceOf(id: FaceId): Face {
  const face = FACES[id];
  if (face === undefined) throw new RangeError(`Expected a face of the catalogue, got “${id}”.`);
  return face;
}

/**
 * The face of a paper's name that has no picture: a brush writes Chinese. It knows simplified characters alone; a traditional or an
 * alphabetic name is set in the blackest serif.
 */
export function nameplateFace(name: string): FaceId {
  if (isTraditionalText(name)) return 'song-black';
  return /\p{Script=Han}/u.test(name) ? 'brush' : 'serif-latin-black';
}

/**
 * Faces that stand in when one lacks a character, in order (bold for bold): Song, Hei, then the Latin that Song's own
 * letters are drawn after, and Kai, which comes before it where the text is a light Hei. The last resort after them is
 * a fault.
 */
export function fallbacksOf(id: FaceId): readonly FaceId[] {
  const heavy = /bold|black/.test(id);
  const latin = id.endsWith('black') ? 'serif-latin-black' : 'serif-latin-bold';
  const light = id === 'hei' ? ['song', 'kai', 'serif-latin'] : ['song', 'hei', 'serif-latin', 'kai'];
  const order = heavy ? ['song-bold', 'hei-bold', latin, 'kai'] : light;
  return order.filter((other) => other !== id);
}

const require = createRequire(import.meta.url);

/** Absolute path of a file inside an installed package, wherever npm put it. */
export function fileIn(module: string, ...below: readonly string[]): string {
  const [scope = '', name = '', ...rest] = module.split('/');
  const isScoped = scope.startsWith('@');
  const pack = isScoped ? `${scope}/${name}` : scope;
  const inside = isScoped ? rest : [name, ...rest].filter(Boolean);
  const manifest = require.resolve(`${pack}/package.json`);
  return join(manifest, '..', ...inside, ...below);
}
