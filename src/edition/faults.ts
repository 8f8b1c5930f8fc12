/** The edition's faults: what a paper's own layouts may do wrong. */
import type { Fault, Place } from '../fault.ts';

/** A layout of the paper's own that Nunjucks cannot compile or render, in Nunjucks's words. */
export const layoutBroken = (file: string, line: number | undefined, reason: string): Fault => ({
  name: 'layout-broken',
  exit: 1,
  severity: 'error',
  message: `The layout ${file} cannot be rendered: ${reason}.`,
  hint: 'Correct it, or take it away: then the house’s own layout of the same name is used.',
  zh: {
    message: `布局 ${file} 出错：${reason}。`,
    hint: '请改正；拿掉它，就用程序自带的同名布局。',
  },
  place: { file, ...(line === undefined ? {} : { line }) },
});

/**
 * A story that was withdrawn from the web and is printed all the same.
 * @param files that print it, from the folder
 */
export const withdrawnPrinted = (story: string, files: readonly string[], place: Place): Fault => ({
  name: 'withdrawn-printed',
  exit: 1,
  severity: 'warning',
  message: `“${story}” is withdrawn from the web and still stands in ${files.join(', ')}.`,
  hint: 'Keep these files, and the snapshots sealed before, off the public server: `withheld.txt` in the output lists them for `rsync --exclude-from`.',
  zh: {
    message: `“${story}”已从网上撤下，以下文件里仍印着它：${files.join('、')}。`,
    hint: '请勿让公开的服务器带有这些文件和此前封存的快照：输出里的 `withheld.txt` 列出了它们，可用于 `rsync --exclude-from`。',
  },
  place,
});
