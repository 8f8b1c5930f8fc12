/** The photo room's faults: what is wrong with a picture file, or with its size on the page. */
import { type Fault, inChinese, inEnglish, type Phrase, type Place } from '../fault.ts';

/** A picture's file, relative to the paper's folder. */
const at = (file: string): { readonly place: Place } => ({ place: { file } });

/** The file is not where the article, ad, filler or nameplate says. */
export const pictureMissing = (file: string): Fault => ({
  name: 'picture-missing',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is not there.`,
  hint: 'Put the file there, or correct its name in the article, issue.yaml or newspaper.yaml.',
  zh: { message: `缺图片 ${file}。`, hint: '请把文件放到位，或改正稿件、issue.yaml、newspaper.yaml 里的文件名。' },
  ...at(file),
});

/** The file's bytes end early or contradict themselves. */
export const pictureDamaged = (file: string, reason: string): Fault => ({
  name: 'picture-damaged',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} cannot be decoded: ${reason}.`,
  hint: 'Fetch the file again from its sender, or open it in an image editor and save it anew as JPEG or PNG.',
  zh: {
    message: `图片 ${file} 打不开：${reason}。`,
    hint: '请向供图方重要一份，或用图像软件打开，另存为 JPEG 或 PNG。',
  },
  ...at(file),
});

const SAVE_AS: Phrase = {
  en: 'Save it as JPEG, PNG, TIFF, WebP, AVIF or SVG (an ad may also be a PDF).',
  zh: '请存为 JPEG、PNG、TIFF、WebP、AVIF 或 SVG（广告也可用 PDF）。',
};

/** A file of a kind that the house does not print. */
export const pictureFormat = (file: string, found: Phrase, remedy: Phrase = SAVE_AS): Fault => ({
  name: 'picture-format',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is ${inEnglish(found)}, which cannot be printed.`,
  hint: inEnglish(remedy),
  zh: {
    message: `图片 ${file} 是${inChinese(found)}，不能付印。`,
    hint: inChinese(remedy),
  },
  ...at(file),
});

/** HEIC needs a decoder that carries patents; most builds of libvips lack it. */
export const pictureHeic = (file: string): Fault => ({
  name: 'picture-heic',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is HEIC, which this installation cannot decode.`,
  hint: 'Export it as JPEG on the phone or computer that it came from (on an iPhone: Settings, Camera, Formats, Most Compatible).',
  zh: {
    message: `图片 ${file} 是 HEIC 格式，本机无法解码。`,
    hint: '请在原手机或电脑上导出为 JPEG（iPhone：设置—相机—格式—兼容性最佳）。',
  },
  ...at(file),
});

/** An animation has no one picture to print. */
export const pictureAnimated = (file: string, frames: number): Fault => ({
  name: 'picture-animated',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is an animation of ${frames} frames.`,
  hint: 'Save the one frame to be printed as JPEG or PNG.',
  zh: { message: `图片 ${file} 是动图，共 ${frames} 帧。`, hint: '请把要印的一帧存为 JPEG 或 PNG。' },
  ...at(file),
});

/** Larger than the bounds on input sizes. */
export const pictureTooLarge = (file: string, size: Phrase, limit: string, key: string): Fault => ({
  name: 'picture-too-large',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} has ${inEnglish(size)}; the limit is ${limit}.`,
  hint: `Save it smaller, or raise limits.${key} in newspaper.yaml.`,
  zh: {
    message: `图片 ${file} 有 ${inChinese(size)}，上限 ${limit}。`,
    hint: `请存小些，或在 newspaper.yaml 里放宽 limits.${key}。`,
  },
  ...at(file),
});

/** A PDF ad that has no page or cannot be opened. */
export const pdfUnreadable = (file: string, reason: Phrase): Fault => ({
  name: 'picture-pdf-unreadable',
  exit: 1,
  severity: 'error',
  message: `The PDF ${file} cannot be read: ${inEnglish(reason)}.`,
  hint: 'Ask the sender for an unencrypted PDF of one page.',
  zh: { message: `PDF 文件 ${file} 读不出来：${inChinese(reason)}。`, hint: '请向供稿方要一份不加密的单页 PDF。' },
  ...at(file),
});

/** Letters of a drawing come out in whatever font a machine has, or as boxes. */
export const svgText = (file: string): Fault => ({
  name: 'picture-svg-text',
  exit: 1,
  severity: 'error',
  message: `The drawing ${file} has text, whose letters would depend on the fonts of the machine.`,
  hint: 'Convert its text to outlines (in Inkscape: Path, Object to Path) and save it again.',
  zh: {
    message: `矢量图 ${file} 里有文字，字样会随机器的字体走样。`,
    hint: '请把文字转成轮廓（Inkscape：路径—对象转成路径），再存一次。',
  },
  ...at(file),
});

/** A drawing that names another file would lose it: nothing outside the drawing is read. */
export const svgLink = (file: string, target: string): Fault => ({
  name: 'picture-svg-link',
  exit: 1,
  severity: 'error',
  message: `The drawing ${file} names another file (${target}), which is not read.`,
  hint: 'Embed it in the drawing, or place a picture as a photo of its own.',
  zh: {
    message: `矢量图 ${file} 引用了别的文件（${target}），不会读入。`,
    hint: '请把它嵌进来；图片也可单独作为照片上版。',
  },
  ...at(file),
});

