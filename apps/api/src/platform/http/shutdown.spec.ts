import express from 'express';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Shutdown } from './shutdown';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

describe('Shutdown', () => {
  let shutdown: Shutdown;
  let server: Server;
  let release: () => void;

  beforeEach(async () => {
    shutdown = new Shutdown();
    const app = express();
    app.use(shutdown.refuseWhenStopping);
    app.get('/fast', (_request, response) => void response.send('fast'));
    app.get('/slow', (_request, response) => void (release = () => response.send('slow')));
    await new Promise<void>((ready) => (server = app.listen(0, () => ready())));
  });

  const ask = async (path: string): Promise<{ readonly status: number; readonly body: string; readonly response: IncomingMessage }> => {
    const { port } = server.address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((answered, failed) => get({ port, path, agent }, answered).once('error', failed));
    return { status: response.statusCode ?? 0, body: await text(response), response };
  };

  it('answers what it accepted before it ends', async () => {
    const accepted = once(server, 'request');
    const slow = ask('/slow');
    await accepted;
    let ended = false;
    const drained = shutdown.drain(server).then(() => (ended = true));
    await new Promise((wait) => setTimeout(wait, 150));
    expect([shutdown.stopping, ended]).toEqual([true, false]);
    release();
    expect(await slow).toMatchObject({ status: 200, body: 'slow' });
    await drained;
    expect(ended).toBe(true);
  });

  it('does not wait for connections that ask nothing', async () => {
    await ask('/fast');
    const begun = Date.now();
    await shutdown.drain(server);
    expect(Date.now() - begun).toBeLessThan(1000);
  });

  it('takes no new connections', async () => {
    const { port } = server.address() as AddressInfo;
    await shutdown.drain(server);
    await expect(new Promise((answered, failed) => get({ port, path: '/fast' }, answered).once('error', failed))).rejects.toThrow('ECONNREFUSED');
  });

  it('lets requests through until it is asked to stop', async () => {
    expect(shutdown.stopping).toBe(false);
    expect(await ask('/fast')).toMatchObject({ status: 200, body: 'fast' });
    await shutdown.drain(server);
  });
});
