import { parseArgs } from 'node:util';
import { findPlatform } from './platform-file.ts';
import { usualStateDir } from './state-files.ts';

const usage = `npm start -- [options]: brings the whole platform up; Ctrl-C ends all that it started
  --detach        returns once everything runs; npm stop ends it
  --with zipkin   a trace viewer as well
  --no-seed       without the EU grants in Norway`;

const options = askedFor();
const running = findPlatform(usualStateDir);
if (options.help) console.log(usage);
else if (running?.block) {
  const { words, whole } = await (await import('./platform-health.ts')).platformHealth(running, usualStateDir);
  console.log(whole ? `It runs already.\n${running.block}` : words);
  if (!whole) process.exitCode = 1;
} else if (running) console.log('It is being started already: npm run status says how far it is.');
else if (options.detach)
  process.exitCode = await (await import('./start-detached.ts')).startDetached(process.argv.slice(2).filter((word) => word !== '--detach'));
else await (await import('./start-here.ts')).startHere({ seed: options.seed, with: options.with });

function askedFor() {
  try {
    return parseArgs({
      options: {
        detach: { type: 'boolean', default: false },
        with: { type: 'string', multiple: true, default: [] },
        seed: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    // EX_USAGE of sysexits.h.
    process.exit(64);
  }
}
