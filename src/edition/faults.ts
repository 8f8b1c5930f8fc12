/** The edition's faults: what a paper's own layouts may do wrong. */
import type { Fault } from '../fault.ts';

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
