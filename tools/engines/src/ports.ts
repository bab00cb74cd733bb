import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { findLock, type Release } from './lock.ts';

/** A port that nobody else gets until `release`: neither who listens already nor another set of engines that starts now. */
export interface ReservedPort {
  port: number;
  release: Release;
}

/**
 * Where a port is sought that nobody wished for: above the well-known services, below the range from which Linux takes the near
 * end of each connection. One from that range could be in use by any client the moment it is bound, or bound again.
 */
const fallback = { from: 20_000, to: 32_768 };
const attemptsMax = 100;

/** The first wished port that is free, or else any free one. */
export async function reservePort(wishes: readonly number[]): Promise<ReservedPort> {
  const others = Array.from({ length: attemptsMax }, () => randomInt(fallback.from, fallback.to));
  for (const port of [...wishes, ...others]) {
    const release = await findLock(`port ${port}`);
    if (release && (await isFree(port))) return { port, release };
    release?.();
  }
  throw new Error(`no free port on 127.0.0.1: tried ${[...wishes, `${attemptsMax} from ${fallback.from} on`].join(', ')}`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
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
