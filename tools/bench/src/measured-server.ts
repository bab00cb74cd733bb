import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Usage } from './servers/measured-process.ts';

/** A server in a process of its own, so that its CPU is nobody else's. */
export interface MeasuredServer {
  readonly url: string;
  usage(): Promise<Usage>;
  end(): Promise<void>;
}

/** Starts one of `servers/`. */
export async function startServer(file: string, environment: Readonly<Record<string, string>>): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, 'servers', file), {
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = (await answer(child)) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async usage() {
      child.send('usage');
      return (await answer(child)) as Usage;
    },
    async end() {
      child.send('end');
      await once(child, 'exit');
    },
  };
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the measured server ended'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
