// The projects service with one more projection: how many events of each project it has applied. One event in its life takes it so
// long, with the whole process standing still, that its group gives it up and another member takes over.
import { appendFileSync } from 'node:fs';
import { projectEvents } from '@xietong/contracts-projects';
import { projection, service } from '@xietong/kernel';
import { projects } from '@xietong/projects';
import { run } from '@xietong/runtime';
import type { Applying } from './applying.ts';

const log = process.env['FAULTS_APPLIED_FILE'] ?? '';
const slowOn = Number(process.env['FAULTS_SLOW_ON']);
/** Longer than the session timeout of 10 s. */
const slowMs = 16_000;
let applied = 0;

const counted = projection('counted', {
  context: 'projects',
  from: projectEvents,
  apply(record: { count: number } | undefined, _event, { id }) {
    applied += 1;
    const isSlow = applied === slowOn;
    if (isSlow) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slowMs);
    appendFileSync(log, `${JSON.stringify({ id, pid: process.pid, endedAtMs: Date.now(), isSlow } satisfies Applying)}\n`);
    return { count: (record?.count ?? 0) + 1 };
  },
});

await run(service(projects.context, { ...projects, projections: [counted] }));
