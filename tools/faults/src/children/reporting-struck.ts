// The reporting service as agencies run it, which ends itself with SIGKILL around the batch that the driver has named.
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { reporting } from '@xietong/reporting';
import { adaptWith } from '@xietong/reporting/parts';
import { type Batch, run } from '@xietong/runtime';
import { Blow, blowVariable } from './blow.ts';

const asked = process.env[blowVariable];
const blow = asked === undefined ? undefined : Blow.parse(JSON.parse(asked));
let batches = 0;

async function handled(batch: Batch, handle: (batch: Batch) => Promise<void>): Promise<void> {
  batches += 1;
  if (!blow || batches < blow.onBatch) return handle(batch);
  if (blow.point === 'before') strike(blow, 'before');
  let isWritten = false;
  const handling = handle(batch).then(() => (isWritten = true));
  if (blow.point === 'during') {
    await Promise.race([handling, pause(blow.delayMs)]);
    strike(blow, isWritten ? 'after' : 'during');
  }
  await handling;
  strike(blow, 'after');
}

function strike({ strikes }: Blow, point: Blow['point']): never {
  appendFileSync(strikes, `${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  throw new Error('this process has been killed');
}

await run(
  reporting,
  adaptWith((handle) => (batch) => handled(batch, handle)),
);
