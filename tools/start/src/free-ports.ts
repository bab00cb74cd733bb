import { createServer } from 'node:net';

/** For each wish the wished port where it is free on 127.0.0.1, or else any free one; no port twice. */
export async function freePorts(wishes: readonly number[]): Promise<number[]> {
  // All stay taken until the last is found, so that none is found twice.
  const servers = await Promise.all(wishes.map(async (wish) => (await findListening(wish)) ?? (await getListening())));
  return Promise.all(servers.map(({ port, close }) => close().then(() => port)));
}

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

function findListening(port: number): Promise<Listening | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return resolve(undefined);
      resolve({ port: address.port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

async function getListening(): Promise<Listening> {
  const listening = await findListening(0);
  if (!listening) throw new Error('this machine has no free port on 127.0.0.1');
  return listening;
}
