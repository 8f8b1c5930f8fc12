/** Only what is called: wawoff2 1.x and 2.x ship no types. */
declare module 'wawoff2/decompress.js' {
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
declare module 'wawoff2/build/decompress_binding.js' {
  const program: { decompress(woff2: Uint8Array): Uint8Array | false };
  export default program;
}
