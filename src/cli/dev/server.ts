/**
 * The desk's own web server: on this machine only, for pages of its own only. Node's server is enough: Eleventy's
 * development server listens on every interface and serves files of a folder, while the desk shows what it holds in
 * memory.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An answer to a request. */
export interface Answer {
  readonly status?: number;
  readonly type: keyof typeof TYPES;
  readonly body: string | Uint8Array;
  /** True for an address whose answer never changes. */
  readonly isLasting?: boolean;
}

/** What a server answers with. */
export interface ServerOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** Answers a GET for a path; undefined is 404. */
  readonly get: (path: string) => Promise<Answer | undefined> | Answer | undefined;
  /** Does what a POST of JSON asks; undefined is 404. */
  readonly post: (path: string, body: unknown) => Promise<Answer | undefined>;
  /** What a window is told when it begins to listen. */
  readonly greet: () => unknown;
}

/** A server that listens; disposing closes it. */
export interface DeskServer extends AsyncDisposable {
  /** Address of its root, with a slash at the end. */
  readonly url: string;
  /** Tells all open windows. */
  tell(state: unknown): void;
}

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  ttf: 'font/ttf',
  pdf: 'application/pdf',
} as const;

const EVENTS = '/events';
const HOST = '127.0.0.1';
/** Bytes of a question at most: it names a page. */
const LONGEST = 10_000;
/** A proxy in between ends a silent connection; a comment now and then is not silence. */
const HEARTBEAT_MS = 20_000;

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Starts to listen. @throws NodeJS.ErrnoException `EADDRINUSE` when the port is taken. */
export async function openServer(options: ServerOptions): Promise<DeskServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(options, listeners, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { ...HEADERS, 'content-type': TYPES.json });
      response.end(JSON.stringify({ failure: error instanceof Error ? error.message : String(error) }));
    });
  });
  server.listen(options.port, HOST);
  await once(server, 'listening');
  const heart = setInterval(() => send(listeners, ':\n\n'), HEARTBEAT_MS).unref();
  return {
    url: `http://localhost:${portOf(server)}/`,
    tell: (state) => send(listeners, eventOf(state)),
    async [Symbol.asyncDispose]() {
      clearInterval(heart);
      for (const listener of listeners) listener.end();
      server.close();
      server.closeAllConnections();
    },
  };
}

const eventOf = (state: unknown): string => `data: ${JSON.stringify(state)}\n\n`;

function send(listeners: ReadonlySet<ServerResponse>, text: string): void {
  for (const listener of listeners) listener.write(text);
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function answer(
  options: ServerOptions,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page of another site may lead a browser here under a name of its own.
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(421, HEADERS).end();
    return;
  }
  const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (path === EVENTS && request.method === 'GET') {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(eventOf(options.greet()));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  const found = await answerOf(options, path, request);
  const { status = 200, type, body, isLasting = false } = found ?? { status: 404, type: 'json' as const, body: '{}' };
  const cacheControl = isLasting ? 'max-age=31536000, immutable' : 'no-store';
  response.writeHead(status, { ...HEADERS, 'content-type': TYPES[type], 'cache-control': cacheControl }).end(body);
}

async function answerOf(options: ServerOptions, path: string, request: IncomingMessage): Promise<Answer | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return options.get(path);
  if (request.method !== 'POST' || !isOwn(request)) return { status: 403, type: 'json', body: '{}' };
  return options.post(path, await bodyOf(request));
}

/** A question of our own window: no other site can send JSON here without being asked first. */
function isOwn({ headers }: IncomingMessage): boolean {
  const isJson = headers['content-type']?.startsWith('application/json') ?? false;
  return isJson && (headers.origin === undefined || headers.origin === `http://${headers.host}`);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LONGEST) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
