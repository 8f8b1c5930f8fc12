/** The live desk: a session, the window's server, and what the window's buttons do. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { publishFile } from '../../archive/publish.ts';
import { FaultError } from '../../fault.ts';
import type { IssueFolder, Pin } from '../../issue/model.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { cacheFor } from '../build/paper-cache.ts';
import { warmBrowser } from '../build/warm-browser.ts';
import { portTaken } from '../faults.ts';
import { takeProof } from '../proof/take.ts';
import { openPool } from '../threads/pool.ts';
import { withPin } from './pin.ts';
import { type Answer, type DeskServer, openServer, type ServerOptions } from './server.ts';
import { openSession } from './session.ts';
import { isUnprintable, type Sight } from './sight.ts';
import { openView } from './view.ts';

/** The issue that the desk shows, and how. */
export interface LiveDeskOptions {
  readonly folder: IssueFolder;
  /** Absent: the usual one, or any that is free. */
  readonly port?: number;
  readonly signal: AbortSignal;
}

/** An open desk; disposing closes it. */
export interface LiveDesk extends AsyncDisposable {
  /** Address of the window. */
  readonly url: string;
  /** Takes in what was saved, absolute paths; answers when it is shown. */
  take(changed: readonly string[]): Promise<void>;
  /** Answers when no search is under way. */
  settled(): Promise<void>;
  readonly sight: Sight;
}

/** Opens the desk; the window can be looked at before the first page is made up. */
export async function openLiveDesk(options: LiveDeskOptions): Promise<LiveDesk> {
  const { folder, signal } = options;
  const pool = openPool(signal);
  const browser = warmBrowser(signal);
  const cache = await cacheFor(folder.issue, true);
  const view = await openView(folder, cache);
  let server: DeskServer | undefined;
  const session = openSession({
    folder,
    pool,
    cache,
    show: (sight) => server?.tell(view.show(sight)),
  });
  const buttons: Readonly<Record<string, (page: PagePlan, body: Asked) => Promise<unknown>>> = {
    '/pin': async (page, { way }) => pinPage(folder, page, view.ways(page)[way ?? -1]),
    '/unpin': async (page) => pinPage(folder, page, undefined),
    '/ways': async (page) => {
      const { plan } = session.sight;
      const order = session.order();
      if (order === undefined || plan === undefined) return undefined;
      // The next edit's search must not wait for pages that nobody may choose.
      const ways = await pool.aside.run('proposePages', { ...order, plan, page: page.number });
      server?.tell(view.offer(page, ways));
      return undefined;
    },
    '/proof': async (page) => {
      const { issue, plan, pictures, pages } = session.sight;
      if (issue === undefined || plan === undefined) return undefined;
      const drafts = new Set(pages.filter(isUnprintable).map((seen) => seen.plan.number));
      const { number, changes } = await takeProof(page, { issue, plan, pictures, folder, drafts }, () =>
        browser.door(),
      );
      await view.readProofs();
      server?.tell(view.state());
      return { number, changes };
    },
  };
  const post: ServerOptions['post'] = async (file, body) => {
    const asked = askedOf(body);
    const page = session.sight.pages.find(({ plan }) => plan.number === asked?.page)?.plan;
    const button = buttons[file];
    if (button === undefined || page === undefined || asked === undefined) return undefined;
    return answerOf(await button(page, asked));
  };
  server = await listen(options, { get: (file) => view.get(file), post, greet: () => view.state() }).catch(
    async (error: unknown) => {
      await pool[Symbol.asyncDispose]();
      throw error;
    },
  );
  const opened = server;
  return {
    url: opened.url,
    async take(changed) {
      if (changed.some((file) => isHouse(path.relative(folder.paper, file)))) view.redraw();
      await session.take(changed);
    },
    settled: () => session.settled(),
    get sight() {
      return session.sight;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([opened, pool, browser].map((one) => one[Symbol.asyncDispose]()));
    },
  };
}

const isHouse = (file: string): boolean => /^(?:layouts|styles)[\\/]/.test(file);

/** The port of the desk where nobody asked for another. */
const PORT = 8080;

/** @throws FaultError `port-taken` when the port that was asked for is not free. */
async function listen({ port }: LiveDeskOptions, handlers: Omit<ServerOptions, 'port'>): Promise<DeskServer> {
  try {
    return await openServer({ ...handlers, port: port ?? PORT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (port !== undefined) throw new FaultError([portTaken(port)]);
    return openServer({ ...handlers, port: 0 });
  }
}

/** What a button sends. */
interface Asked {
  readonly page: number;
  readonly way?: number;
}

function askedOf(body: unknown): Asked | undefined {
  const { page, way } = (body ?? {}) as Partial<Asked>;
  if (!Number.isInteger(page)) return undefined;
  return { page: Number(page), ...(Number.isInteger(way) ? { way: Number(way) } : {}) };
}

const answerOf = (result: unknown): Answer => ({ type: 'json', body: JSON.stringify(result ?? {}) });

/** Writes the places of a page into its stories, or takes those of the page as it is out of them. */
async function pinPage({ issue }: IssueFolder, page: PagePlan, way: PagePlan | undefined): Promise<unknown> {
  const stories = (way ?? page).modules.filter(({ kind, part }) => kind === 'article' && part === 1);
  const written = await Promise.all(
    stories.map(async ({ slug, column, row, columns }) => {
      const pin: Pin | undefined = way && { page: page.number, column, row, columns };
      const file = path.join(issue, `${slug}.md`);
      const text = await readFile(file, 'utf8').catch(() => undefined);
      const pinned = text === undefined ? undefined : withPin(text, pin);
      if (pinned === undefined || pinned === text) return undefined;
      await publishFile(file, pinned);
      return slug;
    }),
  );
  return { written: written.filter((slug) => slug !== undefined) };
}
