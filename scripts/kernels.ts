/** `npm run kernels:photo`: compiles the loops over pixels, `src/photo/kernels/`, into the file that the photo room reads. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { KERNELS } from '../src/photo/kernels.ts';

const SOURCE = fileURLToPath(new URL('../src/photo/kernels/', import.meta.url));

/** No collector and no trap on a mistake of the loops' own: what is left is loops. */
const OPTIONS = ['-O3', '--enable', 'simd', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='];

/** The compiled loops. @throws Error that says what the compiler found */
export async function compileKernels(): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', SOURCE, '--outFile', 'kernels.wasm', ...OPTIONS], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') compiled = contents;
    },
  });
  if (error !== null || compiled === undefined) throw new Error(`The kernels do not compile.\n${stderr}`);
  return compiled;
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) await writeFile(KERNELS, await compileKernels());
