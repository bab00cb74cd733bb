import { parseArgs } from 'node:util';
import { type MeasureName, measureNames } from './measures.ts';

export interface Options {
  readonly rounds: number;
  readonly only: readonly MeasureName[];
  readonly write: boolean;
  readonly help: boolean;
}

export const usage = `npm run bench -- [options]: measures ratios and figures on real engines, both sides in one run
  --rounds <n>    rounds of each pair (default 5)
  --only <name>   ${measureNames.join(' | ')}; may be repeated
  --write         keeps what was measured in docs/bench.md and docs/bench.json, the baseline of later runs
  --help`;

/** Reads the command line; throws with a sentence that names the option at fault. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { rounds, only = measureNames, write, help } = values;
  if (!/^[1-9]\d?$/.test(rounds)) throw new Error(`--rounds ${rounds}: a whole number from 1 to 99 is wanted`);
  return { rounds: Number(rounds), only: only.map(known), write, help };
}

function known(word: string): MeasureName {
  const found = measureNames.find((name) => name === word);
  if (!found) throw new Error(`there is no measure '${word}': ${measureNames.join(', ')}`);
  return found;
}
