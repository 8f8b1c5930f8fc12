/** Runs Eleventy over the plugin's templates and hands its pages to an output. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { asLayoutFault } from './layout-errors.ts';
import type { Output } from './make/output.ts';
import { type BroadsheetOptions, broadsheet } from './plugin.ts';

/**
 * Eleventy without its module hook, which loads a config file again when somebody edits it: a build has no such file, and with
 * the hook every module is asked for in a thread of its own.
 */
export function loadEleventy(): Promise<typeof import('@11ty/eleventy')> {
  process.env['ELEVENTY_SKIP_ESM_RESOLVER'] = 'true';
  return import('@11ty/eleventy');
}

/** Renders everything that the options hold and writes it. */
export async function renderPages(options: BroadsheetOptions, output: Output): Promise<void> {
  const { default: Eleventy } = await loadEleventy();
  // All templates are virtual; an empty folder keeps Eleventy from looking through anybody's files. It lies in the output: who
  // made that removes both if the process ends in between.
  await mkdir(output.root, { recursive: true });
  const made = await mkdtemp(path.join(output.root, '.eleventy-'));
  // Eleventy takes the working folder off the front of any path that begins with its letters: of /news-out in /news too.
  const input = path.relative('.', made);
  try {
    const eleventy = new Eleventy(input, path.join(input, 'site'), {
      configPath: false,
      quietMode: true,
      config(config) {
        config.setUseGitIgnore(false);
        config.setTemplateFormats(['njk']);
        // Only the command line prints; a busy machine is no news.
        for (const group of ['Configuration', 'Data']) config.benchmarkManager.get(group).setMinimumThresholdMs(0);
        config.addPlugin(broadsheet, options);
      },
    });
    eleventy.disableLogger();
    const pages = await eleventy.toJSON().catch((error: unknown) => {
      throw asLayoutFault(error, options.folder);
    });
    await Promise.all(
      pages.map(async ({ outputPath, content }) => {
        if (outputPath === false) return;
        const name = path.relative(path.join(made, 'site'), path.resolve(outputPath)).replaceAll(path.sep, '/');
        await output.write(name, content);
      }),
    );
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
