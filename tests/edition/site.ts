/** Builds the small paper's site once and serves it, for the tests that look at it in a browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildEdition, buildSite } from '#src/edition/build.ts';
import { subsetOf } from '#src/edition/font/face.ts';
import type { Issue, IssueFolder } from '#src/issue/model.ts';
import { readIssue } from '#src/issue/read.ts';
import { makeUp } from '#src/makeup/make-up.ts';
import type { Plan } from '#src/makeup/plan.ts';
import { inspectPictures } from '#src/photo/inspect.ts';
import type { Picture } from '#src/photo/model.ts';
import { openTypesetter } from '#src/typeset/typesetter.ts';

/** An issue with its pages made up. */
export interface Made {
  readonly issue: Issue;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly plan: Plan;
}

export async function make(issueFolder: string): Promise<Made> {
  const { issue, folder, faults } = await readIssue(issueFolder);
  if (issue === undefined) throw new Error(faults.map(({ message }) => message).join('\n'));
  const { pictures } = await inspectPictures(folder, issue);
  const { plan } = makeUp({ issue, typesetter: await openTypesetter(issue.paper), pictures });
  return { issue, folder, pictures, plan };
}

/** Writes an issue and the site around it into an output folder. */
export async function publish(made: Made, output: string): Promise<readonly string[]> {
  const { issue, folder } = made;
  const downloads = { press: false, reader: false };
  await buildEdition({ ...made, subset: subsetOf, downloads, into: path.join(output, issue.id) });
  const into = mkdtempSync(path.join(tmpdir(), 'broadsheet-site-'));
  const built = [issue.id];
  const site = await buildSite({ paper: issue.paper, folder: folder.paper, subset: subsetOf, output, into, built });
  await cp(into, output, { recursive: true });
  rmSync(into, { recursive: true });
  return site.files;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface Served extends AsyncDisposable {
  /** With a slash at its end. */
  readonly url: string;
}

/** Serves a folder as a plain web server would. */
export async function serve(folder: string): Promise<Served> {
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
    response.statusCode = bytes === undefined ? 404 : 200;
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    response.setHeader('content-type', type);
    const body = bytes ?? readFileSync(path.join(folder, '404.html'));
    const packs = /^(?:text|application)\//.test(type) || type.endsWith('svg+xml');
    if (packs) response.setHeader('content-encoding', 'gzip');
    response.end(packs ? gzipSync(body) : body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
