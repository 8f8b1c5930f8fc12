/** Faults of the browser and of what it drew. */
import { type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';

/** No Chromium could be found or started. */
export const noBrowser = (tried: readonly Phrase[]): Fault => ({
  name: 'browser-none',
  exit: 3,
  severity: 'error',
  message: `No browser could be started. Tried: ${tried.map(inEnglish).join('; ')}.`,
  hint: 'Run `npm ci` again (on Linux x64 the browser comes with it), install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH to one.',
  zh: {
    message: `浏览器一个也启动不了。试过：${tried.map(inChinese).join('；')}。`,
    hint: '请再运行一次 `npm ci`（Linux x64 随包带浏览器），或安装 Chrome、Chromium，或用 PUPPETEER_EXECUTABLE_PATH 指定一个。',
  },
});

/** The browser ended or did not answer while it was printing. */
export const browserLost = (reason: string): Fault => ({
  name: 'browser-lost',
  exit: 3,
  severity: 'error',
  message: `The browser stopped before the pages were printed: ${reason}.`,
  hint: 'Build again; if it happens again, check free memory, or set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium.',
  zh: {
    message: `版面还没印完，浏览器停了：${reason}。`,
    hint: '请重新 build；再出错的，请查空闲内存，或用 PUPPETEER_EXECUTABLE_PATH 换一个 Chrome 或 Chromium。',
  },
});

/** Something stands elsewhere than the plan says. */
export const drifted = (page: number, slug: string, what: Phrase, drift: Phrase): Fault => ({
  name: 'drawn-elsewhere',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page}, “${slug}”: ${inEnglish(what)} is not drawn where the plan has it (${inEnglish(drift)}).`,
  hint: 'The browser measured the type differently. Use the browser that comes with the package, and report this with the issue folder.',
  zh: {
    message: `第 ${page} 版“${slug}”：${inChinese(what)}没有画在排定的位置（${inChinese(drift)}）。`,
    hint: '浏览器量的字宽不同。请用随包的浏览器，并把本期文件夹报给我们。',
  },
});

/** Something of the plan was not drawn, or other text was. */
export const misdrawn = (page: number, slug: string, what: Phrase, wrong: Phrase): Fault => ({
  name: 'drawn-otherwise',
  exit: 4,
  severity: 'error',
  page,
  message: `Page ${page}, “${slug}”: ${inEnglish(what)} ${inEnglish(wrong)}.`,
  hint: 'This is a bug of the layouts or styles: please report it with the issue folder.',
  zh: {
    message: `第 ${page} 版“${slug}”：${inChinese(what)}${inChinese(wrong)}。`,
    hint: '这是模板或样式的程序错误，请连同本期文件夹报给我们。',
  },
});

/** A font that is not the paper's was used. */
export const strangeFont = (font: string): Fault => ({
  name: 'font-strange',
  exit: 4,
  severity: 'error',
  message: `The browser set some characters in “${font}”, which is no font of the paper.`,
  hint: 'This is a bug of the styles or of the subsets: please report it with the issue folder.',
  zh: {
    message: `浏览器有些字用了“${font}”，不是本报的字体。`,
    hint: '这是样式或字体子集的程序错误，请连同本期文件夹报给我们。',
  },
});

/** A file that the page asks for did not load. */
export const notLoaded = (file: string): Fault => ({
  name: 'page-file-missing',
  exit: 4,
  severity: 'error',
  message: `The print document asks for ${file}, which could not be loaded.`,
  hint: 'This is a bug of the edition: please report it with the issue folder.',
  zh: { message: `付印文档要用 ${file}，却没有载入。`, hint: '这是网页生成的程序错误，请连同本期文件夹报给我们。' },
});
