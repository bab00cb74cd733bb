import { connect, createServer } from 'node:net';
import { findLock, type Release } from './lock.ts';

/** A port that nobody else gets until `release`: neither who listens already nor another set of engines that starts now. */
export interface ReservedPort {
  port: number;
  release: Release;
}

/** The first wished port that is free, or else any free one. */
export async function reservePort(wishes: readonly number[]): Promise<ReservedPort> {
  for (const wish of [...wishes, 0, 0, 0, 0]) {
    const port = await findFreePort(wish);
    const release = port === undefined ? undefined : await findLock(`port ${port}`);
    if (port !== undefined && release) return { port, release };
  }
  throw new Error(`no free port on 127.0.0.1 (tried ${wishes.join(', ')} and what the system offered)`);
}

function findFreePort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** Whether somebody listens there. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
    socket.setTimeout(1000, () => answer(false));
  });
}