/** CMYK numbers without a profile do not say what colour they are. */
export const pictureUntaggedCmyk = (file: string): Fault => ({
  name: 'picture-cmyk-untagged',
  exit: 1,
  severity: 'warning',
  message: `The picture ${file} is CMYK without an ICC profile; its colours are taken for generic offset.`,
  hint: 'Save it as RGB, or as CMYK with its profile embedded.',
  zh: {
    message: `图片 ${file} 是 CMYK，却没有 ICC 特性文件，只能按一般胶印估色。`,
    hint: '请存为 RGB；存 CMYK 的，要嵌入特性文件。',
  },
  ...at(file),
});

/** A CMYK JPEG without Adobe's mark whose inks are the other way round than everybody reads them. */
export const pictureInksTurned = (file: string): Fault => ({
  name: 'picture-cmyk-turned',
  exit: 1,
  severity: 'error',
  message: `The picture ${file} is a CMYK JPEG without Adobe’s marker and would be printed as a negative: its inks are written the other way round.`,
  hint: 'Save it again as RGB, or as TIFF, from the program that it came from.',
  zh: {
    message: `图片 ${file} 是没有 Adobe 标记的 CMYK JPEG，油墨数值是反的，会印成负片。`,
    hint: '请用原来的程序另存为 RGB 或 TIFF。',
  },
  ...at(file),
});

/** A CMYK JPEG without Adobe's mark that does not show which way round its inks are. */
export const pictureInksUnclear = (file: string): Fault => ({
  name: 'picture-cmyk-unclear',
  exit: 1,
  severity: 'warning',
  message: `The picture ${file} is a CMYK JPEG without Adobe’s marker: whether its inks are written as Adobe does, as is assumed, cannot be told.`,
  hint: 'Look whether it is a negative on the page; to be safe, save it again as RGB or as TIFF.',
  zh: {
    message: `图片 ${file} 是没有 Adobe 标记的 CMYK JPEG，看不出油墨数值是正是反，现按 Adobe 的写法读。`,
    hint: '请看版上是不是负片；稳妥起见，另存为 RGB 或 TIFF。',
  },
  ...at(file),
});

/** Caption or credit came from the file's own data, because the front matter has none. */
export const captionFromFile = (
  file: string,
  { caption, credit }: { readonly caption?: string; readonly credit?: string },
): Fault => ({
  name: 'picture-caption-from-file',
  exit: 1,
  severity: 'warning',
  message: `What is printed under ${file} is the picture's own data:${caption ? ` caption “${caption}”` : ''}${caption && credit ? ',' : ''}${credit ? ` credit “${credit}”` : ''}.`,
  hint: 'Read it; then write it into the article’s front matter: `caption: none` or `credit: none` where nothing is to be printed.',
  zh: {
    message: `${file} 下面印的取自图片自带的信息：${caption ? `图说“${caption}”` : ''}${caption && credit ? '，' : ''}${credit ? `署名“${credit}”` : ''}。`,
    hint: '请核对后写进稿头；不印的写 `caption: none` 或 `credit: none`。',
  },
  ...at(file),
});

/** R34: readers notice a picture that they have just seen. */
export const pictureTwice = (file: string, slug: string, first: string, firstSlug: string): Fault => ({
  name: 'picture-twice',
  exit: 1,
  severity: 'warning',
  ...(slug === firstSlug
    ? {
        message: `“${slug}” shows the same picture twice: ${file} and ${first}.`,
        hint: 'Take one of the two out, or put another picture there.',
        zh: { message: `“${slug}”把同一张图用了两次：${file} 和 ${first}。`, hint: '请去掉一张，或换一张图。' },
      }
    : {
        message: `The picture ${file} of “${slug}” is also in “${firstSlug}” (${first}).`,
        hint: 'Give one of the two articles another picture.',
        zh: { message: `“${slug}”的图片 ${file} 也用在了“${firstSlug}”（${first}）。`, hint: '请给其中一篇换一张图。' },
      }),
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

const resolutionInChinese = ({ file, ppi, has, needs, target }: Resolution): string =>
  `图片 ${file}（${has.width} × ${has.height} 像素）按上版尺寸只有 ${Math.floor(ppi)} ppi；要到 ${target} ppi，须有 ${needs.width} × ${needs.height} 像素。`;

/** Under the floor: the picture would print as mush. GWG 2015 newspaper ads: error under 99 ppi. */
export const pictureTooCoarse = (facts: Resolution): Fault => ({
  name: 'picture-too-coarse',
  exit: 4,
  severity: 'error',
  message: resolutionMessage(facts),
  hint: `Get a file of at least ${facts.needs.width} × ${facts.needs.height} pixels; a photo may also have a smaller prominence, or be cropped less.`,
  zh: {
    message: resolutionInChinese(facts),
    hint: `请找不小于 ${facts.needs.width} × ${facts.needs.height} 像素的原图；照片也可用小些，或少裁些。`,
  },
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
  zh: {
    message: resolutionInChinese(facts),
    hint: `换成 ${facts.needs.width} × ${facts.needs.height} 像素的图，印出来才清楚。`,
  },
  page: facts.page,
  ...at(facts.file),
});
