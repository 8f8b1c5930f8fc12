/**
 * What Broadsheet is compared with, each a process of its own: `node peer.mjs chromium|pagedjs BROWSER FLOW PDF`.
 * `chromium` prints the flow as it is; `pagedjs` runs pagedjs-cli's own `pdf()`, after-treatment included. BROWSER is
 * the program that Broadsheet starts too, as JSON.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [peer, program = '{}', flow = '', pdf = ''] = process.argv.slice(2);
const { executable, shell, args, env } = JSON.parse(program);
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: shell ? 'shell' : true,
  args: [...args, '--allow-file-access-from-files', '--disable-dev-shm-usage'],
  env: { ...process.env, ...env },
  pipe: true,
  protocolTimeout: 600_000,
});
try {
  await writeFile(pdf, await (peer === 'pagedjs' ? paged() : plain()));
} finally {
  await browser.close();
}

async function plain() {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(flow).href);
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

async function paged() {
  const { default: Printer } = await import('pagedjs-cli');
  const printer = new Printer({ allowLocal: true, closeAfter: false });
  printer.browser = browser;
  return printer.pdf(flow, { outlineTags: ['h1'] });
}
