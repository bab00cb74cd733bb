import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisMachine } from '@xietong/bench/machine';
import { scenarios } from '../scenarios/scenarios.ts';
import { findKept, type LoadLine, renewed } from './load-lines.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { withOwnPlatform } from './own-platform.ts';
import type { LoadedPlatform } from './platform.ts';
import { renderKept } from './report.ts';
import { runScenarios } from './run-scenarios.ts';
import { runningPlatform } from './running-platform.ts';

const date = new Date().toISOString().slice(0, 10);

function refuse(fault: unknown): never {
  console.error(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  process.exit(2);
}

function askedFor(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (fault) {
    return refuse(fault);
  }
}

async function measure(options: Options): Promise<LoadLine[]> {
  const work = (platform: LoadedPlatform): Promise<LoadLine[]> =>
    runScenarios(options, {
      platform,
      freshSeed: () => randomBytes(5).toString('hex'),
      freshPassword: () => randomBytes(18).toString('base64url'),
      date,
      report: console.log,
    });
  const { target } = options;
  if (target === undefined) return withOwnPlatform(console.error, work);
  return work(await runningPlatform(target, options.scenarios, process.env).catch(refuse));
}

function write(lines: readonly LoadLine[]): void {
  const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
  const kept = renewed(findKept(join(docs, 'load.json')), lines, thisMachine());
  writeFileSync(join(docs, 'load.md'), renderKept(kept, scenarios));
  writeFileSync(join(docs, 'load.json'), `${JSON.stringify(kept, null, 2)}\n`);
}

const options = askedFor();
if (options.help) {
  console.log(usage);
} else {
  const lines = await measure(options);
  if (options.write) write(lines);
  if (lines.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
}
