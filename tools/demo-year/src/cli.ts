import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPlatform, stopPlatform } from '@xietong/start';
import { renderComparison } from './compare/render-comparison.ts';
import { renderFinalBlock } from './final-block.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { planYear } from './plan/plan-year.ts';
import { beginning } from './plan/moments.ts';
import { findDemoPlatform, startDemoPlatform } from './platform/demo-platform.ts';
import { yearStateDir } from './platform/state-dir.ts';
import { yearProgress } from './progress.ts';
import { runYear } from './run-year.ts';

// EX_USAGE of sysexits.h.
const wrongCommandLine = 64;
const interrupted = 130;

const options = askedFor();
if (options.help) console.log(usage);
else if (options.stop) await stop(options);
else process.exitCode = await play(options);

function askedFor(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    process.exit(wrongCommandLine);
  }
}

async function play({ seed, size }: Options): Promise<number> {
  const ending = new AbortController();
  try {
    const report = (line: string): void => console.log(line);
    const platform = (await findDemoPlatform(yearStateDir)) ?? (await startDemoPlatform(yearStateDir, { startsAt: beginning, report }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
    const plan = planYear(seed, size);
    console.log(`The year of seed ${seed}`);
    const { comparison, agrees, changes, seconds } = await runYear(platform, plan, {
      signal: ending.signal,
      progress: yearProgress(process.stderr),
    });
    const secretsFiles = ['secrets.json', 'year-people-passwords.json'].map((file) => join(yearStateDir, file));
    console.log(
      `\n${renderComparison(comparison)}\n\n${renderFinalBlock({ plan, portal: platform.portal, secretsFiles, changes, seconds })}`,
    );
    return agrees ? 0 : 1;
  } catch (fault) {
    if (ending.signal.aborted) {
      console.error('Interrupted; the same command goes on from there.');
      return interrupted;
    }
    console.error(fault instanceof Error ? fault.message : fault);
    return 1;
  }
}

async function stop({ forget }: Options): Promise<void> {
  const ran = findPlatform(yearStateDir) !== undefined;
  await stopPlatform(yearStateDir);
  if (forget) rmSync(yearStateDir, { recursive: true, force: true });
  console.log(`${ran ? 'Stopped' : 'Nothing ran'}; ${forget ? 'its data are gone' : 'the data stay'}.`);
}
