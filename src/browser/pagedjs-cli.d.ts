/** The part of pagedjs-cli that we call; it ships no types. */
declare module 'pagedjs-cli' {
  import type { Browser, Page } from 'puppeteer-core';

  export default class Printer {
    constructor(options?: {
      allowLocal?: boolean;
      additionalScripts?: readonly string[];
      closeAfter?: boolean;
      timeout?: number;
    });
    /** Set beforehand, it is used as it is; otherwise `render` launches one. */
    browser: Pick<Browser, 'newPage' | 'close'>;
    render(input: string | { readonly url?: string; readonly html?: string }): Promise<Page>;
  }
}
