// Ends the Kafka of a set of engines with SIGKILL and brings it up again, at the same address and with its data.
// A test gives this as a shell command: it knows where the broker answers, not how it is run.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findEngines, upEngines } from '@xietong/engines';

const [stateDir] = process.argv.slice(2);
const before = stateDir ? await findEngines({ stateDir }) : undefined;
if (!stateDir || !before) throw new Error('say which set of engines, one that runs: its state folder');
const [address = ''] = before.kafka.brokers;

// The engines write down a process by the boot and by its line in /proc, which begins with the pid.
const pid = Number.parseInt(readFileSync(join(stateDir, 'kafka.pid'), 'utf8').split('\n')[1] ?? '', 10);
process.kill(pid, 'SIGKILL');
// Until then it still takes connections, and would be kept as one that runs.
await until(async () => !isAlive(pid));
// The kernel may hold it a moment longer than the process; then the broker would move.
await until(() => isFree(Number(address.split(':')[1])));
const after = await upEngines({ stateDir, report: console.log });
if (after.kafka.brokers[0] !== address) throw new Error(`Kafka came up at ${after.kafka.brokers[0]}, not at ${address}`);

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(10);
}

function isAlive(id: number): boolean {
  try {
    // The state stands behind the name; a zombie only waits for its parent.
    return !/\) [ZX] /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    // No such process.
    return false;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
