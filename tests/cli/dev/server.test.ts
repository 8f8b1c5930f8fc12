import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskServer, openServer } from '../../../src/cli/dev/server.ts';

let server: DeskServer;
const pressed: unknown[] = [];

beforeAll(async () => {
  server = await openServer({
    port: 0,
    get: (path) => (path === '/' ? { type: 'html', body: 'desk' } : undefined),
    post: async (path, body) => {
      pressed.push([path, body]);
      return { type: 'json', body: '{}' };
    },
    greet: () => ({ hello: true }),
  });
});

afterAll(() => server[Symbol.asyncDispose]());

/** Status of a request with any headers, those that a browser sets itself included. */
function ask(path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, server.url),
      { method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the desk’s server', () => {
  it('answers with a strict policy: nothing from outside', async () => {
    const answer = await fetch(server.url);
    expect(await answer.text()).toBe('desk');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/);
  });

  it('is reached under no other name, so that no page of another site can lead here', async () => {
    expect(await ask('/', { host: 'evil.example' })).toBe(421);
  });

  it('does nothing for another site', async () => {
    const json = { 'content-type': 'application/json' };
    expect(await ask('/pin', { ...json, origin: 'https://evil.example' }, '{}')).toBe(403);
    expect(await ask('/pin', { 'content-type': 'text/plain' }, '{}')).toBe(403);
    expect(pressed).toEqual([]);
    expect(await ask('/pin', { ...json, origin: server.url.slice(0, -1) }, '{"page":1}')).toBe(200);
    expect(pressed).toEqual([['/pin', { page: 1 }]]);
  });

  it('tells a window that opens how things stand, and then every change', async () => {
    const stop = new AbortController();
    const answer = await fetch(new URL('events', server.url), { signal: stop.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('data: {"hello":true}\n\n');
    server.tell({ page: 2 });
    expect((await reader?.read())?.value).toBe('data: {"page":2}\n\n');
    stop.abort();
  });

  it('does not know other files', async () => {
    expect((await fetch(new URL('nothing', server.url))).status).toBe(404);
    expect((await fetch(new URL('client/%2e%2e/live.ts', server.url))).status).toBe(404);
  });
});
