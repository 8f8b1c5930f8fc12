/** The live desk's web server: files of one folder, an event stream that tells the pages to reload, and the faults. */
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

/** A running server. */
export interface DeskServer extends AsyncDisposable {
  /** Address of its root. */
  readonly url: string;
  /** Tells all open pages something: `reload` with the paths that changed, or `faults` with what to show. */
  tell(event: 'reload' | 'faults', data: unknown): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

const EVENTS = '/~desk/events';
const CLIENT = '/~desk/desk.js';

/** Serves a folder on this machine only. @throws when the port is taken. */
export async function openServer(root: string, port: number, client: string): Promise<DeskServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(root, client, listeners, request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${portOf(server)}/`,
    tell(event, data) {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    async [Symbol.asyncDispose]() {
      for (const listener of listeners) listener.end();
      server.close();
      server.closeAllConnections();
    },
  };
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function answer(
  root: string,
  client: string,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === EVENTS) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(':\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  if (pathname === CLIENT) {
    response.writeHead(200, { 'content-type': TYPES['.js'], 'cache-control': 'no-store' }).end(client);
    return;
  }
  const found = await readBelow(root, decodeURIComponent(pathname));
  if (found === undefined) {
    response.writeHead(404, { 'content-type': TYPES['.html'] }).end(withClient('<!doctype html><h1>404</h1>'));
    return;
  }
  const type = TYPES[path.extname(found.file)] ?? 'application/octet-stream';
  const body = type.startsWith('text/html') ? withClient(found.bytes.toString('utf8')) : found.bytes;
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** The page with the desk's script; the built files stay as they are. */
function withClient(html: string): string {
  const script = `<script src="${CLIENT}" defer></script>`;
  return html.includes('</head>') ? html.replace('</head>', `${script}</head>`) : `${html}${script}`;
}

interface Found {
  readonly file: string;
  readonly bytes: Buffer;
}

/** A file of the folder; never one outside it. */
async function readBelow(root: string, pathname: string): Promise<Found | undefined> {
  const asked = path.resolve(root, `.${path.posix.normalize(`/${pathname}`)}`);
  if (asked !== root && !asked.startsWith(root + path.sep)) return undefined;
  const isFolder = await stat(asked).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const file = isFolder ? path.join(asked, 'index.html') : asked;
  return readFile(file).then(
    (bytes) => ({ file, bytes }),
    () => undefined,
  );
}
