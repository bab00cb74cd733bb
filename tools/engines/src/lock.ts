import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Gives the lock back. */
export type Release = () => void;

/**
 * Takes a lock that all processes of this machine see, or answers undefined where another holds it.
 * It is a socket in Linux's abstract namespace: the kernel frees it when its holder dies, so no lock is ever stale.
 */
export function findLock(name: string): Promise<Release | undefined> {
  const address = `\0xietong-${createHash('sha256').update(name).digest('hex')}`;
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** Runs the work alone: a second caller with the same name, in whichever process, waits until the first is through, or gives up by the signal. */
export async function withLock<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let release = await findLock(name);
  while (!release) {
    await pause(100, undefined, signal ? { signal } : {});
    release = await findLock(name);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
