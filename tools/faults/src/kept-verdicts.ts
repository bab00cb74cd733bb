import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptVerdict, renderReport, renewed } from './report.ts';

/** Keeps a verdict in `faults.json` and `faults.md` of the folder, beside those of the other scenarios: at once, so that a run that is cut short keeps what it has. */
export function keepVerdict(folder: string, verdict: KeptVerdict): void {
  const file = join(folder, 'faults.json');
  const kept = renewed(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptVerdict[]) : [], verdict);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(folder, 'faults.md'), renderReport(kept));
}
