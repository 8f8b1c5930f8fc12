/** Draws the golden pages anew: `npm run golden:update`. Look at them before they are committed. */
import { writeFile } from 'node:fs/promises';
import { goldenPages } from './pages.ts';
import { encode, pathOf } from './pictures.ts';
import { rasterOf } from './raster.ts';

for (const { name, page } of await goldenPages()) {
  const png = await encode(rasterOf(page));
  await writeFile(pathOf(name), png);
  console.log(`${name}.png: ${(png.length / 1024).toFixed(1)} kB, ${page.modules.length} modules`);
}
