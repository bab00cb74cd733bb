import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cloneDir } from './service-process.ts';
import type { World } from './world.ts';

/** How an operator's command ended, and what it said. */
export interface CommandEnd {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the operator's tools on a world's engines, as `npm run` would. */
export async function runTool(world: World, tool: 'backup' | 'audit', words: readonly string[]): Promise<CommandEnd> {
  const { XIETONG_KAFKA_BROKERS, XIETONG_KAFKA_USERNAME, XIETONG_KAFKA_PASSWORD, XIETONG_MONGO_URL } = world.environment();
  const file = join(cloneDir, 'tools', tool, 'src', 'cli.ts');
  const child = spawn(process.execPath, [file, ...words, '--mongo', String(XIETONG_MONGO_URL)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XIETONG_KAFKA_BROKERS, XIETONG_KAFKA_USERNAME, XIETONG_KAFKA_PASSWORD },
  });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: Number(code), output: `${output}${errors}` };
}
