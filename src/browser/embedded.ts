/**
 * The browser that comes with the package: @sparticuz/chromium, a headless Chromium for Linux x64 together with the
 * shared libraries that a bare Debian lacks. It is compressed; it is unpacked once for each version into the user's
 * cache folder, beside and then renamed, so that two runs at once and a stale copy of another version do no harm.
 */
import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** A browser program, and how it wants to be started. */
export interface BrowserProgram {
  readonly executable: string;
  /** True for Chromium's headless shell, a program of its own. */
  readonly shell: boolean;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Tells the package that it runs where no system libraries can be counted on: it then also unpacks its own.
 * Read when the package is imported and when it unpacks.
 */
const BARE_SYSTEM = 'nodejs22.x';

/** Counts up when what lies in the unpacked folder changes. */
const LAYOUT = 2;

/** The embedded browser, unpacked; undefined on systems that it is not made for. */
export async function embeddedBrowser(): Promise<BrowserProgram | undefined> {
  const version = await embeddedVersion();
  if (version === undefined) return undefined;
  const folder = path.join(cacheFolder(), `chromium-${version}-${LAYOUT}`);
  const executable = path.join(folder, 'chromium');
  if (!(await exists(executable))) await unpackInto(folder);
  return {
    executable,
    shell: true,
    args: FLAGS,
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/**
 * The only system fonts that this browser sees are the ones in its own folder: pages come out alike on every machine.
 * It must see one: without any, Chromium 147 reports web fonts as failed, some of the time.
 */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${asXml(path.join(folder, 'fonts'))}</dir>
  <cachedir>${asXml(path.join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`;

const asXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What this build of Chromium needs: it has neither the sandbox's helper nor a zygote. */
const FLAGS: readonly string[] = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--in-process-gpu'];

/** Version of the embedded browser; undefined where there is none for this system. */
export async function embeddedVersion(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const manifest = path.join(path.dirname(entry), '..', '..', 'package.json');
    return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

async function unpackInto(folder: string): Promise<void> {
  const beside = `${folder}.${randomUUID()}`;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    await unpackWith(beside);
    await writeFile(path.join(beside, 'fonts.conf'), fontConfiguration(folder));
    await rename(beside, folder).catch(async (error: unknown) => {
      if (!(await exists(path.join(folder, 'chromium')))) throw error;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * The package unpacks into the temporary folder under fixed names. It asks for that folder before its first pause, so
 * the variable is ours only during one synchronous call.
 */
async function unpackWith(folder: string): Promise<void> {
  const restore = borrowVariables({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: BARE_SYSTEM }, [
    'LD_LIBRARY_PATH',
    'FONTCONFIG_PATH',
    'HOME',
  ]);
  let unpacking: Promise<string>;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    unpacking = chromium.executablePath();
  } finally {
    restore();
  }
  const executable = await unpacking;
  if (path.dirname(executable) !== folder) throw new Error(`the embedded browser was unpacked to ${executable}`);
}

/** Sets environment variables, and answers how to put these and the others named back as they were. */
function borrowVariables(set: Readonly<Record<string, string>>, others: readonly string[]): () => void {
  const before = [...Object.keys(set), ...others].map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, set);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** A folder of this user's own for what can be made again. */
function cacheFolder(): string {
  const home = process.env['XDG_CACHE_HOME'] || (homedir() === '/' ? '' : path.join(homedir(), '.cache'));
  return path.join(home || path.join(tmpdir(), `broadsheet-${process.getuid?.() ?? 'user'}`), 'broadsheet');
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
