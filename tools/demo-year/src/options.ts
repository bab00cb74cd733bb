import { parseArgs } from 'node:util';
import { checkSeed } from './plan/seed.ts';
import { checkSize, wholeYear, type YearSize } from './plan/size.ts';

export const usage = `npm run demo:year -- [options]: plays a year of a city's programme on a platform of its own, which it leaves running
  --seed <text>          which year: the same seed gives the same names, amounts and days (2022)
  --applications <n>     how many apply (${wholeYear.applications})
  --approved <n>         how many of them are approved (${wholeYear.approved})
  --stop                 ends the platform; its data stay
  --stop --forget        ends it and takes its data away`;

export interface Options {
  readonly seed: string;
  readonly size: YearSize;
  readonly stop: boolean;
  readonly forget: boolean;
  readonly help: boolean;
}

/** Reads the command line. Throws, in a sentence, what is wrong with it. */
export function parseOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string', default: '2022' },
      applications: { type: 'string', default: String(wholeYear.applications) },
      approved: { type: 'string', default: String(wholeYear.approved) },
      stop: { type: 'boolean', default: false },
      forget: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { seed, applications, approved, stop, forget, help } = values;
  checkSeed(seed);
  if (forget && !stop) throw new Error('--forget goes with --stop');
  const size = { applications: Number(applications), approved: Number(approved) };
  checkSize(size);
  return { seed, size, stop, forget, help };
}
