import { once } from 'node:events';
import { createServer } from 'node:http';
import { serve } from './serve.ts';

const host = '127.0.0.1';

test('a process that stops finishes the answers under way and takes no new request', async () => {
  const arrived = Promise.withResolvers<undefined>();
  const finish = Promise.withResolvers<undefined>();
  const { port, stop } = await serve(
    (_request, response) => {
      arrived.resolve(undefined);
      void finish.promise.then(() => response.end('whole'));
    },
    0,
    host,
  );

  const underWay = fetch(`http://${host}:${port}/`).then((response) => response.text());
  await arrived.promise;
  const stopped = stop();
  await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow();
  finish.resolve(undefined);
  await expect(underWay).resolves.toBe('whole');
  await stopped;
});

test('a port that is taken is an error, not a wait', async () => {
  const taken = createServer().listen(0, host);
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(serve(() => undefined, port, host)).rejects.toThrow(/EADDRINUSE/);
  taken.close();
});
