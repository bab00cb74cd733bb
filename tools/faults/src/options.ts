import { parseArgs } from 'node:util';
import { scenarios } from './scenarios.ts';

export interface Options {
  readonly only: readonly number[];
  readonly seed: number;
  readonly kills: number;
  readonly long: boolean;
  readonly write: boolean;
  readonly report?: string;
  readonly help: boolean;
}

export const usage = `npm run faults -- [options]: breaks the platform on real engines and proves that nothing acknowledged is lost or counted twice
  --only <number>   runs one scenario; may be repeated
  --seed <number>   decides every blow; a logged one gives the same blows again
  --kills <number>  kills at each point (default 200)
  --long            outages last ten minutes instead of one
  --report <file>   writes the report as JSON
  --write           keeps each verdict in docs/faults.md and docs/faults.json, beside those of the other scenarios
  --help

Scenarios
${scenarios.map(({ number, sentence }) => `  ${String(number).padStart(2)}  ${sentence}`).join('\n')}`;

/** Reads the command line; throws with a sentence that names the option at fault. `usualSeed` is what decides where none is given. */
export function parseOptions(args: readonly string[], usualSeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      seed: { type: 'string' },
      kills: { type: 'string', default: '200' },
      long: { type: 'boolean', default: false },
      report: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const known = scenarios.map(({ number }) => number);
  const only = values.only?.map((word) => wholeNumber('--only', word)) ?? known;
  const unknown = only.find((number) => !known.includes(number));
  if (unknown !== undefined) throw new Error(`there is no scenario ${unknown}: the scenarios are ${known.join(', ')}`);
  const { long, write, help, report } = values;
  return {
    only,
    seed: values.seed === undefined ? usualSeed : wholeNumber('--seed', values.seed),
    kills: wholeNumber('--kills', values.kills),
    long,
    write,
    help,
    ...(report === undefined ? {} : { report }),
  };
}

function wholeNumber(option: string, word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new Error(`${option} ${word}: a whole number from 1 on is wanted`);
  return Number(word);
}
