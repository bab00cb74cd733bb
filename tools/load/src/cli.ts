import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { thisMachine } from '@xietong/bench/machine';
import { keep } from './kept-files.ts';
import type { LoadLine } from './load-lines.ts';
import { type Options, parseOptions, usage } from './options.ts';
import type { LoadedPlatform } from './platform.ts';
import { runLoad } from './run-load.ts';
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
      measure: (scenario, wishes) => runLoad(scenario, platform, wishes),
      freshSeed: () => randomBytes(5).toString('hex'),
      freshPassword: () => randomBytes(18).toString('base64url'),
      date,
      report: console.log,
    });
  const { target } = options;
  // What starts a platform takes seconds to load.
  if (target === undefined) return (await import('./own-platform.ts')).withLoadedPlatform(console.error, work);
  return work(await runningPlatform(target, options.scenarios, process.env).catch(refuse));
}

async function run(options: Options): Promise<void> {
  const lines = await measure(options);
  if (options.write) keep(join(import.meta.dirname, '..', '..', '..', 'docs'), lines, thisMachine());
  if (lines.some(({ missed }) => missed.length > 0)) process.exitCode = 1;
}

const options = askedFor();
if (options.help) console.log(usage);
else {
  await run(options).catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  });
}
