import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { serve } from './serve.ts';

const address = { port: 0, host: '127.0.0.1' };
const atOnce = () => Promise.resolve();

const readyz =
  (isReady: () => boolean): RequestListener =>
  (_request, response) =>
    response.writeHead(isReady() ? 200 : 503).end();

test('a process that is asked to stop is seen unready before it refuses connections', async () => {
  const seen = Promise.withResolvers<undefined>();
  const { port, stop } = await serve(readyz, { ...address, unreadyFirst: () => seen.promise });
  const probe = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;

  expect(await probe()).toBe(200);
  const stopped = stop();
  expect(await probe()).toBe(503);
  seen.resolve(undefined);
  await stopped;
  await expect(probe()).rejects.toThrow();
});

test('a process that is asked to stop leaves a load balancer a quarter of a second to see it', async () => {
  const { stop } = await serve(readyz, address);
  const askedAt = performance.now();
  await stop();
  // A timer may fire a millisecond early.
  expect(performance.now() - askedAt).toBeGreaterThan(248);
});

test('a process that is asked to stop twice stops once', async () => {
  const { stop } = await serve(readyz, { ...address, unreadyFirst: atOnce });
  await expect(Promise.all([stop(), stop()])).resolves.toEqual([undefined, undefined]);
});

test('a process that stops finishes the answers under way and takes no new request', async () => {
  const arrived = Promise.withResolvers<undefined>();
  const finish = Promise.withResolvers<undefined>();
  const answering: RequestListener = (_request, response) => {
    arrived.resolve(undefined);
    void finish.promise.then(() => response.end('whole'));
  };
  const { port, stop } = await serve(() => answering, { ...address, unreadyFirst: atOnce });
  const ask = () => fetch(`http://127.0.0.1:${port}/`);

  const underWay = ask().then((response) => response.text());
  await arrived.promise;
  const stopped = stop();
  await expect(ask()).rejects.toThrow();
  finish.resolve(undefined);
  await expect(underWay).resolves.toBe('whole');
  await stopped;
});

test('a port that is taken is an error, not a wait', async () => {
  const taken = createServer().listen(0, address.host);
  await once(taken, 'listening');
  const found = taken.address();
  const port = typeof found === 'object' && found !== null ? found.port : 0;
  await expect(serve(readyz, { ...address, port })).rejects.toThrow(/EADDRINUSE/);
  taken.close();
});
