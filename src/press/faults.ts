/** What can keep a page from the plate. Names are permanent. */
import { both, type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';

const refused = (name: string, page: number, what: Phrase, todo: Phrase): Fault => ({
  name,
  exit: 4,
  severity: 'error',
  message: `Page ${page}: ${inEnglish(what)}`,
  hint: inEnglish(todo),
  zh: { message: `第 ${page} 版：${inChinese(what)}`, hint: inChinese(todo) },
  page,
});

/** Chromium made a Type 3 font: a CFF or variable font, synthetic bold, outlined or see-through text. */
export const type3Font = (page: number, sample: string): Fault =>
  refused(
    'press-type3',
    page,
    both(
      `the text “${sample}” was drawn with a Type 3 font, which printers refuse.`,
      `文字“${sample}”成了 Type 3 字体，印厂不收。`,
    ),
    both(
      'Set it in a face of the catalogue, without synthetic bold or slant, text-stroke or see-through colour.',
      '请用字库里的字体，不用合成的粗体、斜体，不加描边和透明色。',
    ),
  );

/** A gradient whose colours cannot be carried over exactly. */
export const gradientKind = (page: number, reason: Phrase): Fault =>
  refused(
    'press-gradient',
    page,
    both(
      `a gradient cannot go to the plates (${inEnglish(reason)}).`,
      `有一处渐变上不了印版（${inChinese(reason)}）。`,
    ),
    both(
      'Use a linear or radial gradient between opaque colours, or greys.',
      '请用不透明颜色之间的线性或径向渐变，或灰色渐变。',
    ),
  );

/** A colour space that the press does not know. */
export const colourSpace = (page: number, name: string): Fault =>
  refused(
    'press-colour-space',
    page,
    both(
      `something is drawn in the colour space ${name}, which has no exact ink here.`,
      `有一处用了色彩空间 ${name}，没有对应的油墨。`,
    ),
    both('Draw it in plain CSS colours.', '请用普通的 CSS 颜色。'),
  );

/** A picture in a form that the press does not convert. */
export const pictureForm = (page: number, what: Phrase): Fault =>
  refused(
    'press-picture-form',
    page,
    both(
      `a picture is stored as ${inEnglish(what)} and cannot be separated.`,
      `有一张图片存成${inChinese(what)}，不能分色。`,
    ),
    both('Give the picture as JPEG, PNG, TIFF or WebP.', '请用 JPEG、PNG、TIFF 或 WebP 图片。'),
  );

/** A page's drawing that is no readable PDF content. */
export const unreadablePage = (page: number, reason: Phrase): Fault =>
  refused(
    'press-unreadable',
    page,
    both(`the printed page cannot be read (${inEnglish(reason)}).`, `印出的版面文件读不通（${inChinese(reason)}）。`),
    both(
      'Print the page again; if it stays, this is a bug of Broadsheet: please report it.',
      '请重新出版；仍不行的，是程序错误，请报给我们。',
    ),
  );

/** The printed sheet has another size than trim and bleed. */
export const sheetSize = (page: number, is: string, wanted: string): Fault =>
  refused(
    'press-sheet',
    page,
    both(
      `the printed sheet is ${is} pt, trim and bleed make ${wanted} pt.`,
      `印出的版面是 ${is} pt，成品尺寸加出血应为 ${wanted} pt。`,
    ),
    both('The page must be printed at its trim size with the bleed around it.', '请按成品尺寸四周加出血来印。'),
  );

/** The paper's own profile is no CMYK printer profile. */
export const profileUnfit = (file: string, reason: Phrase): Fault => ({
  name: 'press-profile',
  exit: 1,
  severity: 'error',
  message: `The output profile ${file} cannot be used: ${inEnglish(reason)}.`,
  hint: 'Give a CMYK output profile (class prtr) of the printer, or leave press.profile out for the built-in newsprint profile.',
  zh: {
    message: `色彩特性文件 ${file} 用不上：${inChinese(reason)}。`,
    hint: '请用印厂的 CMYK 输出特性文件（prtr 类），或删去 press.profile，用自带的新闻纸特性。',
  },
  place: { file: 'newspaper.yaml' },
});

/** The paper's own profile puts more ink on the paper than the limit. */
export const profileInk = (file: string, measured: number, limit: number): Fault => ({
  name: 'press-profile-ink',
  exit: 1,
  severity: 'warning',
  message: `The output profile ${file} lays up to ${measured} % of ink; the limit is ${limit} %.`,
  hint: 'Ask the printer for a profile with this limit, or set press.inkLimit to the profile’s own.',
  zh: {
    message: `色彩特性文件 ${file} 的总墨量到 ${measured}%，上限是 ${limit}%。`,
    hint: '请向印厂要合这个上限的特性文件，或把 press.inkLimit 设成它的数。',
  },
  place: { file: 'newspaper.yaml' },
});

/** An advertisement that cannot be placed. */
export const adRefused = (page: number, file: string, reason: Phrase): Fault => ({
  name: 'press-ad',
  exit: 4,
  severity: 'error',
  message: `Page ${page}: the advertisement ${file} cannot be printed: ${inEnglish(reason)}.`,
  hint: 'Ask for the advertisement again as PDF/X of the booked size, CMYK or grey, with all fonts embedded; or as a picture.',
  zh: {
    message: `第 ${page} 版：广告 ${file} 不能付印：${inChinese(reason)}。`,
    hint: '请广告方按所订尺寸重发 PDF/X：CMYK 或灰度，字体全部嵌入；或改发图片。',
  },
  place: { file },
  page,
});
