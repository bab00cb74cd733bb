import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOwnEngines } from '@xietong/engines';
import { findBaseline, movedSince, renewed } from './baseline.ts';
import { thisMachine } from './machine.ts';
import type { Line } from './measure.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { renderReport } from './report.ts';
import { runMeasures } from './run-measures.ts';

function askedFor(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

async function measureOnOwnEngines({ only, rounds }: Options): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-'));
  const stateDir = join(folder, 'engines');
  const report = (line: string): void => console.error(line);
  try {
    return await withOwnEngines({ stateDir, report }, (engines) => runMeasures(only, { engines, folder, rounds, report }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function publish(lines: readonly Line[], write: boolean): void {
  const machine = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const measured = lines.map((line) => ({ ...line, date }));
  console.log(renderReport(measured, machine));
  const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
  const baseline = findBaseline(join(docs, 'bench.json'));
  if (baseline) console.log(movedSince(baseline, lines, machine).join('\n'));
  if (!write) return;
  const kept = renewed(baseline, measured, machine);
  writeFileSync(join(docs, 'bench.md'), `# Measured by \`npm run bench\`\n\n${renderReport(kept.lines, machine)}`);
  writeFileSync(join(docs, 'bench.json'), `${JSON.stringify(kept, null, 2)}\n`);
}

const options = askedFor();
if (options.help) console.log(usage);
else publish(await measureOnOwnEngines(options), options.write);
