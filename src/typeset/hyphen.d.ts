/** Only what is called: hyphen ships no types. */
declare module 'hyphen/en-us/index.js' {
  const hyphenation: {
    hyphenateSync(text: string, options?: { readonly hyphenChar?: string; readonly minWordLength?: number }): string;
  };
  export default hyphenation;
}
/** linebreak ships no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
