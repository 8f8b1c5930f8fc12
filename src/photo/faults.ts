/** The photo room's faults: what is wrong with a picture file, or with its size on the page. */
import type { Fault, Place } from '../fault.ts';

/** A picture's file, relative to the paper's folder. */
const at = (file: string): { readonly place: Place } => ({ place: { file } });

/** The file is not where the article, ad, filler or nameplate says. */
export const pictureMissing = (file: string): Fault => ({
  name: 'picture-missing',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is not there.`,
  hint: 'Put the file there, or correct its name in the article, issue.yaml or newspaper.yaml.',
  ...at(file),
});

/** The file's bytes end early or contradict themselves. */
export const pictureDamaged = (file: string, reason: string): Fault => ({
  name: 'picture-damaged',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} cannot be decoded: ${reason}.`,
  hint: 'Fetch the file again from its sender, or open it in an image editor and save it anew as JPEG or PNG.',
  ...at(file),
});

/** A file of a kind that the house does not print. */
export const pictureFormat = (file: string, found: string): Fault => ({
  name: 'picture-format',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is ${found}, which cannot be printed.`,
  hint: 'Save it as JPEG, PNG, TIFF, WebP, AVIF or SVG (an ad may also be a PDF).',
  ...at(file),
});

/** HEIC needs a decoder that carries patents; most builds of libvips lack it. */
export const pictureHeic = (file: string): Fault => ({
  name: 'picture-heic',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is HEIC, which this installation cannot decode.`,
  hint: 'Export it as JPEG on the phone or computer that it came from (on an iPhone: Settings, Camera, Formats, Most Compatible).',
  ...at(file),
});

/** An animation has no one picture to print. */
export const pictureAnimated = (file: string, frames: number): Fault => ({
  name: 'picture-animated',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is an animation of ${frames} frames.`,
  hint: 'Save the one frame to be printed as JPEG or PNG.',
  ...at(file),
});

/** Larger than the bounds on input sizes. */
export const pictureTooLarge = (file: string, size: string, limit: string, key: string): Fault => ({
  name: 'picture-too-large',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} has ${size}; the limit is ${limit}.`,
  hint: `Save it smaller, or raise limits.${key} in newspaper.yaml.`,
  ...at(file),
});

/** A PDF ad that has no page or cannot be opened. */
export const pdfUnreadable = (file: string, reason: string): Fault => ({
  name: 'picture-pdf-unreadable',
  exit: 1,
  severity: 'error',
  message: `The PDF ${file} cannot be read: ${reason}.`,
  hint: 'Ask the sender for an unencrypted PDF of one page.',
  ...at(file),
});

/** Letters of a drawing come out in whatever font a machine has, or as boxes. */
export const svgText = (file: string): Fault => ({
  name: 'picture-svg-text',
  exit: 1,
  severity: 'error',
  message: `The drawing ${file} has text, whose letters would depend on the fonts of the machine.`,
  hint: 'Convert its text to outlines (in Inkscape: Path, Object to Path) and save it again.',
  ...at(file),
});

/** A drawing that names another file would lose it: nothing outside the drawing is read. */
export const svgLink = (file: string, target: string): Fault => ({
  name: 'picture-svg-link',
  exit: 1,
  severity: 'error',
  message: `The drawing ${file} names another file (${target}), which is not read.`,
  hint: 'Embed the picture in the drawing, or place it as a photo of its own.',
  ...at(file),
});

/** CMYK numbers without a profile do not say what colour they are. */
export const pictureUntaggedCmyk = (file: string): Fault => ({
  name: 'picture-cmyk-untagged',
  exit: 1,
  severity: 'warning',
  message: `The picture ${file} is CMYK without an ICC profile; its colours are taken for generic offset.`,
  hint: 'Save it as RGB, or as CMYK with its profile embedded.',
  ...at(file),
});

/** Caption or credit came from the file's own data, because the front matter has none. */
export const captionFromFile = (file: string, fields: string): Fault => ({
  name: 'picture-caption-from-file',
  exit: 1,
  severity: 'warning',
  message: `The ${fields} of ${file} was taken from the picture's own data.`,
  hint: 'Read it; then write it into the article’s front matter.',
  ...at(file),
});

/** R34: readers notice a picture that they have just seen. */
export const pictureTwice = (file: string, slug: string, first: string, firstSlug: string): Fault => ({
  name: 'picture-twice',
  exit: 1,
  severity: 'warning',
  message: `The picture ${file} of “${slug}” is also in “${firstSlug}” (${first}).`,
  hint: 'Give one of the two articles another picture.',
  ...at(file),
});

interface Resolution {
  readonly file: string;
  readonly page: number;
  readonly ppi: number;
  /** Pixels of the whole upright source that the placed size needs at the target resolution. */
  readonly needs: { readonly width: number; readonly height: number };
  readonly has: { readonly width: number; readonly height: number };
  readonly target: number;
}

const resolutionMessage = ({ file, ppi, has, needs, target }: Resolution): string =>
  `The picture ${file} (${has.width} × ${has.height} pixels) has ${Math.floor(ppi)} ppi at its placed size; ${target} ppi need ${needs.width} × ${needs.height}.`;

/** Under the floor: the picture would print as mush. GWG 2015 newspaper ads: error under 99 ppi. */
export const pictureTooCoarse = (facts: Resolution): Fault => ({
  name: 'picture-too-coarse',
  exit: 4,
  severity: 'error',
  message: resolutionMessage(facts),
  hint: `Get a file of at least ${facts.needs.width} × ${facts.needs.height} pixels, give the picture a smaller prominence, or crop it less.`,
  page: facts.page,
  ...at(facts.file),
});

/** Under the warning line: printable, and seen to be soft. GWG 2015 newspaper ads: warning under 149 ppi. */
export const pictureCoarse = (facts: Resolution): Fault => ({
  name: 'picture-coarse',
  exit: 4,
  severity: 'warning',
  message: resolutionMessage(facts),
  hint: `A file of ${facts.needs.width} × ${facts.needs.height} pixels would print sharp.`,
  page: facts.page,
  ...at(facts.file),
});
