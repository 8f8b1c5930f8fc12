/**
 * The one door to Chromium. PUPPETEER_EXECUTABLE_PATH wins; then the browser that comes with the package (Linux x64);
 * then an installed Chrome or Chromium. The door closes itself: `await using door = await openBrowser(…)`.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { both, FaultError, inChinese, inEnglish, type Phrase } from '../fault.ts';
import { newScratch } from '../scratch.ts';
import { type BrowserProgram, embeddedBrowser } from './embedded.ts';
import { noBrowser } from './faults.ts';
import { installedBrowser } from './installed.ts';

/** An open browser. */
export interface BrowserDoor extends AsyncDisposable {
  readonly browser: Browser;
  /** Product and version, `Chrome/147.0…`: part of every cache key. */
  readonly version: string;
}

/** How a browser is started. */
export interface BrowserOptions {
  /** Ends the browser at once. */
  readonly signal?: AbortSignal;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** For what we print: nothing from outside, no background work, the same glyph rasterisation everywhere. */
const ARGS: readonly string[] = [
  '--allow-file-access-from-files',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
];

/**
 * Opens a browser.
 * @throws FaultError `browser-none` (exit 3) with every place that was tried.
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserDoor> {
  const { signal, env = process.env } = options;
  const tried: Phrase[] = [];
  for (const find of candidates(env)) {
    signal?.throwIfAborted();
    const { name, program } = await find().catch((error: unknown) => ({
      name: both(`the embedded browser (${reason(error)})`, `随包的浏览器（${reason(error)}）`),
      program: undefined,
    }));
    if (program === undefined) {
      tried.push(name);
      continue;
    }
    try {
      return await launch(program, signal);
    } catch (error) {
      signal?.throwIfAborted();
      tried.push(both(`${inEnglish(name)} (${reason(error)})`, `${inChinese(name)}（${reason(error)}）`));
    }
  }
  throw new FaultError([noBrowser(tried)]);
}

interface Candidate {
  readonly name: Phrase;
  readonly program: BrowserProgram | undefined;
}

/** In the order of preference. A path that was given by hand is the only candidate. */
function candidates(env: Readonly<Record<string, string | undefined>>): readonly (() => Promise<Candidate>)[] {
  const given = env['PUPPETEER_EXECUTABLE_PATH'];
  if (given) return [async () => ({ name: `PUPPETEER_EXECUTABLE_PATH=${given}`, program: plain(given) })];
  return [
    async () => ({
      name: both('the embedded browser (Linux x64 only)', '随包的浏览器（限 Linux x64）'),
      program: await embeddedBrowser(),
    }),
    async () => {
      const place = await installedBrowser();
      return {
        name: place ?? both('an installed Chrome or Chromium', '已安装的 Chrome 或 Chromium'),
        program: place === undefined ? undefined : plain(place),
      };
    },
  ];
}

const plain = (executable: string): BrowserProgram => ({
  executable,
  shell: false,
  // Chromium's sandbox refuses to start as root, as in most containers; the pages printed are our own.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  env: {},
});

async function launch(program: BrowserProgram, signal: AbortSignal | undefined): Promise<BrowserDoor> {
  const profile = newScratch();
  const launched = puppeteer.launch({
    executablePath: program.executable,
    headless: program.shell ? 'shell' : true,
    args: [...ARGS, ...program.args],
    // What it writes beside its profile goes with it.
    env: { ...process.env, ...program.env, TMPDIR: profile.folder },
    userDataDir: profile.folder,
    pipe: true,
    ...(signal === undefined ? {} : { signal }),
    // The command line listens for Ctrl-C itself and aborts the signal.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: 120_000,
  });
  const browser = await launched.catch(async (error: unknown) => {
    await profile[Symbol.asyncDispose]();
    throw error;
  });
  return {
    browser,
    version: await browser.version(),
    async [Symbol.asyncDispose]() {
      await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
      await profile[Symbol.asyncDispose]();
    },
  };
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? 'unknown';
