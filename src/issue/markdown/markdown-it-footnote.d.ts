/** The one thing that we use of markdown-it-footnote, which ships no types. */
declare module 'markdown-it-footnote' {
  import type { PluginSimple } from 'markdown-it';

  const footnotes: PluginSimple;
  export default footnotes;
}
