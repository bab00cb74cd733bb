import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { cloneDir } from '../world/service-process.ts';
import type { Stage } from '../world/world.ts';

/** Runs the spec that kills a process around write, publish and mark, as often as this run kills; answers what failed of it. */
export async function killAtExactPoints({ engines, kills, seed, report }: Stage): Promise<string[]> {
  report(`${kills} kills at each of write, publish and mark, by the spec of the write path`);
  const jest = join(cloneDir, 'node_modules', 'jest', 'bin', 'jest.js');
  const words = ['--config', 'jest.integration.config.mjs', '--roots', 'libs/runtime', '--testPathPatterns', 'faults/kills', '--ci'];
  const child = spawn(process.execPath, [jest, ...words], {
    cwd: cloneDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      XIETONG_TEST_MONGO_URL: engines.mongo.url,
      XIETONG_TEST_KAFKA_BROKERS: engines.kafka.brokers.join(','),
      XIETONG_TEST_KAFKA_ADMIN_USERNAME: engines.kafka.admin.username,
      XIETONG_TEST_KAFKA_ADMIN_PASSWORD: engines.kafka.admin.password,
      XIETONG_TEST_SEED: String(seed),
      XIETONG_TEST_KILLS: String(kills),
    },
  });
  // A run that is broken off must not leave it killing and starting processes.
  const end = (): void => void child.kill();
  process.once('exit', end);
  const [output, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  process.off('exit', end);
  return code === 0 ? [] : [`the spec of the three exact points fails:\n${output}`];
}
