/** Eleventy on Node 20 reads no TypeScript by itself: this hands it `eleventy.config.ts`. */
import { register } from 'tsx/esm/api';

register();
const { default: configure } = await import('./eleventy.config.ts');

export default configure;
