/** Threads that share out tasks: who waits for whom, and what is left when one ends. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPool } from '#src/cli/threads/pool.ts';
import { issueOf, story } from '../../makeup/synthetic.ts';
import { job, rawPage } from '../../press/builders.ts';

const blackPage = async () => ({ raw: await rawPage({ content: '0 0 0 rg 20 20 90 90 re f' }), job: await job() });

describe('a pool of threads', () => {
  it('does more tasks than it has threads', async () => {
    await using pool = openPool(undefined, 2);
    const order = await blackPage();
    const pages = await Promise.all(Array.from({ length: 5 }, () => pool.run('makePressPage', order)));
    const [first] = pages;
    for (const { bytes } of pages) expect(Buffer.compare(bytes, first?.bytes ?? new Uint8Array())).toBe(0);
  });

  it('does steady tasks before those that wait, in their order', async () => {
    await using pool = openPool(undefined, 1);
    const order = await blackPage();
    const done: string[] = [];
    const noted = async (name: string, task: Promise<unknown>): Promise<void> => {
      await task;
      done.push(name);
    };
    await Promise.all([
      noted('running', pool.run('makePressPage', order)),
      noted('waiting', pool.run('makePressPage', order)),
      noted('steady', pool.steady.run('makePressPage', order)),
      noted('steady too', pool.steady.run('makePressPage', order)),
    ]);
    expect(done).toEqual(['running', 'steady', 'steady too', 'waiting']);
  });

  it('hears what a task tells while it is at work, before its answer', async () => {
    await using pool = openPool(undefined, 1);
    const issue = issueOf([story(40, { page: 1 }), story(40, { page: 2 })], { pages: 2 });
    const heard: number[] = [];
    const made = pool.lead.run('makeUpIssue', { issue, pictures: new Map(), draft: true }, ({ number }) =>
      heard.push(number),
    );
    const pages = (await made).plan.pages.map(({ number }) => number);
    expect(pages).toEqual([1, 2]);
    expect(heard).toEqual(pages);
  });

  it('goes on after a task that fails', async () => {
    await using pool = openPool(undefined, 1);
    const order = await blackPage();
    const broken = pool.run('makePressPage', { ...order, raw: new Uint8Array(8) });
    const good = pool.run('makePressPage', order);
    await expect(broken).rejects.toThrow();
    expect((await good).bytes.length).toBeGreaterThan(1000);
  });

  it('says of an error of the file system what that said', async () => {
    await using pool = openPool(undefined, 1);
    const issue = issueOf([story(40)], { pages: 1 });
    const { plan } = await pool.run('makeUpIssue', { issue, pictures: new Map(), draft: true });
    const into = path.join(fileURLToPath(import.meta.url), 'issue');
    await expect(pool.run('makePageRecords', { issue, plan, into })).rejects.toMatchObject({
      code: 'ENOTDIR',
      syscall: 'mkdir',
    });
  });

  it('fails everything that still waits when it ends', async () => {
    const pool = openPool(undefined, 1);
    const order = await blackPage();
    const tasks = [pool.run('makePressPage', order), pool.run('makePressPage', order)];
    const told = Promise.allSettled(tasks);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await pool[Symbol.asyncDispose]();
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('fails everything that still waits when the desk says stop', async () => {
    const stop = new AbortController();
    await using pool = openPool(stop.signal, 1);
    const order = await blackPage();
    const told = Promise.allSettled([pool.run('makePressPage', order), pool.run('makePressPage', order)]);
    stop.abort(new Error('stopped'));
    for (const one of await told) expect(one).toMatchObject({ status: 'rejected', reason: { message: 'stopped' } });
  });
});
