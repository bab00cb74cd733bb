import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '@xietong/bench/machine';
import { scenarios } from '../scenarios/scenarios.ts';
import { findKept, type LoadLine, renewed } from './load-lines.ts';
import { renderKept } from './report.ts';

/** Keeps what was measured in `load.json` and `load.md` of the folder, beside what earlier runs on the same machine have left there. */
export function keep(folder: string, lines: readonly LoadLine[], machine: Machine): void {
  const file = join(folder, 'load.json');
  const kept = renewed(findKept(file), lines, machine);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(folder, 'load.md'), renderKept(kept, scenarios));
}
