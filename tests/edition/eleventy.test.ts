/** The edition as users of Eleventy meet it: a short config, its own command line, layouts and styles that can be replaced. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writePaper } from './paper.ts';
import { make, publish } from './site.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

describe('eleventy.config.ts', () => {
  it('has at most 40 lines', () => {
    expect(
      readFileSync(path.join(ROOT, 'eleventy.config.ts'), 'utf8').trimEnd().split('\n').length,
    ).toBeLessThanOrEqual(40);
  });

  it('builds a paper from Eleventy’s own command line, with the paper’s own layouts and styles', async () => {
    using paper = await writePaper();
    renameSync(paper.issue, `${paper.issue}-A`);
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(paper.paper, 'node_modules'));
    const config = `import { register } from 'tsx/esm/api';
      register();
      const { paper } = await import(${JSON.stringify(path.join(ROOT, 'src/edition/paper-plugin.ts'))});
      export default async (config) => {
        await config.addPlugin(paper, { output: 'out' });
        return { dir: { input: 'issues', output: 'out' }, templateFormats: ['njk'] };
      };`;
    writeFileSync(path.join(paper.paper, 'eleventy.config.js'), config);
    writeFileSync(path.join(paper.paper, 'package.json'), '{ "type": "module" }');
    mkdirSync(path.join(paper.paper, 'layouts/parts'), { recursive: true });
    writeFileSync(path.join(paper.paper, 'layouts/parts/foot.njk'), '<footer class="foot">本报自己的报尾</footer>');
    mkdirSync(path.join(paper.paper, 'styles'));
    cpSync(path.join(ROOT, 'styles/tokens.css'), path.join(paper.paper, 'styles/tokens.css'));
    writeFileSync(path.join(paper.paper, 'styles/print.css'), '@layer print { .own-rule { color: red } }');
    const eleventy = path.join(ROOT, 'node_modules/@11ty/eleventy/cmd.cjs');
    const { stdout } = await run(process.execPath, [eleventy], { cwd: paper.paper });
    expect(stdout).toMatch(/Wrote \d+ files/);
    const page = readFileSync(path.join(paper.paper, 'out/2026-01-08-A/bridge/index.html'), 'utf8');
    expect(page).toContain('本报自己的报尾');
    const style = /assets\/site\.\w+\.css/.exec(page)?.[0] ?? '';
    expect(readFileSync(path.join(paper.paper, 'out', style), 'utf8')).toContain('.own-rule');
    expect(readFileSync(path.join(paper.paper, 'out/index.html'), 'utf8')).toContain('老桥加宽');
  });
});

it('writes beside the working folder, under a name that begins with its name', async () => {
  using paper = await writePaper();
  using beside = {
    output: `${paper.paper}-out`,
    [Symbol.dispose]: () => rmSync(`${paper.paper}-out`, { recursive: true }),
  };
  const home = process.cwd();
  process.chdir(paper.paper);
  try {
    await publish(await make(paper.issue), beside.output);
  } finally {
    process.chdir(home);
  }
  expect(existsSync(path.join(beside.output, '2026-01-08/bridge/index.html'))).toBe(true);
  expect(existsSync(path.join(beside.output, 'index.html'))).toBe(true);
});
