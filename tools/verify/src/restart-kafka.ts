// Ends the Kafka of a set of engines with SIGKILL and brings it up again, at the same address and with its data.
// A test gives this as a shell command: it knows where the broker answers, not how it is run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { upEngines } from '@xietong/engines';

const [stateDir] = process.argv.slice(2);
if (!stateDir) throw new Error('say which set of engines: its state folder');

// The engines write down a process by the boot and by its line in /proc, which begins with the pid.
const pid = Number.parseInt(readFileSync(join(stateDir, 'kafka.pid'), 'utf8').split('\n')[1] ?? '', 10);
if (!Number.isInteger(pid)) throw new Error(`no pid of Kafka in ${stateDir}`);
process.kill(pid, 'SIGKILL');
// Until then it still takes connections, and would be kept as one that runs.
while (isAlive(pid)) await pause(10);
await upEngines({ stateDir, report: console.log });

function isAlive(id: number): boolean {
  const file = `/proc/${id}/stat`;
  // The state stands behind the name; a zombie waits for its parent only.
  return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, 'utf8'));
}
