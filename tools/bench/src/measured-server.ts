import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Usage } from './servers/measured-process.ts';

/** A process of its own, so that its CPU and memory are nobody else's. */
export interface MeasuredServer {
  readonly url: string;
  usage(): Promise<Usage>;
  /** Asks what only this server can answer; one question at a time. */
  ask<Answer>(question: string): Promise<Answer>;
  end(): Promise<void>;
}

/** Starts one of `servers/`. */
export async function startServer(file: string, environment: Readonly<Record<string, string>>): Promise<MeasuredServer> {
  const child = fork(join(import.meta.dirname, 'servers', file), {
    env: { ...process.env, ...environment, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = (await answer(child)) as { port: number };
  const ask = <Answer>(question: string): Promise<Answer> => {
    child.send(question);
    return answer(child) as Promise<Answer>;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    usage: () => ask('usage'),
    ask,
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
